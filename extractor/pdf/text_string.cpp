// Text strings of a PDF's dictionaries.
#include "extractor/pdf/text_string.h"

#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

#include <poppler/UTF.h>

#include <cstdlib>
#include <memory>

namespace plumbline::pdf {

std::u32string text_string(const std::string& raw) {
  Unicode* points = nullptr;
  const int count = TextStringToUCS4(raw, &points);
  const std::unique_ptr<Unicode, decltype(&std::free)> owner(points, &std::free);
  std::u32string text;
  for (int i = 0; i < count; ++i) {
    const bool is_valid = points[i] != 0 && points[i] <= 0x10FFFF && (points[i] < 0xD800 || points[i] > 0xDFFF);
    text += is_valid ? static_cast<char32_t>(points[i]) : U'\uFFFD';
  }
  return text;
}

std::string line_of_text_string(const std::string& raw) {
  return normalize_line(to_utf8(text_string(raw)));
}

}  // namespace plumbline::pdf
