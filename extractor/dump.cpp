// A Document as text.
#include "extractor/dump.h"

#include <string_view>
#include <vector>

namespace plumbline {

namespace {

std::string_view kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::heading:
      return "heading";
    case BlockKind::list_item:
      return "item";
    case BlockKind::footnote:
      return "footnote";
    case BlockKind::furniture:
      return "furniture";
  }
  return "paragraph";
}

class Dumper {
 public:
  explicit Dumper(const Document& document) : document_(document) {}

  std::string dump() {
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b)
      write_block(b);
    leave_tables(no_index);
    return std::move(out_);
  }

 private:
  std::uint32_t table_of(std::uint32_t cell) const { return document_.rows[document_.cells[cell].row].table; }

  void write_block(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    if (block.line_count > 0) enter_page(document_.lines[block.first_line].page);
    enter_cell(block.cell);
    std::string head(kind_name(block.kind));
    if (block.kind == BlockKind::furniture && block.line_count > 0)
      head = plumbline::name_of(document_.lines[block.first_line].role);
    if (block.level > 0) head += " " + std::to_string(block.level);
    if (block.continues) head += " goes on";
    for (std::uint32_t i = 0; i < block.line_count; ++i) {
      const Line& line = document_.lines[block.first_line + i];
      out_ += i == 0 ? head : std::string(head.size(), ' ');
      out_ += " | " + std::string(document_.text_of(line)) + "\n";
    }
  }

  void enter_page(std::uint32_t page) {
    if (page == page_) return;
    leave_tables(no_index);
    page_ = page;
    if (document_.pages.size() > 1) out_ += "page " + std::to_string(page + 1) + "\n";
  }

  void enter_cell(std::uint32_t cell) {
    if (cell == cell_) return;
    const std::uint32_t table = cell == no_index ? no_index : table_of(cell);
    leave_tables(table);
    cell_ = cell;
    if (cell == no_index) return;
    if (open_.empty() || open_.back() != table) {
      const Table& t = document_.tables[table];
      out_ += "table " + std::to_string(t.columns) + (t.is_ruled ? " ruled" : "") + (t.continues() ? " goes on" : "") +
              "\n";
      open_.push_back(table);
    }
    const Cell& c = document_.cells[cell];
    if (c.row != row_) {
      const Row& row = document_.rows[c.row];
      out_ += std::string("row") + (row.is_header ? " header" : "") + (row.continues ? " goes on" : "") + "\n";
    }
    row_ = c.row;
    out_ += "cell " + std::to_string(c.column + 1);
    if (c.column_span > 1) out_ += "-" + std::to_string(c.column + c.column_span);
    out_ += "\n";
  }

  // Down to `table`, which may hold the next block.
  void leave_tables(std::uint32_t table) {
    while (!open_.empty() && open_.back() != table) {
      if (table != no_index && table > open_.back()) return;  // a nested one begins
      open_.pop_back();
      out_ += "end\n";
      row_ = no_index;
    }
    if (table == no_index) cell_ = no_index;
  }

  const Document& document_;
  std::string out_;
  std::uint32_t page_ = no_index, cell_ = no_index, row_ = no_index;
  std::vector<std::uint32_t> open_;
};

}  // namespace

std::string dump(const Document& document) {
  return Dumper(document).dump();
}

}  // namespace plumbline
