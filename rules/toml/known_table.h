// The tables of the TOML files that Plumbline brings along. They are made when it is built: parsing them at each start
// takes longer than reading a small submission.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string_view>

namespace plumbline {

// What toml::parse(text) gives, where the text is byte for byte that of a file which Plumbline brings along; but nodes
// do not know on which line they stand.
std::optional<toml::table> known_table(std::string_view text);

}  // namespace plumbline
