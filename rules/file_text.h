// The bytes of a small file that belongs to Plumbline or its user: a pack, a table, a list of waivers.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace plumbline {

// Empty where the file cannot be read.
std::optional<std::string> text_of_file(const std::filesystem::path& file);

}  // namespace plumbline
