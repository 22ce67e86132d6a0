// Ruled lines and shaded boxes -> cells: lines that meet make a grid, fields with no line between them a cell.
#include "extractor/layout/grid.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace plumbline::layout {

namespace {

// Lines this near are one: double borders, and cells that are each drawn with a border of their own.
constexpr float near_points = 2.5f;
constexpr float reach_points = 3;          // that a line may end before the one that it meets
constexpr float thin_field = 8;            // points: no line of text stands in it
constexpr std::size_t lines_most = 20000;  // more are a drawing
constexpr std::size_t crossings_most = 400000;
constexpr std::size_t fields_most = 400000;

struct Stroke {
  float at = 0, start = 0, end = 0;  // y and x0, x1 of a horizontal one; x and y0, y1 of a vertical one
};

// Joins strokes on one line.
std::vector<Stroke> merge(std::vector<Stroke> strokes) {
  std::sort(strokes.begin(), strokes.end(), [](const Stroke& a, const Stroke& b) { return a.at < b.at; });
  std::vector<Stroke> merged;
  for (std::size_t i = 0; i < strokes.size();) {
    std::size_t end = i;
    double sum = 0;
    while (end < strokes.size() && strokes[end].at - strokes[i].at <= near_points)
      sum += static_cast<double>(strokes[end++].at);
    const auto at = static_cast<float>(sum / static_cast<double>(end - i));
    std::sort(strokes.begin() + static_cast<std::ptrdiff_t>(i), strokes.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Stroke& a, const Stroke& b) { return a.start < b.start; });
    for (std::size_t k = i; k < end; ++k) {
      if (k > i && strokes[k].start <= merged.back().end + near_points) {
        merged.back().end = std::max(merged.back().end, strokes[k].end);
      } else {
        merged.push_back({at, strokes[k].start, strokes[k].end});
      }
    }
    i = end;
  }
  std::erase_if(merged, [](const Stroke& stroke) { return stroke.end - stroke.start < 5; });
  return merged;
}

class Groups {
 public:
  explicit Groups(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t a) {
    while (parent_[a] != a)
      a = parent_[a] = parent_[parent_[a]];
    return a;
  }
  void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parent_;
};

std::vector<float> distinct(std::vector<float> values) {
  std::sort(values.begin(), values.end());
  std::vector<float> out;
  for (const float value : values)
    if (out.empty() || value - out.back() > near_points) out.push_back(value);
  return out;
}

std::size_t nearest(const std::vector<float>& values, float value) {
  const auto at = std::lower_bound(values.begin(), values.end(), value);
  if (at == values.begin()) return 0;
  if (at == values.end() || value - *(at - 1) < *at - value) return static_cast<std::size_t>(at - values.begin()) - 1;
  return static_cast<std::size_t>(at - values.begin());
}

class GridBuilder {
 public:
  GridBuilder(const std::vector<Stroke>& across, const std::vector<Stroke>& down) {
    std::vector<float> xs, ys;
    for (const Stroke& s : across) {
      ys.push_back(s.at);
      xs.push_back(s.start);
      xs.push_back(s.end);
    }
    for (const Stroke& s : down) {
      xs.push_back(s.at);
      ys.push_back(s.start);
      ys.push_back(s.end);
    }
    grid_.xs = distinct(std::move(xs));
    grid_.ys = distinct(std::move(ys));
    columns_ = grid_.xs.size() - 1;
    rows_ = grid_.ys.size() - 1;
  }

  std::size_t fields() const { return columns_ * rows_; }
  bool is_possible() const { return columns_ >= 1 && rows_ >= 1 && columns_ < 4000 && rows_ < 4000; }

  Grid build(const std::vector<Stroke>& across, const std::vector<Stroke>& down) {
    std::vector<char> wall_below(fields(), 0), wall_right(fields(), 0);
    for (const Stroke& s : across) {
      const std::size_t y = nearest(grid_.ys, s.at);
      if (y == 0 || y == rows_) continue;
      for (std::size_t c = nearest(grid_.xs, s.start), end = nearest(grid_.xs, s.end); c < end; ++c)
        wall_below[(y - 1) * columns_ + c] = 1;
    }
    for (const Stroke& s : down) {
      const std::size_t x = nearest(grid_.xs, s.at);
      if (x == 0 || x == columns_) continue;
      for (std::size_t r = nearest(grid_.ys, s.start), end = nearest(grid_.ys, s.end); r < end; ++r)
        wall_right[r * columns_ + x - 1] = 1;
    }
    Groups groups(fields());
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c) {
        const std::size_t field = r * columns_ + c;
        if (c + 1 < columns_ && !wall_right[field]) groups.join(field, field + 1);
        if (r + 1 < rows_ && !wall_below[field]) groups.join(field, field + columns_);
      }
    collect_cells(groups);
    return std::move(grid_);
  }

 private:
  void collect_cells(Groups& groups) {
    std::map<std::size_t, std::uint32_t> number;
    grid_.rows = static_cast<std::uint32_t>(rows_);
    grid_.columns = static_cast<std::uint32_t>(columns_);
    grid_.box = {grid_.xs.front(), grid_.ys.front(), grid_.xs.back(), grid_.ys.back()};
    grid_.cell_at.resize(fields());
    for (std::size_t field = 0; field < fields(); ++field) {
      const auto r = static_cast<std::uint32_t>(field / columns_), c = static_cast<std::uint32_t>(field % columns_);
      const auto [at, is_new] = number.emplace(groups.find(field), static_cast<std::uint32_t>(grid_.cells.size()));
      if (is_new) grid_.cells.push_back({{}, r, 1, c, 1});
      GridCell& cell = grid_.cells[at->second];
      cell.box.include({grid_.xs[c], grid_.ys[r], grid_.xs[c + 1], grid_.ys[r + 1]});
      cell.row_span = std::max(cell.row_span, r - cell.row + 1);
      if (c < cell.column) {
        cell.column_span += cell.column - c;
        cell.column = c;
      }
      cell.column_span = std::max(cell.column_span, c - cell.column + 1);
      grid_.cell_at[field] = at->second;
    }
  }

  Grid grid_;
  std::size_t columns_ = 0, rows_ = 0;
};

