// Items of a page -> parts in reading order. Drawn tables first, then columns, then tables that are only aligned;
// the same again inside each cell and column.
#include "extractor/layout/arrange.h"

#include "extractor/layout/rows.h"
#include "extractor/layout/zones.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <utility>

namespace plumbline::layout {

namespace {

constexpr int deepest = 6;  // of columns and cells within each other

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
  Arranger(const Items& items, const std::vector<Grid>& grids, const std::vector<Box>& lines, float page_height)
      : items_(items), grids_(grids), rules_(lines), page_height_(page_height) {
    std::sort(rules_.begin(), rules_.end(), [](const Box& a, const Box& b) { return a.y0 < b.y0; });
  }

  std::vector<Part> arrange_page() {
    Indices all(items_.size()), grids(grids_.size());
    std::iota(all.begin(), all.end(), 0u);
    std::iota(grids.begin(), grids.end(), 0u);
    std::vector<Part> parts;
    arrange(all, grids, 0, parts);
    return parts;
  }

 private:
  void arrange(Indices region, const Indices& grids, int depth, std::vector<Part>& parts) {
    if (region.empty()) return;
    std::map<std::uint32_t, Indices> inside;  // grid -> its items
    Indices nested;
    region = take_grids(std::move(region), grids, inside, nested);
    Items& items = items_;
    for (auto& [grid, indices] : inside) {
      Item item;
      item.box = grids_[grid].box;
      item.baseline = item.box.y1;
      item.size = 10;
      item.kind = ItemKind::grid;
      item.index = grid;
      region.push_back(static_cast<std::uint32_t>(items.size()));
      items.push_back(item);
      contents_[grid] = {std::move(indices), nested};
    }
    if (depth > 0) return arrange_flow(std::move(region), depth, parts);
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

  void arrange_flow(Indices region, int depth, std::vector<Part>& parts) {
    if (depth >= deepest || region.size() < 2) return add_lines(region, depth, parts);
    if (const Indices turned = take_turned(region); !turned.empty()) {
      arrange_flow(std::move(region), depth + 1, parts);
      return add_lines(turned, depth, parts);
    }
    const std::vector<Zone> zones = find_zones(items_, region);
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
      if (has_label_beside_rows(items_, columns)) {
        zone.gutters.resize(1);
        columns = part_columns(items_, zone);
      }
      if (is_running_text(items_, columns)) {
        flush();
        for (const Indices& column : columns)
          arrange_flow(column, depth + 1, parts);
        continue;
      }
      std::vector<RowCut> rows = part_rows(items_, columns, separators_in(columns));
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

  // y of the rules that are drawn across most of the columns' width.
  std::vector<float> separators_in(const Columns& columns) const {
    Box box;
    for (const Indices& column : columns)
      box.include(box_of(column));
    std::vector<float> ys;
    auto at = std::lower_bound(rules_.begin(), rules_.end(), box.y0, [](const Box& r, float y) { return r.y0 < y; });
    for (; at != rules_.end() && at->y0 < box.y1 && ys.size() < 300; ++at)
      if (std::min(at->x1, box.x1) - std::max(at->x0, box.x0) > 0.8f * box.width()) ys.push_back(at->y0);
    return ys;
  }

  void add_aligned_table(const std::vector<RowCut>& rows, std::size_t columns, int depth, std::vector<Part>& parts) {
    Part part;
    part.table.columns = static_cast<std::uint16_t>(columns);
    for (const RowCut& from : rows) {
      RowPart row;
      for (std::size_t c = 0; c < (from.spans ? 1 : columns); ++c) {
        CellPart cell;
        cell.column = static_cast<std::uint16_t>(c);
        cell.column_span = from.spans ? part.table.columns : std::uint16_t{1};
        cell.box = box_of(from.cells[c]);
        arrange_flow(from.cells[c], depth + 1, cell.parts);
        row.cells.push_back(std::move(cell));
      }
      part.table.rows.push_back(std::move(row));
    }
    parts.push_back(std::move(part));
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
        if (r == 0) arrange(std::move(in_cell[c]), nested_in[c], depth + 1, cell.parts);
        part.table.rows[from.row + r].cells.push_back(std::move(cell));
      }
    }
    drop_empty(part.table);
    parts.push_back(std::move(part));
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
  std::vector<Box> rules_;
  float page_height_;
  std::map<std::uint32_t, Content> contents_;
};

}  // namespace

std::vector<Part> arrange(const Items& items, const std::vector<Grid>& grids, const std::vector<Box>& lines,
                          float page_height) {
  return Arranger(items, grids, lines, page_height).arrange_page();
}

}  // namespace plumbline::layout
