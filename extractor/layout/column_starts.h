// Words that stand at the start of a column, however narrow the white before them.
#pragma once

#include "extractor/layout/pieces.h"
#include "extractor/layout/segments.h"

namespace plumbline::layout {

// Parts segments where a word begins at an x at which many lines begin, after a gap wider than the line's own blanks:
// a label that fills its column leaves hardly more than a blank before the text beside it.
Segments part_at_column_starts(const PageInk& ink, const Segments& segments, bool right_to_left);

}  // namespace plumbline::layout
