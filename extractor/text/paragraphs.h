// Lines of a text file -> paragraphs, headings, list items, tables.
#pragma once

#include "extractor/flow/flow.h"
#include "extractor/text/lines.h"

namespace plumbline {

// Empty lines end a paragraph, and so does what shows inside a run of lines: a list's marker, a first-line indent or a
// lone blank that a lost page break left behind a finished sentence, a line that ends long before the margin with its
// sentence, lines so long that nobody wrapped them. A paragraph cut by a page goes on in a block that `continues`.
FlowDocument group_lines(const TextLines& text);

}  // namespace plumbline
