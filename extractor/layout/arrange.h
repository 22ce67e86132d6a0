// The plan of a page: parts in reading order, each lines of one column, or a table whose cells hold parts again.
#pragma once

#include "extractor/layout/grid.h"
#include "extractor/layout/item.h"

#include <cstdint>
#include <vector>

namespace plumbline::layout {

struct Part;

struct CellPart {
  std::uint16_t column = 0, column_span = 1;
  Box box;
  std::vector<Part> parts;
  bool continues = false;  // merged with the cell above
};

struct RowPart {
  std::vector<CellPart> cells;
};

struct TablePart {
  bool is_ruled = false;
  std::uint16_t columns = 0;
  std::vector<RowPart> rows;
};

struct Part {
  std::vector<Indices> lines;  // items of each line; empty for a table
  TablePart table;
};

// `separators` are the page's, in the items' frame.
std::vector<Part> arrange(const Items& items, const std::vector<Grid>& grids, const std::vector<Box>& separators,
                          float page_height);

}  // namespace plumbline::layout
