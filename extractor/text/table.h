// Tables in plain text: columns kept apart by tabs, by "|", or by blanks.
#pragma once

#include "extractor/flow/flow.h"
#include "extractor/text/lines.h"

#include <span>

namespace plumbline {

// The table that begins with the first of `lines`, and how many lines it takes; 0 = no table begins there.
// - tabs: rows of one number of columns, at least two (one is enough where its first cell ends in a colon);
// - "|": likewise; lines of "-", "=", "+" are its rules: with them a row may take several lines;
// - blanks: extractor/text/blank_columns.h.
std::size_t take_table(std::span<const TextLine> lines, FlowTable& table);

}  // namespace plumbline
