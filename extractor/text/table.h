// Tables in plain text: columns kept apart by tabs, by "|", or by white gutters.
#pragma once

#include "extractor/flow/flow.h"
#include "extractor/text/lines.h"

#include <span>

namespace plumbline {

// The table that begins with the first of `lines`, and how many lines it takes; 0 = no table begins there.
// - tabs: rows of one number of columns, at least two (one is enough where its first cell ends in a colon);
// - "|": likewise; lines of "-", "=", "+" are its rules: with them a row may take several lines;
// - gutters: at least three lines that share a column of three blanks or more with text on both sides, as a form
//   with a label column looks when its layout is kept; its rows are cut where an empty line and a new label meet, and
//   where a label stands behind the end of the last one's text; lines that are all short and filled on both sides are
//   rows of their own.
std::size_t take_table(std::span<const TextLine> lines, FlowTable& table);

}  // namespace plumbline
