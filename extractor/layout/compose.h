// The text of a line, from its pieces: blanks, letter-spacing, reading order, ligatures, raised marks.
#pragma once

#include "extractor/document.h"
#include "extractor/layout/pieces.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace plumbline::layout {

struct Direction {
  bool is_right_to_left = false;  // of the page's text as a whole
  bool is_arabic = false;
};
Direction direction_of(const PageInk& ink);

struct LineText {
  std::string text;         // as Line wants it; a soft hyphen at its end is kept
  std::vector<Span> marks;  // small raised marks in it
  std::vector<DoubtfulWord> doubtful;
  Style style;
  Tag tag;  // of most of its characters
  float confidence = 1;
  float first_word = 0;  // points: its width
  bool starts_bold = false, ends_bold = false;
  bool is_right_to_left = false;
};

// `pieces` in any order.
LineText compose_line(const PageInk& ink, std::span<const std::uint32_t> pieces, Direction page);

}  // namespace plumbline::layout
