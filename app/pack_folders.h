// Where packs are looked for: those that ship, the user's, the project's.
#pragma once

#include <filesystem>
#include <vector>

namespace plumbline {

// The folder of the program's own packs; packs/ of the user's data folder ($XDG_DATA_HOME/plumbline, or
// ~/.local/share/plumbline), where it is there.
std::vector<std::filesystem::path> pack_folders();

// The *.toml of a folder, sorted; none where it cannot be opened.
std::vector<std::filesystem::path> toml_files_in(const std::filesystem::path& folder);

}  // namespace plumbline
