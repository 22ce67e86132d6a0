// Text strings of a PDF's dictionaries.
#include "extractor/pdf/text_string.h"

#include "extractor/pdf/actual_text.h"
#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

namespace plumbline::pdf {

std::string line_of_text_string(const std::string& raw) {
  std::string text;
  for (const char32_t c : text_string(raw))
    append_code_point(text, c);
  return normalize_line(text);
}

}  // namespace plumbline::pdf
