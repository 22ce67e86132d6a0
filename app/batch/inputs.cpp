// Which files a run is about: from paths, folders and lists of names.
#include "app/batch/inputs.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <unordered_set>

namespace plumbline::batch {
namespace {

namespace fs = std::filesystem;

// What a folder is searched for; a file that is named itself may have any name.
constexpr std::array<std::string_view, 10> document_endings = {".pdf", ".docx", ".odt", ".txt", ".text",
                                                               ".md",  ".doc",  ".rtf", ".htm", ".html"};

bool is_document_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string ending(name.substr(dot));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(document_endings.begin(), document_endings.end(), ending) != document_endings.end();
}

bool matches_any(const std::vector<std::string>& globs, const std::string& path, const std::string& name) {
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    const std::string& subject = glob.find('/') == std::string::npos ? name : path;
    return fnmatch(glob.c_str(), subject.c_str(), 0) == 0;
  });
}

class Collector {
 public:
  explicit Collector(const InputOptions& options) : options_(options) {}

  void add(const std::string& path) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      inputs.has_folder_or_list = true;
      add_folder(path);
    } else {
      take(path);
    }
  }
  Inputs inputs;

 private:
  void take(const std::string& path) {
    if (seen_.insert(fs::path(path).lexically_normal().string()).second) {
      inputs.paths.push_back(path);
    } else {
      ++inputs.repeated;
    }
  }

  void add_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
      entries.push_back(*entry);
    }
    if (error) take(folder.string());  // a record of its own says so; what was listed before counts
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
    for (const fs::directory_entry& entry : entries)
      add_entry(entry);
  }

  void add_entry(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string(), path = entry.path().string();
    std::error_code ignored;
    if (name.starts_with('.')) {
      ++inputs.hidden;
    } else if (entry.is_directory(ignored)) {
      if (entry.is_symlink(ignored)) {
        ++inputs.linked_folders;
      } else {
        add_folder(entry.path());
      }
    } else if (matches_any(options_.exclude, path, name) ||
               (!options_.include.empty() && !matches_any(options_.include, path, name))) {
      ++inputs.excluded;
    } else if (options_.include.empty() && !is_document_name(name) &&
               !(options_.is_also_taken && options_.is_also_taken(path))) {
      ++inputs.other_types;
    } else {
      take(path);
    }
  }

  const InputOptions& options_;
  std::unordered_set<std::string> seen_;
};

std::string read_list(const std::string& name) {
  if (name == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream in(name, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) throw std::runtime_error(name + ": the list of files cannot be read");
  return text;
}

}  // namespace

Inputs find_inputs(const InputOptions& options) {
  Collector collector(options);
  for (const std::string& path : options.paths)
    collector.add(path);
  if (!options.list.empty()) {
    collector.inputs.has_folder_or_list = true;
    const std::string list = read_list(options.list);
    const char separator = options.list_ends_with_nul ? '\0' : '\n';
    for (std::size_t start = 0; start < list.size();) {
      const std::size_t end = std::min(list.find(separator, start), list.size());
      if (end > start) collector.add(list.substr(start, end - start));
      start = end + 1;
    }
  }
  return std::move(collector.inputs);
}

std::string_view file_name_of(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/'))
    path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos || path.size() == 1 ? path : path.substr(slash + 1);
}

}  // namespace plumbline::batch