void add_edges(const Box& box, std::vector<Stroke>& across, std::vector<Stroke>& down) {
  across.push_back({box.y0, box.x0, box.x1});
  across.push_back({box.y1, box.x0, box.x1});
  down.push_back({box.x0, box.y0, box.y1});
  down.push_back({box.x1, box.y0, box.y1});
}

// Those that run across and those that run down.
std::pair<std::vector<Stroke>, std::vector<Stroke>> strokes_of(const std::vector<Box>& lines,
                                                               const std::vector<Box>& fills, const Box& page) {
  std::vector<Stroke> across, down;
  if (lines.size() + fills.size() > lines_most) return {};
  for (const Box& box : lines) {
    if (box.width() >= box.height())
      across.push_back({(box.y0 + box.y1) / 2, box.x0, box.x1});
    else
      down.push_back({(box.x0 + box.x1) / 2, box.y0, box.y1});
  }
  for (const Box& box : fills) {
    const bool whole_page = box.width() > 0.95f * page.width() && box.height() > 0.9f * page.height();
    if (!whole_page && box.width() > 12 && box.height() > 8) add_edges(box, across, down);
  }
  return {merge(std::move(across)), merge(std::move(down))};
}

// Joins strokes that meet. False when there are too many crossings for a table.
bool join_crossing(const std::vector<Stroke>& across, const std::vector<Stroke>& down, Groups& groups) {
  std::vector<std::size_t> by_x(down.size());
  std::iota(by_x.begin(), by_x.end(), std::size_t{0});
  std::sort(by_x.begin(), by_x.end(), [&](auto a, auto b) { return down[a].at < down[b].at; });
  std::size_t looked_at = 0;
  for (std::size_t h = 0; h < across.size(); ++h) {
    const Stroke& line = across[h];
    auto at = std::lower_bound(by_x.begin(), by_x.end(), line.start - reach_points,
                               [&](std::size_t v, float x) { return down[v].at < x; });
    for (; at != by_x.end() && down[*at].at <= line.end + reach_points; ++at) {
      if (++looked_at > crossings_most) return false;
      if (down[*at].start <= line.at + reach_points && down[*at].end >= line.at - reach_points)
        groups.join(h, across.size() + *at);
    }
  }
  return true;
}

// Keeps only those edges of the raster at which a cell begins.
void compress(Grid& grid) {
  std::vector<char> row_used(grid.rows + 1, 0), column_used(grid.columns + 1, 0);
  for (const GridCell& cell : grid.cells)
    row_used[cell.row] = column_used[cell.column] = 1;
  row_used[grid.rows] = column_used[grid.columns] = 1;
  const auto rank = [](const std::vector<char>& used, std::uint32_t edge) {
    while (!used[edge])
      ++edge;
    return static_cast<std::uint32_t>(std::count(used.begin(), used.begin() + static_cast<std::ptrdiff_t>(edge), 1));
  };
  for (GridCell& cell : grid.cells) {
    const std::uint32_t last_row = rank(row_used, cell.row + cell.row_span);
    const std::uint32_t last_column = rank(column_used, cell.column + cell.column_span);
    cell.row = rank(row_used, cell.row);
    cell.column = rank(column_used, cell.column);
    cell.row_span = std::max(1u, last_row - cell.row);
    cell.column_span = std::max(1u, last_column - cell.column);
  }
  const auto keep = [](std::vector<float>& edges, const std::vector<char>& used) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < edges.size(); ++i)
      if (used[i]) edges[kept++] = edges[i];
    edges.resize(kept);
  };
  keep(grid.xs, column_used);
  keep(grid.ys, row_used);
  grid.columns = static_cast<std::uint32_t>(grid.xs.size()) - 1;
  grid.rows = static_cast<std::uint32_t>(grid.ys.size()) - 1;
  grid.cell_at.assign(std::size_t{grid.columns} * grid.rows, 0);
  for (std::uint32_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    for (std::uint32_t r = cell.row; r < std::min(grid.rows, cell.row + cell.row_span); ++r)
      for (std::uint32_t c = cell.column; c < std::min(grid.columns, cell.column + cell.column_span); ++c)
        grid.cell_at[std::size_t{r} * grid.columns + c] = i;
  }
}

