// Gutters: tall strips of white that text stands on both sides of, on the right flush along the strip.
#pragma once

#include "extractor/layout/pieces.h"

#include <vector>

namespace plumbline::layout {

// As thin upright boxes in the ink's frame, each from the first to the last line beside it, from the midst of its
// white to that edge (right to left: without the edge). Found among the pieces, before any line stands: blanks of
// narrow justified columns may be wider than the white between columns, but only a gutter goes through many lines, and
// has a column's flush edge. Lines that did not fit may reach over it. Takes n log n in pieces.
std::vector<Box> find_gutters(const PageInk& ink, bool right_to_left);

}  // namespace plumbline::layout
