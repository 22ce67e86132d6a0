// What a plumbline.toml says of packs: `pack = "id or file"`, `packs = ["folder"]`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct KeyTable;

struct ProjectKeys {
  std::optional<std::string> pack;
  std::vector<std::string> packs;
};

// Throws PackError. `waivers` are known here and read elsewhere (rules/waivers); any other key is refused.
ProjectKeys read_project_keys(std::string_view toml, const std::string& file);

// Every key of a plumbline.toml.
const KeyTable& project_keys();

}  // namespace plumbline