// A table inside a cell may share the cell's own borders: beside a cell that is several rows high stand rows of
// columns that other rows do not have. Takes such a table out of `grid`; false when there is none.
bool take_nested(Grid& grid, Grid& nested) {
  for (const GridCell& tall : grid.cells) {
    const std::uint32_t first = tall.column + tall.column_span, end_row = tall.row + tall.row_span;
    if (tall.column != 0 || tall.row_span < 2 || first >= grid.columns) continue;
    const auto is_beside = [&](const GridCell& c) { return c.row >= tall.row && c.row < end_row && c.column >= first; };
    const auto beside = std::count_if(grid.cells.begin(), grid.cells.end(), is_beside);
    const bool fits = std::all_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& c) {
      const bool overlaps = c.row < end_row && c.row + c.row_span > tall.row && c.column + c.column_span > first;
      return !overlaps || (is_beside(c) && c.row + c.row_span <= end_row);
    });
    const bool one_elsewhere = std::any_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& c) {
      return c.column == first && c.column + c.column_span == grid.columns && !is_beside(c);
    });
    const bool in_columns = std::any_of(grid.cells.begin(), grid.cells.end(),
                                        [&](const GridCell& c) { return is_beside(c) && c.column > first; });
    // A page may begin and end in such a row; where borders reach out they leave thin fields above and below it.
    const bool is_alone = std::all_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& c) {
      return (c.row >= tall.row && c.row < end_row) || c.box.height() < thin_field;
    });
    if (beside < 4 || !fits || (!one_elsewhere && !is_alone) || !in_columns) continue;
    nested = {};
    nested.xs.assign(grid.xs.begin() + first, grid.xs.end());
    nested.ys.assign(grid.ys.begin() + tall.row, grid.ys.begin() + end_row + 1);
    nested.rows = tall.row_span;
    nested.columns = grid.columns - first;
    nested.box = {nested.xs.front(), nested.ys.front(), nested.xs.back(), nested.ys.back()};
    for (GridCell cell : grid.cells)
      if (is_beside(cell)) {
        cell.row -= tall.row;
        cell.column -= first;
        nested.cells.push_back(cell);
      }
    const GridCell whole{nested.box, tall.row, tall.row_span, first, nested.columns};
    std::erase_if(grid.cells, [&, row = tall.row](const GridCell& c) {
      return c.row >= row && c.row < end_row && c.column >= first;
    });
    grid.cells.push_back(whole);
    std::sort(grid.cells.begin(), grid.cells.end(), [](const GridCell& a, const GridCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    compress(nested);
    compress(grid);
    return true;
  }
  return false;
}

}  // namespace

std::uint32_t Grid::find_cell(float x, float y) const {
  if (x < xs.front() || x > xs.back() || y < ys.front() || y > ys.back()) return no_index;
  const auto field_of = [](const std::vector<float>& edges, float value) {
    const auto at = std::upper_bound(edges.begin(), edges.end(), value) - edges.begin();
    return static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(at - 1, 0, static_cast<std::ptrdiff_t>(edges.size()) - 2));
  };
  return cell_at[field_of(ys, y) * columns + field_of(xs, x)];
}

std::vector<Box> find_separators(const std::vector<Box>& lines, const std::vector<Box>& fills, const Box& page) {
  std::vector<Box> found;
  for (const Stroke& stroke : strokes_of(lines, fills, page).first)
    found.push_back({stroke.start, stroke.at, stroke.end, stroke.at});
  return found;
}

std::vector<Grid> find_grids(const std::vector<Box>& lines, const std::vector<Box>& fills, const Box& page) {
  const auto [across, down] = strokes_of(lines, fills, page);
  Groups groups(across.size() + down.size());
  if (across.empty() || down.empty() || !join_crossing(across, down, groups)) return {};
  std::map<std::size_t, std::pair<std::vector<Stroke>, std::vector<Stroke>>> parts;
  for (std::size_t i = 0; i < across.size(); ++i)
    parts[groups.find(i)].first.push_back(across[i]);
  for (std::size_t i = 0; i < down.size(); ++i)
    parts[groups.find(across.size() + i)].second.push_back(down[i]);
  std::vector<Grid> grids;
  std::size_t fields = 0;
  for (const auto& [root, strokes] : parts) {
    if (strokes.first.size() < 2 || strokes.second.empty()) continue;
    GridBuilder builder(strokes.first, strokes.second);
    if (!builder.is_possible() || (fields += builder.fields()) > fields_most) continue;
    Grid grid = builder.build(strokes.first, strokes.second);
    if (grid.cells.size() < 2) continue;
    Grid nested;
    for (int n = 0; n < 64 && grid.cells.size() < 2000 && take_nested(grid, nested); ++n)
      grids.push_back(std::move(nested));
    grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) { return a.box.y0 < b.box.y0; });
  return grids;
}

}  // namespace plumbline::layout
