// Items of a page -> parts in reading order. Drawn tables first, then columns, then tables that are only aligned;
// the same again inside each cell and column.
#include "extractor/layout/arrange.h"

#include "extractor/layout/open_rows.h"
#include "extractor/layout/rows.h"
#include "extractor/layout/zones.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace plumbline::layout {

namespace {

constexpr int deepest = 6;             // of columns and cells within each other
constexpr std::size_t rows_least = 2;  // that lines through all columns begin, where these are no columns of text

float middle_x(const Box& box) {
  return (box.x0 + box.x1) / 2;
}
float middle_y(const Box& box) {
  return (box.y0 + box.y1) / 2;
}
bool holds(const Box& box, const Box& inner) {
  const float x = middle_x(inner), y = middle_y(inner);
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

class Arranger {
 public:
  Arranger(const Items& items, const std::vector<Grid>& grids, const std::vector<Box>& separators, float page_height)
      : items_(items), grids_(grids), separators_(separators), page_height_(page_height) {}

  std::vector<Part> arrange_page() {
    Indices all(items_.size()), grids(grids_.size());
    std::iota(all.begin(), all.end(), 0u);
    std::iota(grids.begin(), grids.end(), 0u);
    std::vector<Part> parts;
    arrange(all, grids, 0, parts);
    return parts;
  }

 private:
  // What stands in the cells of a drawn table's column, and the columns in that; found when first asked for.
  struct Siblings {
    Indices items;
    std::optional<std::vector<Zone>> zones;
  };

  void arrange(Indices region, const Indices& grids, int depth, std::vector<Part>& parts,
               Siblings* siblings = nullptr) {
    if (region.empty()) return;
    std::map<std::uint32_t, Indices> inside;  // grid -> its items
    Indices nested;
    region = take_grids(std::move(region), grids, inside, nested);
    Items& items = items_;
    for (auto& [grid, indices] : inside) {
      OpenRows open = find_open_rows(items_, grids_[grid], indices, region);
      Item item;
      item.box = grids_[grid].box;
      for (const auto* rows : {&open.above, &open.below})
        for (const Columns& row : *rows)
          for (const Indices& cell : row) {
            if (!cell.empty()) item.box.include(box_of(cell));
            std::erase_if(region,
                          [&](std::uint32_t i) { return std::find(cell.begin(), cell.end(), i) != cell.end(); });
          }
      item.baseline = item.box.y1;
      item.size = 10;
      item.kind = ItemKind::grid;
      item.index = grid;
      region.push_back(static_cast<std::uint32_t>(items.size()));
      items.push_back(item);
      contents_[grid] = {std::move(indices), nested, std::move(open)};
    }
    if (depth > 0) return arrange_flow(std::move(region), depth, parts, siblings);
    const Indices head = take_margin(region, true), foot = take_margin(region, false);
    arrange_flow(head, depth + 1, parts);
    arrange_flow(std::move(region), depth, parts);
    arrange_flow(foot, depth + 1, parts);
  }

  // Lines near the page's edge, well apart from all else: they are no part of the columns and rows below or above.
  Indices take_margin(Indices& region, bool at_top) const {
    constexpr float zone = 0.09f;           // of the page's height
    constexpr std::size_t items_most = 12;  // on up to three lines
    std::stable_sort(region.begin(), region.end(), [&](auto a, auto b) {
      return at_top ? items_[a].box.y0 < items_[b].box.y0 : items_[a].box.y1 > items_[b].box.y1;
    });
    const auto outer = [&](const Box& box) { return at_top ? box.y0 : page_height_ - box.y1; };
    const auto inner = [&](const Box& box) { return at_top ? box.y1 : page_height_ - box.y0; };
    float reached = -1e9f;
    for (std::size_t i = 0; i < region.size() && i <= items_most; ++i) {
      const Item& item = items_[region[i]];
      if (i > 0 && outer(item.box) - reached > 1.3f * std::max(item.size, 8.0f)) {
        Indices taken(region.begin(), region.begin() + static_cast<std::ptrdiff_t>(i));
        region.erase(region.begin(), region.begin() + static_cast<std::ptrdiff_t>(i));
        return taken;
      }
      if (item.kind != ItemKind::segment || inner(item.box) > zone * page_height_) return {};
      reached = std::max(reached, inner(item.box));
    }
    return {};
  }

  struct Content {
    Indices items, nested;
    OpenRows open;
  };

  // Takes out of `region` what stands in the outermost grids that are tables.
  Indices take_grids(Indices region, const Indices& grids, std::map<std::uint32_t, Indices>& inside, Indices& nested) {
    std::sort(region.begin(), region.end(),
              [&](auto a, auto b) { return middle_y(items_[a].box) < middle_y(items_[b].box); });
    Indices by_area = grids;
    const auto area = [&](std::uint32_t g) { return grids_[g].box.width() * grids_[g].box.height(); };
    std::sort(by_area.begin(), by_area.end(), [&](auto a, auto b) { return area(a) > area(b); });
    std::vector<char> taken(region.size(), 0);
    for (const std::uint32_t grid : by_area) {
      const Box& box = grids_[grid].box;
      auto at = std::lower_bound(region.begin(), region.end(), box.y0,
                                 [&](std::uint32_t i, float y) { return middle_y(items_[i].box) < y; });
      Indices held;
      std::vector<std::size_t> places;
      bool is_outermost = true;
      for (; at != region.end() && middle_y(items_[*at].box) <= box.y1; ++at) {
        const auto place = static_cast<std::size_t>(at - region.begin());
        if (!holds(box, items_[*at].box)) continue;
        if (taken[place]) is_outermost = false;
        held.push_back(*at);
        places.push_back(place);
      }
      if (!is_outermost) {
        nested.push_back(grid);
      } else if (is_table(grids_[grid], held)) {
        for (const std::size_t place : places)
          taken[place] = 1;
        inside.emplace(grid, std::move(held));
      }
    }
    Indices left;
    for (std::size_t i = 0; i < region.size(); ++i)
      if (!taken[i]) left.push_back(region[i]);
    return left;
  }

  // At least two cells beside each other, one of them with text, and two cells with text in all.
  bool is_table(const Grid& grid, const Indices& held) const {
    if (grid.columns < 2) return false;
    std::vector<char> filled(grid.cells.size(), 0);
    for (const std::uint32_t index : held) {
      const std::uint32_t cell = grid.find_cell(middle_x(items_[index].box), middle_y(items_[index].box));
      if (cell != no_index) filled[cell] = 1;
    }
    const auto cells = std::count(filled.begin(), filled.end(), 1);
    bool beside = false;
    for (std::size_t i = 0; i < grid.cells.size(); ++i)
      beside |= filled[i] && grid.cells[i].column_span < grid.columns && grid.cells[i].box.height() > 6;
    return beside && (cells >= 2 || (cells == 1 && grid.cells.size() <= 4));
  }

  void arrange_flow(Indices region, int depth, std::vector<Part>& parts, Siblings* siblings = nullptr) {
    if (depth >= deepest || region.size() < 2) return add_lines(region, depth, parts);
    if (const Indices turned = take_turned(region); !turned.empty()) {
      arrange_flow(std::move(region), depth + 1, parts);
      return add_lines(turned, depth, parts);
    }
    std::vector<Zone> zones = find_zones(items_, region);
    if (siblings && zones.size() == 1 && zones[0].gutters.empty()) zones[0].gutters = gutters_beside(*siblings, region);
    if (zones.size() == 1 && zones[0].gutters.empty()) return add_lines(region, depth, parts);
    Indices plain;  // what stands above, between and below the columns
    const auto flush = [&] {
      if (!plain.empty()) arrange_flow(std::exchange(plain, {}), depth + 1, parts);
    };
    for (Zone zone : zones) {
      if (zone.gutters.empty()) {
        append(plain, zone.items);
        continue;
      }
      Columns columns = part_columns(items_, zone);
      if (has_label_beside_rows(items_, columns) || lines_begin_behind_first(columns)) {
        zone.gutters.resize(1);
        columns = part_columns(items_, zone);
      }
      const std::vector<float> separators = separators_in(columns);
      if (separators.size() < rows_least && is_running_text(items_, columns)) {
        flush();
        for (const Indices& column : columns)
          arrange_flow(column, depth + 1, parts);
        continue;
      }
      std::vector<RowCut> rows = part_rows(items_, columns, separators);
      // Lines that stand alone above and below a table's rows are text around it.
      auto first = rows.begin(), end = rows.end();
      for (; first != end && first->spans; ++first)
        append(plain, first->cells[0]);
      while (end != first && (end - 1)->spans)
        --end;
      if (first != end) {
        flush();
        add_aligned_table({first, end}, columns.size(), depth, parts);
      }
      for (; end != rows.end(); ++end)
        append(plain, end->cells[0]);
    }
    flush();
  }

  // A row that stands alone in its cell has the columns of the rows that stand in those above and below.
  std::vector<float> gutters_beside(Siblings& siblings, const Indices& region) const {
    if (!siblings.zones) siblings.zones = find_zones(items_, siblings.items);
    for (const Zone& zone : *siblings.zones) {
      std::vector<float> gutters;
      for (const float x : zone.gutters)
        if (parts_alike(zone, region, x)) gutters.push_back(x);
      if (!gutters.empty()) return gutters;
    }
    return {};
  }

  // Nothing in `region` crosses `x`, two of its items stand beside each other there, and what stands right of it begins
  // where others of the zone do.
  bool parts_alike(const Zone& zone, const Indices& region, float x) const {
    const auto begins_alike = [&](const Box& box) {
      return std::count_if(zone.items.begin(), zone.items.end(),
                           [&](std::uint32_t index) { return std::abs(items_[index].box.x0 - box.x0) < 2; }) >= 2;
    };
    const Item *left = nullptr, *right = nullptr;
    for (const std::uint32_t index : region) {
      const Item& item = items_[index];
      if (item.box.x0 < x && item.box.x1 > x) return false;
      Item const*& first = item.box.x0 < x ? left : right;
      if (!first || item.box.y0 < first->box.y0) first = &item;
    }
    return left && right && share_a_line(left->box, right->box) && begins_alike(right->box);
  }

  static void append(Indices& to, const Indices& from) { to.insert(to.end(), from.begin(), from.end()); }

  // Text that runs up or down is read behind what it stands beside.
  Indices take_turned(Indices& region) const {
    Indices turned;
    for (const std::uint32_t index : region)
      if (items_[index].kind == ItemKind::turned) turned.push_back(index);
    std::erase_if(region, [&](std::uint32_t index) { return items_[index].kind == ItemKind::turned; });
    return turned;
  }

  Box box_of(const Indices& region) const {
    Box box;
    for (const std::uint32_t index : region)
      box.include(items_[index].box);
    return box;
  }

  // Rows of the other columns are drawn beside the first, which labels them all.
  bool lines_begin_behind_first(const Columns& columns) const {
    if (columns.size() < 3 || columns.front().empty()) return false;
    const float end = box_of(columns.front()).x1;
    const auto lines = lines_through({columns.begin() + 1, columns.end()});
    return std::count_if(lines.begin(), lines.end(), [&](const Box& line) { return line.x0 > end; }) >=
           static_cast<std::ptrdiff_t>(rows_least);
  }

  // The separators that go through most of the columns' width.
  std::vector<Box> lines_through(const Columns& columns) const {
    Box box;
    for (const Indices& column : columns)
      box.include(box_of(column));
    std::vector<Box> lines;
    auto at = std::lower_bound(separators_.begin(), separators_.end(), box.y0,
                               [](const Box& line, float y) { return line.y0 < y; });
    for (; at != separators_.end() && at->y0 < box.y1 && lines.size() < 300; ++at)
      if (std::min(at->x1, box.x1) - std::max(at->x0, box.x0) > 0.8f * box.width()) lines.push_back(*at);
    return lines;
  }

  // y of those that go into the first column and the last.
  std::vector<float> separators_in(const Columns& columns) const {
    std::vector<float> ys;
    if (columns.front().empty() || columns.back().empty()) return ys;
    const float first = box_of(columns.front()).x1, last = box_of(columns.back()).x0;
    for (const Box& line : lines_through(columns))
      if (line.x0 < first && line.x1 > last) ys.push_back(line.y0);
    return ys;
  }

  void add_aligned_table(const std::vector<RowCut>& rows, std::size_t columns, int depth, std::vector<Part>& parts) {
    Part part;
    part.table.columns = static_cast<std::uint16_t>(columns);
    for (const RowCut& row : rows)
      part.table.rows.push_back(row.spans ? row_of({row.cells[0]}, part.table.columns, depth)
                                          : row_of(row.cells, 1, depth));
    parts.push_back(std::move(part));
  }

  RowPart row_of(const Columns& cells, std::uint16_t column_span, int depth) {
    RowPart row;
    for (const Indices& items : cells) {
      CellPart cell;
      cell.column = static_cast<std::uint16_t>(row.cells.size());
      cell.column_span = column_span;
      cell.box = box_of(items);
      arrange_flow(items, depth + 1, cell.parts);
      row.cells.push_back(std::move(cell));
    }
    return row;
  }

  void add_grid(std::uint32_t index, int depth, std::vector<Part>& parts) {
    const Grid& grid = grids_[index];
    const Content content = std::move(contents_[index]);
    std::vector<Indices> in_cell(grid.cells.size()), nested_in(grid.cells.size());
    for (const std::uint32_t item : content.items) {
      const std::uint32_t cell = grid.find_cell(middle_x(items_[item].box), middle_y(items_[item].box));
      in_cell[cell == no_index ? 0 : cell].push_back(item);
    }
    for (const std::uint32_t other : content.nested) {
      const Box& box = grids_[other].box;
      const std::uint32_t cell = grid.find_cell(middle_x(box), middle_y(box));
      if (cell != no_index && holds(grid.box, box)) nested_in[cell].push_back(other);
    }
    std::vector<Siblings> siblings = siblings_in(grid, in_cell);
    Part part;
    part.table.is_ruled = true;
    part.table.columns = static_cast<std::uint16_t>(grid.columns);
    part.table.rows.resize(grid.rows);
    for (std::size_t c = 0; c < grid.cells.size(); ++c) {
      const GridCell& from = grid.cells[c];
      for (std::uint32_t r = 0; r < from.row_span; ++r) {
        CellPart cell;
        cell.column = static_cast<std::uint16_t>(from.column);
        cell.column_span = static_cast<std::uint16_t>(from.column_span);
        cell.box = from.box;
        cell.continues = r > 0;
        if (r == 0)
          arrange(std::move(in_cell[c]), nested_in[c], depth + 1, cell.parts,
                  siblings.empty() ? nullptr : &siblings[from.column]);
        part.table.rows[from.row + r].cells.push_back(std::move(cell));
      }
    }
    for (std::size_t r = 0; r < content.open.above.size(); ++r)
      part.table.rows.insert(part.table.rows.begin() + static_cast<std::ptrdiff_t>(r),
                             row_of(content.open.above[r], 1, depth));
    for (const Columns& row : content.open.below)
      part.table.rows.push_back(row_of(row, 1, depth));
    drop_empty(part.table);
    parts.push_back(std::move(part));
  }

  // By column; none in grids of very many.
  static std::vector<Siblings> siblings_in(const Grid& grid, const std::vector<Indices>& in_cell) {
    constexpr std::uint32_t columns_most = 30;
    if (grid.columns > columns_most) return {};
    std::vector<Siblings> siblings(grid.columns);
    for (std::size_t c = 0; c < grid.cells.size(); ++c)
      for (std::uint32_t k = 0; k < grid.cells[c].column_span; ++k)
        append(siblings[grid.cells[c].column + k].items, in_cell[c]);
    return siblings;
  }

  // Rows in which nothing stands are white between double borders.
  static void drop_empty(TablePart& table) {
    std::erase_if(table.rows, [](const RowPart& row) {
      return std::all_of(row.cells.begin(), row.cells.end(), [](const CellPart& cell) { return cell.parts.empty(); });
    });
    for (RowPart& row : table.rows)
      std::sort(row.cells.begin(), row.cells.end(),
                [](const CellPart& a, const CellPart& b) { return a.column < b.column; });
  }

  // One column: its lines, and the grids between them.
  void add_lines(Indices region, int depth, std::vector<Part>& parts) {
    std::stable_sort(region.begin(), region.end(), [&](auto a, auto b) {
      const Item &x = items_[a], &y = items_[b];
      return (x.kind == ItemKind::grid ? x.box.y0 : x.baseline) < (y.kind == ItemKind::grid ? y.box.y0 : y.baseline);
    });
    Part part;
    const auto flush = [&] {
      if (!part.lines.empty()) parts.push_back(std::move(part));
      part = {};
    };
    for (const std::uint32_t index : region) {
      const Item& item = items_[index];
      if (item.kind == ItemKind::grid) {
        flush();
        add_grid(item.index, depth, parts);
        continue;
      }
      if (part.lines.empty() || !is_same_line(part.lines.back(), item)) part.lines.emplace_back();
      part.lines.back().push_back(index);
    }
    flush();
  }

  bool is_same_line(const Indices& line, const Item& item) const {
    const Item& last = items_[line.back()];
    if (item.kind == ItemKind::turned || last.kind == ItemKind::turned) return false;
    const float em = std::min(last.size, item.size);
    if (std::abs(last.baseline - item.baseline) > 0.35f * em) return false;
    const float shared = std::min(last.box.x1, item.box.x1) - std::max(last.box.x0, item.box.x0);
    return shared < 0.5f * em || line.size() > 1;
  }

  Items items_;
  const std::vector<Grid>& grids_;
  const std::vector<Box>& separators_;
  float page_height_;
  std::map<std::uint32_t, Content> contents_;
};

}  // namespace

std::vector<Part> arrange(const Items& items, const std::vector<Grid>& grids, const std::vector<Box>& separators,
                          float page_height) {
  return Arranger(items, grids, separators, page_height).arrange_page();
}

}  // namespace plumbline::layout
