// Rows above and below a drawn table that its lines and shades leave out.
#include "extractor/layout/open_rows.h"

#include "extractor/layout/bands.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace plumbline::layout {

namespace {

constexpr float same_start = 2.5f;       // points
constexpr float padding_em = 1;          // from a table's edge to the text of a row, and between the lines of that
constexpr float widest_row_em = 12;      // of a row, or two
constexpr std::size_t items_most = 200;  // of a row that is looked at

class Finder {
 public:
  Finder(const Items& items, const Grid& grid, const Indices& held)
      : items_(items), grid_(grid), starts_(grid.columns) {
    for (const std::uint32_t index : held) {
      const Box& box = items[index].box;
      if (const std::size_t column = column_of(box); column < starts_.size()) starts_[column].push_back(box.x0);
    }
  }

  // `down`: below the grid.
  std::vector<Columns> find(const Indices& around, bool down) const {
    Columns columns(grid_.columns);
    float reached = down ? grid_.box.y1 : -grid_.box.y0;
    for (const Band& band : bands_beside(around, down)) {
      const float near = down ? band.top : -band.bottom, far = down ? band.bottom : -band.top;
      if (near - reached > padding_em * band.size || !fits(band)) break;
      for (const std::uint32_t index : band.items)
        columns[column_of(items_[index].box)].push_back(index);
      reached = far;
    }
    for (Indices& column : columns)
      std::stable_sort(column.begin(), column.end(),
                       [&](auto a, auto b) { return items_[a].box.y0 < items_[b].box.y0; });
    const auto filled = static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [](const Indices& cell) { return !cell.empty(); }));
    if (filled < 2 || filled * 10 < columns.size() * 6 || (down && columns.front().empty())) return {};
    std::vector<Columns> rows;
    for (RowCut& row : part_rows(items_, columns, {}))
      rows.push_back(std::move(row.cells));
    return rows;
  }

 private:
  // The lines next to the grid, the nearest first.
  std::vector<Band> bands_beside(const Indices& around, bool down) const {
    const auto middle = [&](std::uint32_t index) { return (items_[index].box.y0 + items_[index].box.y1) / 2; };
    const float edge = down ? grid_.box.y1 : grid_.box.y0;
    const auto at = std::lower_bound(around.begin(), around.end(), edge,
                                     [&](std::uint32_t index, float y) { return middle(index) < y; });
    Indices near;
    const auto is_near = [&](std::uint32_t index) {
      return std::abs(middle(index) - edge) < widest_row_em * std::max(items_[index].size, 8.0f);
    };
    if (down)
      for (auto i = at; i != around.end() && near.size() < items_most && is_near(*i); ++i)
        near.push_back(*i);
    else
      for (auto i = at; i != around.begin() && near.size() < items_most && is_near(*(i - 1)); --i)
        near.push_back(*(i - 1));
    std::erase_if(near, [&](std::uint32_t index) {
      const Box& box = items_[index].box;
      return box.x1 < grid_.box.x0 || box.x0 > grid_.box.x1;
    });
    std::stable_sort(near.begin(), near.end(), [&](auto a, auto b) { return items_[a].box.y0 < items_[b].box.y0; });
    std::vector<Band> bands = bands_of(items_, near);
    if (!down) std::reverse(bands.begin(), bands.end());
    return bands;
  }

  bool fits(const Band& band) const {
    return std::all_of(band.items.begin(), band.items.end(), [&](std::uint32_t index) {
      const Item& item = items_[index];
      const std::size_t column = column_of(item.box);
      if (item.kind != ItemKind::segment || column >= starts_.size()) return false;
      const float middle = (grid_.xs[column] + grid_.xs[column + 1] - item.box.x0 - item.box.x1) / 2;
      return starts_[column].empty() || std::abs(middle) < same_start ||
             std::any_of(starts_[column].begin(), starts_[column].end(),
                         [&](float start) { return std::abs(start - item.box.x0) < same_start; });
    });
  }

  // The column that holds all of the box; none: the number of columns.
  std::size_t column_of(const Box& box) const {
    const auto at = std::upper_bound(grid_.xs.begin(), grid_.xs.end(), box.x0 + 1) - grid_.xs.begin();
    const auto column = static_cast<std::size_t>(std::max<std::ptrdiff_t>(at - 1, 0));
    const bool is_inside = at > 0 && column < starts_.size() && box.x1 < grid_.xs[column + 1] + 1;
    return is_inside ? column : starts_.size();
  }

  const Items& items_;
  const Grid& grid_;
  std::vector<std::vector<float>> starts_;  // of what stands in each column
};

}  // namespace

OpenRows find_open_rows(const Items& items, const Grid& grid, const Indices& held, const Indices& around) {
  const Finder finder(items, grid, held);
  return {finder.find(around, false), finder.find(around, true)};
}

}  // namespace plumbline::layout
