// Rows of tables -> targets and actions.
#pragma once

#include "rules/pack/pack.h"
#include "rules/segment/items.h"
#include "rules/segment/passage.h"
#include "rules/segment/target_rows.h"
#include "rules/segment/tree_builder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plumbline {

// All that it is given must outlive it. Remembers the heads of the columns of the table that is open.
class RowPlacer {
 public:
  RowPlacer(const Document& document, const Pack& pack, const LineJoiner& joiner,
            const std::vector<TargetTable>& target_tables, TreeBuilder& tree)
      : document_(document), pack_(pack), joiner_(joiner), target_tables_(target_tables), tree_(tree) {}

  // The table of targets that the row is of; null where it is of none.
  const TargetTable* table_of_targets(std::uint32_t row);
  // One row, one target; each of its cells a section. False: the row names the columns, or nothing.
  bool place_target(const Chunk& chunk, const TargetTable& table);
  // One row, one action of the open section.
  void place_action(const Chunk& chunk);

 private:
  void place_target_cell(const Chunk::RowCell& cell, std::uint32_t part);
  std::string column_heading(std::uint16_t column) const;

  const Document& document_;
  const Pack& pack_;
  const LineJoiner& joiner_;
  const std::vector<TargetTable>& target_tables_;
  TreeBuilder& tree_;
  std::vector<std::pair<std::uint16_t, std::string>> columns_;  // of the open table of actions
  std::uint32_t columns_table_ = no_index;
  const TargetTable* open_table_ = nullptr;                      // of targets
  std::vector<std::pair<std::uint16_t, Passage>> column_heads_;  // of it
};

}  // namespace plumbline
