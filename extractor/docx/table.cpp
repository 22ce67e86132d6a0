// w:tbl -> rows and cells.
#include "extractor/docx/table.h"

#include <algorithm>

namespace plumbline::docx {

namespace {

constexpr int most_columns = 1000;

bool is_left_out(const pugi::xml_node& properties, const char* inserted, const char* deleted, Context& context) {
  const bool has_inserted = xml::child(properties, inserted), has_deleted = xml::child(properties, deleted);
  if (has_inserted || has_deleted) context.has_changes = true;
  return context.tracked == Tracked::accepted ? has_deleted : has_inserted;
}

class TableReader {
 public:
  TableReader(Context& context, int depth) : context_(context), depth_(depth) {}

  FlowTable read(const pugi::xml_node& table) {
    table_.is_ruled = true;
    walk(table, "tr", depth_, [this](const pugi::xml_node& row) { read_row(row); });
    for (const FlowRow& row : table_.rows)
      for (const FlowCell& cell : row.cells)
        table_.columns =
            std::max<std::uint16_t>(table_.columns, static_cast<std::uint16_t>(cell.column + cell.column_span));
    if (std::none_of(table_.rows.begin(), table_.rows.end(), [](const FlowRow& row) { return row.is_header; }))
      mark_bold_header();
    return std::move(table_);
  }

 private:
  // Visits the elements `wanted` below `parent`, through content controls and tracked changes.
  template <typename Visit>
  void walk(const pugi::xml_node& parent, std::string_view wanted, int depth, Visit visit) {
    if (depth > xml::deepest) {
      context_.is_too_deep = true;
      return;
    }
    for (pugi::xml_node at = parent.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = xml::name_of(at);
      if (name == wanted)
        visit(at);
      else if (name == "sdt" || name == "sdtContent" || name == "customXml" ||
               (name == "ins" && context_.tracked == Tracked::accepted) ||
               (name == "del" && context_.tracked == Tracked::original))
        walk(at, wanted, depth + 1, visit);
    }
  }

  void read_row(const pugi::xml_node& node) {
    const pugi::xml_node properties = xml::child(node, "trPr");
    if (is_left_out(properties, "ins", "del", context_)) return;
    FlowRow row;
    row.is_header = xml::is_on(xml::child(properties, "tblHeader"));
    int column = std::clamp(xml::number(xml::child(properties, "gridBefore"), "val", 0), 0, most_columns);
    walk(node, "tc", depth_ + 1, [&](const pugi::xml_node& cell) { read_cell(cell, row, column); });
    if (!row.cells.empty()) table_.rows.push_back(std::move(row));
  }

  void read_cell(const pugi::xml_node& node, FlowRow& row, int& column) {
    const pugi::xml_node properties = xml::child(node, "tcPr");
    const int span = std::clamp(xml::number(xml::child(properties, "gridSpan"), "val", 1), 1, most_columns);
    if (column + span > most_columns) return;
    FlowCell cell;
    cell.column = static_cast<std::uint16_t>(column);
    cell.column_span = static_cast<std::uint16_t>(span);
    column += span;
    if (const pugi::xml_node merge = xml::child(properties, "vMerge"))
      cell.continues = xml::value(merge, "val") != "restart";
    if (!is_left_out(properties, "cellIns", "cellDel", context_)) cell.items = read_blocks(node, context_, depth_ + 2);
    row.cells.push_back(std::move(cell));
  }

  // Many writers only set the first row in bold.
  void mark_bold_header() {
    if (table_.rows.size() < 2 || table_.rows[0].cells.size() < 2) return;
    table_.rows[0].is_header = is_all_bold(table_.rows[0]) && !is_all_bold(table_.rows[1]);
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
  FlowTable table_;
};

}  // namespace

FlowTable read_table(const pugi::xml_node& table, Context& context, int depth) {
  return TableReader(context, depth).read(table);
}

}  // namespace plumbline::docx
