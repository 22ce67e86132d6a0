// TOML -> Pack. A pack that is wrong is refused whole.
#pragma once

#include "rules/pack/pack.h"
#include "rules/toml/lines.h"

#include <filesystem>
#include <span>
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
// A pack that it `extends` is looked for beside it and in `folders`.
Pack read_pack(std::string_view toml, std::string_view file, std::span<const std::filesystem::path> folders = {},
               TomlLines lines = TomlLines::needed);
Pack read_pack_file(const std::filesystem::path& file, std::span<const std::filesystem::path> folders = {},
                    TomlLines lines = TomlLines::needed);

// Every *.toml of a folder, in the order of their names. Throws PackError on the first that is wrong.
std::vector<Pack> read_packs(const std::filesystem::path& folder);
// The same of several folders, in their order; a pack may extend one of another folder. Two of one id need two
// versions.
std::vector<Pack> read_packs(std::span<const std::filesystem::path> folders, TomlLines lines);

}  // namespace plumbline
