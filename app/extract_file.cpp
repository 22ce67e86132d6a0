// Files of extracts, read one extract at a time.
#include "app/extract_file.h"

namespace plumbline {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t near_start = 4096;

std::string_view trimmed(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// Where the value that begins at `start` ends, by counting brackets outside strings. Broken JSON ends with the text.
std::size_t end_of_value(std::string_view text, std::size_t start) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = start; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\')
        ++at;
      else if (c == '"')
        in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return text.size();
}

}  // namespace

bool holds_extracts(std::string_view bytes) {
  const std::string_view text = trimmed(bytes.substr(0, near_start));
  if (text == "[]" || text == "[\n\n]") return true;
  return (text.starts_with('{') || text.starts_with('[')) && text.find("\"schema_version\"") != text.npos;
}

void each_extract_in(std::string_view bytes,
                     const std::function<void(std::string_view extract, const std::string& place)>& visit) {
  std::string_view text = trimmed(bytes);
  const bool is_array = text.starts_with('[');
  std::size_t at = is_array ? 1 : 0;
  for (int number = 1;; ++number) {
    at = text.find_first_not_of(is_array ? " \t\r\n," : blanks, at);
    if (at == text.npos || (is_array && text[at] == ']')) return;
    const std::size_t end = end_of_value(text, at);
    visit(text.substr(at, end - at), "extract " + std::to_string(number));
    at = end;
  }
}

}  // namespace plumbline
