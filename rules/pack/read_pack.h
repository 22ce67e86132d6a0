// TOML -> Pack. A pack that is wrong is refused whole.
#pragma once

#include "rules/pack/pack.h"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// what(): "packs/x.toml:14: parts[1].role: expected one of "target", "goal", "section"; got "taget", did you mean …".
struct PackError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Throws PackError. `file` is for messages.
Pack read_pack(std::string_view toml, std::string_view file);

// Every *.toml of a folder, in the order of their names. Throws PackError on the first that is wrong.
std::vector<Pack> read_packs(const std::filesystem::path& folder);

}  // namespace plumbline
