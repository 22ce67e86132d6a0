// Tables that are drawn: ruled lines and shaded boxes -> cells.
#pragma once

#include "extractor/document.h"

#include <cstdint>
#include <vector>

namespace plumbline::layout {

struct GridCell {
  Box box;
  std::uint32_t row = 0, row_span = 1, column = 0, column_span = 1;
};

struct Grid {
  Box box;
  std::uint32_t rows = 0, columns = 0;
  std::vector<GridCell> cells;         // by row, then column
  std::vector<float> xs, ys;           // edges of the finest raster: columns + 1, rows + 1
  std::vector<std::uint32_t> cell_at;  // of each field of the raster, row by row

  // The cell at a point; no_index outside the grid.
  std::uint32_t find_cell(float x, float y) const;
};

// `lines` are strokes and thin boxes, `fills` shaded areas, `page` the whole page. A grid inside a cell of another is
// a grid of its own. Drawings with very many lines give none. Linear in lines but for sorting and crossings.
std::vector<Grid> find_grids(const std::vector<Box>& lines, const std::vector<Box>& fills, const Box& page);

// What parts rows, from top to bottom: horizontal lines and the edges of shaded areas, joined where they meet.
std::vector<Box> find_separators(const std::vector<Box>& lines, const std::vector<Box>& fills, const Box& page);

}  // namespace plumbline::layout
