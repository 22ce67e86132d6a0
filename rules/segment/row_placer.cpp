// Rows of tables -> targets and actions.
#include "rules/segment/row_placer.h"

#include "rules/pack/loose_text.h"
#include "rules/pack/phrase_number.h"

#include <algorithm>
#include <utility>

namespace plumbline {

const TargetTable* RowPlacer::table_of_targets(std::uint32_t row) {
  const std::uint32_t table = document_.rows[row].table;
  for (const TargetTable& known : target_tables_)
    if (known.table == table) return row >= known.header_row ? open_table_ = &known : nullptr;
  if (!document_.tables[table].continues()) open_table_ = nullptr;
  return open_table_;
}

bool RowPlacer::place_target(const Chunk& chunk, const TargetTable& table) {
  const auto cell_in = [&](std::optional<std::uint16_t> column) {
    const auto at = std::find_if(chunk.cells.begin(), chunk.cells.end(),
                                 [&](const Chunk::RowCell& cell) { return column && cell.column == *column; });
    return at == chunk.cells.end() ? nullptr : &*at;
  };
  if (chunk.row == table.header_row || chunk.is_header_row) {
    column_heads_.clear();
    for (const Chunk::RowCell& cell : chunk.cells) {
      column_heads_.push_back({cell.column, joiner_.join(cell.parts)});
      tree_.claim(column_heads_.back().second, LineRole::label, "report");
    }
    return false;
  }
  const Chunk::RowCell* title = cell_in(table.title_column);
  if (!title) return false;
  const Chunk::RowCell* number = cell_in(table.number_column);
  Passage heading = number ? joiner_.join(number->parts) : Passage{};
  const auto words = loose_words(heading.text);
  joiner_.extend(heading, title->parts, " ");
  tree_.add_target(std::move(heading), joiner_.join(title->parts),
                   words.size() == 1 ? number_of(words.front()) : std::nullopt);
  for (const TargetTable::Column& column : table.columns)
    if (const Chunk::RowCell* cell = cell_in(column.column)) place_target_cell(*cell, column.part);
  return true;
}

void RowPlacer::place_target_cell(const Chunk::RowCell& cell, std::uint32_t part) {
  Passage text = joiner_.join(cell.parts);
  if (text.text.empty()) return;
  Part other;
  other.kind = other_kind;
  other.in_target = true;
  tree_.close_section();
  Section& section = tree_.open_section(part == no_index ? other : pack_.parts[part]);
  for (const auto& [column, head] : column_heads_)
    if (column == cell.column) section.heading = head;
  tree_.add_action(std::move(text), ActionRole::action);
}

void RowPlacer::place_action(const Chunk& chunk) {
  const std::uint32_t table = document_.rows[chunk.row].table;
  if (chunk.is_header_row) {
    columns_.clear();
    for (const Chunk::RowCell& cell : chunk.cells) {
      const Passage heading = joiner_.join(cell.parts);
      columns_.push_back({cell.column, heading.text});
      tree_.claim(heading, LineRole::label, tree_.section().id);
    }
    columns_table_ = table;
    return;
  }
  if (table != columns_table_ && !document_.tables[table].continues()) columns_.clear();
  columns_table_ = table;
  Passage passage;
  std::vector<ActionCell> cells;
  for (const Chunk::RowCell& cell : chunk.cells) {
    const auto before = passage.text.size();
    joiner_.extend(passage, cell.parts, " | ");
    const auto start = before == 0 ? 0 : std::min(before + 3, passage.text.size());
    cells.push_back({column_heading(cell.column), static_cast<std::uint32_t>(start),
                     static_cast<std::uint32_t>(passage.text.size() - start)});
  }
  if (passage.text.empty()) return;
  tree_.add_action(std::move(passage), ActionRole::action).cells = std::move(cells);
}

std::string RowPlacer::column_heading(std::uint16_t column) const {
  for (const auto& [number, heading] : columns_)
    if (number == column) return heading;
  return "";
}

}  // namespace plumbline
