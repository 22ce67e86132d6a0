// How a text begins and ends.
#include "extractor/layout/text_ends.h"

#include "extractor/unicode/letters.h"

#include <string>

namespace plumbline::layout {

bool starts_lower(std::string_view text) {
  for (const char32_t c : to_utf32(text.substr(0, 16))) {
    if (is_lower(c)) return true;
    if (is_letter(c) || is_digit(c)) return false;
  }
  return false;
}

char32_t last_mark(std::string_view text) {
  std::u32string end = to_utf32(text.substr(text.size() > 24 ? text.size() - 24 : 0));
  while (end.size() > 1 && closes(end.back()))
    end.pop_back();
  return end.empty() ? U' ' : end.back();
}

}  // namespace plumbline::layout
