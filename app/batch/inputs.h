// Which files a run is about: from paths, folders and lists of names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::batch {

struct InputOptions {
  std::vector<std::string> paths;             // files and folders
  std::string list;                           // a file with more paths; "-": standard input
  bool list_ends_with_nul = false;            // its paths are separated by NUL, not by line ends
  std::vector<std::string> include, exclude;  // globs on files within folders: on the name, or on the path if with '/'
  bool (*is_also_taken)(const std::string& path) = nullptr;  // of files within folders that are no documents by name
};

struct Inputs {
  std::vector<std::string> paths;  // in order as given, those of a folder sorted by bytes; each once
  std::size_t hidden = 0;          // files and folders within folders whose name starts with a dot
  std::size_t other_types = 0;     // files within folders that are no documents by their name
  std::size_t excluded = 0;        // by --include and --exclude
  std::size_t linked_folders = 0;  // symbolic links to folders: never followed, since they may form loops
  std::size_t repeated = 0;        // named more than once
  bool has_folder_or_list = false;

  bool is_single_file() const { return paths.size() == 1 && !has_folder_or_list; }
};

// What is named itself is always taken, whatever it is: reading it tells; so is a folder whose files cannot all be
// found, beside those that are. Throws std::runtime_error when the list cannot be read.
Inputs find_inputs(const InputOptions& options);

// The last part of a path, as bytes.
std::string_view file_name_of(std::string_view path);

}  // namespace plumbline::batch
