// Rows of tables that the end of a page cuts.
#include "rules/segment/cut_rows.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace plumbline {

CutRows::CutRows(const Document& document) : document_(document), origins_(document.rows.size()) {
  std::iota(origins_.begin(), origins_.end(), 0u);
  for (std::uint32_t row = 0; row < document.rows.size(); ++row) {
    if (!document.rows[row].continues) continue;
    const std::uint32_t before = row_before(document.rows[row]);
    if (before == no_index) continue;
    origins_[row] = origins_[before];
    cut_.push_back(row);
    cut_.push_back(origins_[row]);
  }
  std::sort(cut_.begin(), cut_.end());
  cut_.erase(std::unique(cut_.begin(), cut_.end()), cut_.end());
}

// The last row of the part of the table before.
std::uint32_t CutRows::row_before(const Row& row) const {
  const std::uint32_t before = document_.tables[row.table].continued;
  if (before == no_index || document_.tables[before].row_count == 0) return no_index;
  return document_.tables[before].first_row + document_.tables[before].row_count - 1;
}

std::uint32_t CutRows::first_line(const Row& row) const {
  for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c)
    if (const Cell& cell = document_.cells[c]; cell.block_count > 0)
      return document_.blocks[cell.first_block].first_line;
  return no_index;
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
