// plumbline.toml: what holds for all submissions below its folder. Its waivers are read by rules/waivers.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct ProjectFile {
  std::filesystem::path path;
  std::string text;
  std::optional<std::string> pack;           // an id, or a file (made a path from where plumbline.toml stands)
  std::vector<std::filesystem::path> packs;  // folders of packs
};

// The plumbline.toml of the submission's folder or of the nearest folder above it; nothing where there is none.
// Throws PackError with file, line, key and what was expected.
std::optional<ProjectFile> find_project_file(const std::filesystem::path& submission);

}  // namespace plumbline
