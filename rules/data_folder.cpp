// Where the data of the rules stands. The one source that knows the tree it was built in.
#include "rules/data_folder.h"

#include <cstdlib>
#include <filesystem>

namespace plumbline {

std::string data_folder() {
  const char* given = std::getenv("PLUMBLINE_DATA");
  if (given && *given) {
    std::string folder = given;
    while (folder.size() > 1 && folder.ends_with('/'))
      folder.pop_back();
    return folder;
  }
  std::error_code ignored;
  const std::string built = PLUMBLINE_RULES_FOLDER;
  if (std::filesystem::is_directory(built, ignored)) return built;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  return (program.parent_path().parent_path() / "share/plumbline").string();
}

}  // namespace plumbline
