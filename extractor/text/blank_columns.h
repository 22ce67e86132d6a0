// Tables in plain text whose columns are kept apart by blanks, or by rows of dots that lead to the next column.
#pragma once

#include "extractor/flow/flow.h"
#include "extractor/text/lines.h"

#include <span>

namespace plumbline {

// The table that begins with the first of `lines`, and how many lines it takes; 0 = no table begins there. At least
// three lines share a column of three blanks or more (a gutter) with text on both sides:
// - a form: labels on the left, no wider than 40 columns, and what they label; a row begins with each label;
// - figures and dates: more gutters, or short text on the right; a row begins with each line of the first column.
// A line of the left column alone that stands apart is a heading and ends the table.
std::size_t take_blank_columns(std::span<const TextLine> lines, FlowTable& table);

}  // namespace plumbline
