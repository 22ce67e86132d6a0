// Parts of a page -> lines, blocks, tables of a Document.
#pragma once

#include "extractor/layout/arrange.h"
#include "extractor/layout/compose.h"

#include <functional>
#include <vector>

namespace plumbline::layout {

// A line as layout knows it.
struct LaidLine {
  LineText content;
  Box box;  // in the working frame
  float baseline = 0, size = 0;
};

// `compose` gives the line made of the items; `to_page` the box as it is on the page.
struct LineMaker {
  std::function<LaidLine(const Indices&)> compose;
  std::function<Box(const Box&)> to_page;
};

// Writes the parts behind what `document` holds.
void write_parts(Document& document, const std::vector<Part>& parts, const LineMaker& maker);

// Writes lines of furniture: one block.
void write_furniture(Document& document, const std::vector<LaidLine>& lines, LineRole role, const LineMaker& maker);

}  // namespace plumbline::layout
