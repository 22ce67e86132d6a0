// UTF-8 as writers need it: valid on any bytes, and bytes counted as code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// One code point of `text` at `at`. What is no UTF-8 (stray or overlong bytes, surrogates, beyond U+10FFFF)
// is U+FFFD with `is_valid` false and length 1. `at` must be below text.size().
struct CodePoint {
  char32_t value = 0;
  std::uint8_t length = 1;  // bytes
  bool is_valid = true;
};
CodePoint code_point_at(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t value);

// `text` with U+FFFD for what is no UTF-8 or is U+0000.
std::string valid_utf8(std::string_view text);

// Controls (C0 but tab and newline, DEL, C1) and what turns the direction of writing or ends a line unseen: a terminal
// or a viewer obeys them, so no writer puts them out raw.
bool is_unsafe_to_show(char32_t value);

// `text` for one line of a log or terminal: valid UTF-8, with unsafe code points, tabs and newlines as \u{XXXX}.
std::string shown_on_one_line(std::string_view text);

// How many code points of a text stand before a byte. Documents and reports count bytes; outputs count code points.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  std::uint32_t before(std::size_t byte) const;  // bytes beyond the text count as its end

 private:
  std::string_view text_;
  std::vector<std::uint32_t> blocks_;  // code points before each 256 bytes
};

std::uint32_t count_code_points(std::string_view text);

}  // namespace plumbline
