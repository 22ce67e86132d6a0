// table:table -> rows and cells.
#include "extractor/odt/body.h"

#include <algorithm>

namespace plumbline::odt {

namespace {

constexpr int most_columns = 1000, most_repeated_cells = 64;

class TableReader {
 public:
  TableReader(Context& context, int depth) : context_(context), depth_(depth) {}

  FlowTable read(const pugi::xml_node& table) {
    table_.is_ruled = true;
    walk(table, depth_, false);
    for (const FlowRow& row : table_.rows)
      for (const FlowCell& cell : row.cells)
        table_.columns =
            std::max<std::uint16_t>(table_.columns, static_cast<std::uint16_t>(cell.column + cell.column_span));
    mark_bold_header();
    return std::move(table_);
  }

 private:
  void walk(const pugi::xml_node& parent, int depth, bool in_header) {
    if (depth > xml::deepest) {
      context_.is_too_deep = true;
      return;
    }
    for (pugi::xml_node at = parent.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = xml::name_of(at);
      if (name == "table-row")
        read_row(at, in_header);
      else if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group")
        walk(at, depth + 1, in_header || name == "table-header-rows");
    }
  }

  void read_row(const pugi::xml_node& node, bool is_header) {
    FlowRow row;
    row.is_header = is_header;
    int column = 0;
    for (pugi::xml_node at = node.first_child(); at && column < most_columns; at = at.next_sibling()) {
      const std::string_view name = xml::name_of(at);
      if (name == "table-cell") column += read_cell(at, row, column);
      if (name == "covered-table-cell") column += cover(at, row, column);
    }
    if (row.cells.empty()) return;
    table_.rows.push_back(std::move(row));
  }

  // Gives the number of columns that it takes.
  int read_cell(const pugi::xml_node& node, FlowRow& row, int column) {
    const int span = std::clamp(xml::number(node, "number-columns-spanned", 1), 1, most_columns - column);
    const int repeated = std::clamp(xml::number(node, "number-columns-repeated", 1), 1,
                                    std::min(most_repeated_cells, most_columns - column));
    FlowCell cell;
    cell.column = static_cast<std::uint16_t>(column);
    cell.column_span = static_cast<std::uint16_t>(span);
    cell.items = read_blocks(node, context_, depth_ + 2);
    row.cells.push_back(std::move(cell));
    covered_until_ = column + span;
    if (span > 1) return 1;  // the columns that it covers follow as covered cells
    for (int i = 1; i < repeated; ++i) {
      FlowCell copy = row.cells.back();
      if (copy.items.size() > 1 || (copy.items.size() == 1 && !copy.items[0].table.rows.empty())) copy.items.clear();
      copy.column = static_cast<std::uint16_t>(column + i);
      row.cells.push_back(std::move(copy));
    }
    return repeated;
  }

  // Covered by the cell to the left, or else by one above.
  int cover(const pugi::xml_node& node, FlowRow& row, int column) {
    const int repeated = std::clamp(xml::number(node, "number-columns-repeated", 1), 1, most_columns - column);
    for (int at = column; at < column + repeated; ++at) {
      if (at < covered_until_ && !row.cells.empty()) continue;
      FlowCell cell;
      cell.column = static_cast<std::uint16_t>(at);
      cell.continues = true;
      row.cells.push_back(std::move(cell));
    }
    return repeated;
  }

  void mark_bold_header() {
    const auto& rows = table_.rows;
    if (rows.size() < 2 || rows[0].cells.size() < 2) return;
    if (std::any_of(rows.begin(), rows.end(), [](const FlowRow& row) { return row.is_header; })) return;
    table_.rows[0].is_header = is_all_bold(rows[0]) && !is_all_bold(rows[1]);
  }

  static bool is_all_bold(const FlowRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const FlowCell& cell) {
      return !cell.items.empty() && std::all_of(cell.items.begin(), cell.items.end(), [](const FlowItem& item) {
        return item.table.rows.empty() && item.paragraph.style.bold;
      });
    });
  }

  Context& context_;
  const int depth_;
  int covered_until_ = 0;
  FlowTable table_;
};

}  // namespace

FlowTable read_table(const pugi::xml_node& table, Context& context, int depth) {
  return TableReader(context, depth).read(table);
}

}  // namespace plumbline::odt
