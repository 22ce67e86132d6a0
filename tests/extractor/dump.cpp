// A document as text, one block a line.
#include "tests/extractor/dump.h"

#include <algorithm>

namespace plumbline::test {

namespace {

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::heading:
      return "heading";
    case BlockKind::list_item:
      return "list_item";
    case BlockKind::footnote:
      return "footnote";
    case BlockKind::furniture:
      return "furniture";
  }
  return "?";
}

class Dumper {
 public:
  explicit Dumper(const Document& document) : document_(document) {}

  std::string dump() {
    std::uint32_t page = 0;
    for (std::uint32_t i = 0; i < document_.blocks.size();) {
      const Block& block = document_.blocks[i];
      if (block.line_count > 0 && document_.lines[block.first_line].page != page) {
        page = document_.lines[block.first_line].page;
        out_ += "page\n";
      }
      i = dump_from(i, no_index, "");
    }
    for (const FootnoteLink& link : document_.footnotes)
      out_ += "note \"" + std::string(document_.text_of(link.mark)) + "\" -> " +
              std::string(document_.text_of(document_.lines[document_.blocks[link.block].first_line])) + "\n";
    for (const Warning& warning : document_.warnings)
      out_ += "warning " + warning.code + "\n";
    if (out_.ends_with('\n')) out_.pop_back();
    return out_;
  }

 private:
  // Dumps the block `i`, or the table that it opens inside `cell`; gives the next block.
  std::uint32_t dump_from(std::uint32_t i, std::uint32_t cell, const std::string& indent) {
    const std::uint32_t own = document_.blocks[i].cell;
    if (own == cell) {
      dump_block(document_.blocks[i], indent);
      return i + 1;
    }
    std::uint32_t table = document_.rows[document_.cells[own].row].table;
    while (true) {  // the outermost table inside `cell` that holds the block
      const std::uint32_t outer = cell_around(table);
      if (outer == cell || outer == no_index) break;
      table = document_.rows[document_.cells[outer].row].table;
    }
    return dump_table(table, indent, i);
  }

  // The innermost cell of another table that holds the blocks of this one.
  std::uint32_t cell_around(std::uint32_t table) const {
    const Row& row = document_.rows[document_.tables[table].first_row];
    const std::uint32_t block = document_.cells[row.first_cell].first_block;
    std::uint32_t best = no_index, size = no_index;
    for (std::uint32_t i = 0; i < document_.cells.size(); ++i) {
      const Cell& cell = document_.cells[i];
      if (document_.rows[cell.row].table >= table || block < cell.first_block ||
          block >= cell.first_block + cell.block_count || cell.block_count > size)
        continue;
      best = i, size = cell.block_count;
    }
    return best;
  }

  std::uint32_t dump_table(std::uint32_t index, const std::string& indent, std::uint32_t next) {
    const Table& table = document_.tables[index];
    out_ += indent + (table.continues() ? "+ " : "") + "table " + std::to_string(table.columns) + " columns\n";
    for (std::uint32_t r = table.first_row; r < table.first_row + table.row_count; ++r) {
      const Row& row = document_.rows[r];
      out_ += indent + (row.is_header ? "  header\n" : row.continues ? "  + row\n" : "  row\n");
      for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
        const Cell& cell = document_.cells[c];
        out_ += indent + "    cell " + std::to_string(cell.column);
        if (cell.column_span > 1) out_ += "+" + std::to_string(cell.column_span - 1);
        out_ += cell.continues ? " ^:\n" : ":\n";
        for (std::uint32_t b = cell.first_block; b < cell.first_block + cell.block_count;)
          b = dump_from(b, c, indent + "      ");
        next = std::max(next, cell.first_block + cell.block_count);
      }
    }
    return next;
  }

  void dump_block(const Block& block, const std::string& indent) {
    out_ += indent + (block.continues ? "+ " : "") + std::string(name_of(block.kind));
    if (block.level) out_ += std::to_string(block.level);
    const Line& first = document_.lines[block.first_line];
    if (block.kind == BlockKind::furniture) out_ += " (" + std::string(plumbline::name_of(first.role)) + ")";
    if (block.marker_length)
      out_ += " {" + std::string(document_.text_of(Span{first.span.start, block.marker_length})) + "}";
    for (std::uint32_t i = 0; i < block.line_count; ++i)
      out_ += (i ? " / " : " ") + std::string(document_.text_of(document_.lines[block.first_line + i]));
    out_ += "\n";
  }

  const Document& document_;
  std::string out_;
};

}  // namespace

std::string dump(const Document& document) {
  return Dumper(document).dump();
}

}  // namespace plumbline::test
