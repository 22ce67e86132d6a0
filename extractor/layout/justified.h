// Lines that were set wide: their blanks are as wide as the white between columns, but all alike.
#pragma once

#include "extractor/layout/pieces.h"
#include "extractor/layout/segments.h"

namespace plumbline::layout {

// Joins the segments of one line again where the gaps between them are blanks of a justified line. Beside a gutter, a
// line that fills its column from edge to edge is one, however wide its blanks.
Segments join_justified(const PageInk& ink, const Segments& segments, const Walls& walls,
                        const std::vector<Box>& gutters);

}  // namespace plumbline::layout
