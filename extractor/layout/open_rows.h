// Rows above and below a drawn table that its lines and shades leave out.
#pragma once

#include "extractor/layout/grid.h"
#include "extractor/layout/item.h"
#include "extractor/layout/rows.h"

#include <vector>

namespace plumbline::layout {

struct OpenRows {
  std::vector<Columns> above, below;  // the cells of each row, by the grid's columns
};

// What stands next to the grid like a row of it: names of columns over shaded rows, the first and the last row where
// every other is shaded. Its parts stand each in one column and begin where the column's text begins, or in its middle.
// `held` stands in the grid, `around` outside; `around` is sorted by the middle of its height. Takes time in what is
// near the grid.
OpenRows find_open_rows(const Items& items, const Grid& grid, const Indices& held, const Indices& around);

}  // namespace plumbline::layout
