// TOML files -> tables. Those of the files that Plumbline brings along are made when it is built: parsing them at each
// start takes longer than reading a small submission.
#pragma once

#include "rules/toml/lines.h"

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace plumbline {

// As toml::parse(); throws toml::parse_error. Where lines are not needed, a file that is byte for byte one of those that
// Plumbline brings along is not parsed.
toml::table parse_toml(std::string_view text, const std::string& file, TomlLines lines);

}  // namespace plumbline
