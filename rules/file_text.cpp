// The bytes of a small file.
#include "rules/file_text.h"

#include <fstream>
#include <sstream>
#include <utility>

namespace plumbline {

std::optional<std::string> text_of_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (!in) return {};
  text << in.rdbuf();
  if (in.bad()) return {};
  return std::move(text).str();
}

}  // namespace plumbline
