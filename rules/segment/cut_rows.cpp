// Rows of tables that the end of a page cuts.
#include "rules/segment/cut_rows.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace plumbline {

namespace {

constexpr std::uint32_t tables_most = 40;  // that are looked through for the part before

}  // namespace

CutRows::CutRows(const Document& document) : document_(document), origins_(document.rows.size()) {
  std::iota(origins_.begin(), origins_.end(), 0u);
  for (std::uint32_t row = 0; row < document.rows.size(); ++row) {
    if (!document.rows[row].continues) continue;
    const std::uint32_t before = row_before(row);
    if (before == no_index) continue;
    origins_[row] = origins_[before];
    cut_.push_back(row);
    cut_.push_back(origins_[row]);
  }
  std::sort(cut_.begin(), cut_.end());
  cut_.erase(std::unique(cut_.begin(), cut_.end()), cut_.end());
}

// The last row of the part of the table on the page before: as many columns, at the same x.
std::uint32_t CutRows::row_before(std::uint32_t row) const {
  const Row& here = document_.rows[row];
  const std::uint32_t line = first_line(here);
  if (line == no_index) return no_index;
  const Box box = box_of(here);
  for (std::uint32_t n = 1; n <= std::min(here.table, tables_most); ++n) {
    const Table& table = document_.tables[here.table - n];
    if (table.row_count == 0 || table.columns != document_.tables[here.table].columns) continue;
    const std::uint32_t last = table.first_row + table.row_count - 1;
    const std::uint32_t other = first_line(document_.rows[last]);
    if (other == no_index || document_.lines[other].page == document_.lines[line].page) continue;
    if (document_.lines[other].page + 1 < document_.lines[line].page) break;
    const Box there = box_of(document_.rows[last]);
    const float shared = std::min(box.x1, there.x1) - std::max(box.x0, there.x0);
    if (shared > 0.4f * std::min(box.width(), there.width())) return last;
  }
  return no_index;
}

std::uint32_t CutRows::first_line(const Row& row) const {
  for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c)
    if (const Cell& cell = document_.cells[c]; cell.block_count > 0)
      return document_.blocks[cell.first_block].first_line;
  return no_index;
}

Box CutRows::box_of(const Row& row) const {
  Box box;
  for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c)
    box.include(document_.cells[c].box);
  return box;
}

std::uint32_t CutRows::whole_cell(std::uint32_t cell) const {
  if (cell == no_index) return no_index;
  const Cell& here = document_.cells[cell];
  const std::uint32_t origin = origins_[here.row];
  if (origin == here.row) return cell;
  const Row& row = document_.rows[origin];
  for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c)
    if (document_.cells[c].column == here.column) return c;
  return cell;
}

void CutRows::put_in_order(std::vector<std::uint32_t>& lines) const {
  if (cut_.empty()) return;
  // For each block inside cut rows: of each of them, the outermost first, where the whole row begins and the column.
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> paths;
  for (const std::uint32_t r : cut_) {
    const Row& row = document_.rows[r];
    const std::uint32_t start = first_line(document_.rows[origins_[r]]);
    for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
      const Cell& cell = document_.cells[c];
      for (std::uint32_t b = cell.first_block; b < cell.first_block + cell.block_count; ++b) {
        paths[b].push_back(start);
        paths[b].push_back(cell.column);
      }
    }
  }
  const auto key = [&](std::uint32_t line) {
    std::vector<std::uint32_t> path;
    if (const auto at = paths.find(document_.lines[line].block); at != paths.end()) path = at->second;
    path.push_back(line);
    return path;
  };
  std::vector<std::pair<std::vector<std::uint32_t>, std::uint32_t>> order;
  order.reserve(lines.size());
  for (const std::uint32_t line : lines)
    order.emplace_back(key(line), line);
  std::sort(order.begin(), order.end());
  std::transform(order.begin(), order.end(), lines.begin(), [](const auto& entry) { return entry.second; });
}

}  // namespace plumbline
