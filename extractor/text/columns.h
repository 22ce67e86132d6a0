// Lines of text as columns of characters, and the columns that they leave blank.
#pragma once

#include "extractor/text/lines.h"

#include <cstddef>
#include <string>
#include <vector>

namespace plumbline {

inline constexpr std::size_t widest_text_line = 400;  // columns looked at

// One line as columns: a tab is blanks up to the next stop of eight, a wide East Asian character takes two, dots that
// lead to the next column ("Base year ......... 1990") are blanks.
std::u32string columns_of(const TextLine& line);

// Normalised.
std::string text_between(const std::u32string& line, std::size_t from, std::size_t to);

struct Gutter {
  std::size_t begin = 0, end = 0;  // columns
};

// Which columns hold something in any of the lines added so far.
class FilledColumns {
 public:
  void add(const std::u32string& line);
  std::size_t width() const { return width_; }
  // Columns of at least three blanks that all lines share, with something on both sides.
  std::vector<Gutter> gutters() const;

 private:
  std::vector<bool> columns_ = std::vector<bool>(widest_text_line, false);
  std::size_t width_ = 0;
};

}  // namespace plumbline
