// Where lines of text stand on a page's picture, before anything is read.
#pragma once

#include "extractor/ocr/picture.h"

#include <vector>

namespace plumbline {

// Pixels from the picture's top left corner. A line ends where white parts it from what stands beside it: the cells of
// a table's row are lines of their own. Lines that touch each other are one `is_tall`, to be read as a block.
struct TextLine {
  int x = 0, y = 0, width = 0, height = 0;
  bool is_tall = false;
  int letter = 0;    // high, most of its high letters are
  int baseline = 0;  // from the picture's top
};

// From the top; at `scale` points a pixel. `rules` were taken out of `picture`, in points: no line crosses an upright
// one. Pictures on the page are left out. Empty where nothing is written, or more stands on it than a page of text has.
std::vector<TextLine> find_text_lines(const Picture& picture, const std::vector<Rule>& rules, float scale);

}  // namespace plumbline
