// Tables of which each row is a target.
#include "rules/segment/target_rows.h"

#include "rules/pack/loose_text.h"
#include "rules/pack/phrase_number.h"
#include "rules/segment/forms.h"

#include <algorithm>
#include <map>

namespace plumbline {

namespace {

constexpr std::size_t least_labels = 3;

std::string text_of_cell(const Document& document, std::uint32_t cell) {
  std::string text;
  for (std::uint32_t b = 0; b < document.cells[cell].block_count; ++b) {
    const Block& block = document.blocks[document.cells[cell].first_block + b];
    for (std::uint32_t line = block.first_line; line < block.first_line + block.line_count; ++line)
      text += (text.empty() ? "" : " ") + std::string(document.text_of(document.lines[line]));
  }
  return text;
}

bool is_number(const std::string& text) {
  const auto words = loose_words(text);
  return words.size() == 1 && number_of(words.front());
}

// The column that numbers the rows, and the one with their titles: the first that no label heads.
// Where labels head all, "Commitment" heads the titles: the part that takes a target's unlabelled text.
void find_title(const Document& document, const Pack& pack, const Row& header, const Row& below, TargetTable& table) {
  std::optional<std::uint16_t> title;
  for (std::uint32_t cell = header.first_cell; cell < header.first_cell + header.cell_count; ++cell) {
    const std::uint16_t column = document.cells[cell].column;
    const auto known = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const TargetTable::Column& c) { return c.column == column; });
    if (known != table.columns.end()) continue;
    std::string value;
    for (std::uint32_t c = below.first_cell; c < below.first_cell + below.cell_count; ++c)
      if (document.cells[c].column == column) value = text_of_cell(document, c);
    if (!table.number_column && !title && is_number(value))
      table.number_column = column;
    else if (!title)
      title = column;
    else
      table.columns.push_back({column, no_index});
  }
  if (!title) {
    const auto unlabelled = std::find_if(table.columns.begin(), table.columns.end(), [&](const TargetTable::Column& c) {
      return c.part != no_index && pack.parts[c.part].takes_unlabelled;
    });
    if (unlabelled == table.columns.end()) return table.columns.clear();
    title = unlabelled->column;
  }
  table.title_column = *title;
}

}  // namespace

std::vector<TargetTable> find_target_tables(const LineStream& stream, const Pack& pack,
                                            const std::vector<Landmark>& landmarks) {
  const Document& document = stream.document;
  std::vector<TargetTable> tables;
  if (!pack.is_loose || !pack.part(PartRole::target)) return tables;
  std::map<std::uint32_t, TargetTable> by_row;
  for (const Landmark& landmark : landmarks) {
    if (landmark.part == no_index) continue;
    const Part& part = pack.parts[landmark.part];
    if (part.role == PartRole::target && landmark.kind == Landmark::Kind::heading && landmark.is_numbered)
      return {};  // targets have headings
    const std::uint32_t cell = stream.cell(landmark.first);
    if (cell == no_index || landmark.has_content || !part.in_target || part.role != PartRole::section) continue;
    const std::uint32_t row = document.cells[cell].row;
    by_row[row].columns.push_back({document.cells[cell].column, landmark.part});
  }
  for (auto& [row, table] : by_row) {
    const Row& header = document.rows[row];
    if (table.columns.size() < least_labels || row + 1 >= document.rows.size()) continue;
    const Row& below = document.rows[row + 1];
    if (below.table != header.table || filled_cells(document, below) < least_labels) continue;
    table.table = header.table;
    table.header_row = row;
    find_title(document, pack, header, below, table);
    if (!table.columns.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace plumbline
