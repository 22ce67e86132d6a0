// Where packs are looked for.
#include "app/pack_folders.h"

#include "rules/data_folder.h"

#include <algorithm>
#include <cstdlib>

namespace plumbline {

namespace {

std::filesystem::path user_data_folder() {
  const char* given = std::getenv("XDG_DATA_HOME");
  if (given && *given == '/') return given;  // the specification has relative ones ignored
  const char* home = std::getenv("HOME");
  return home && *home ? std::filesystem::path(home) / ".local/share" : std::filesystem::path();
}

}  // namespace

std::vector<std::filesystem::path> pack_folders() {
  std::vector<std::filesystem::path> folders = {data_folder() + "/packs"};
  std::error_code ignored;
  const auto users = user_data_folder() / "plumbline/packs";
  if (users.is_absolute() && std::filesystem::is_directory(users, ignored)) folders.push_back(users);
  return folders;
}

std::vector<std::filesystem::path> toml_files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".toml") files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace plumbline
