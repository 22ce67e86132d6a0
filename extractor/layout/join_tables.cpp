// Tables and rows that go on over a page break; rows that name the columns.
#include "extractor/layout/flowing.h"
#include "extractor/layout/layout.h"
#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace plumbline {

using layout::flows;

namespace {

std::uint32_t size_of(const auto& vector) {
  return static_cast<std::uint32_t>(vector.size());
}

class TableJoiner {
 public:
  explicit TableJoiner(Document& document) : document_(document) {}

  void join() {
    mark_headers();
    std::uint32_t last = no_index;  // table that stands last on its page
    std::uint32_t last_page = no_index, table_of_last_flow = no_index, last_inner = no_index;
    for (std::uint32_t b = 0; b < size_of(document_.blocks); ++b) {
      const Block& block = document_.blocks[b];
      if (!flows(document_, block)) continue;
      const std::uint32_t page = document_.lines[block.first_line].page;
      const std::uint32_t table = outermost_table(block);
      const std::uint32_t inner =
          block.cell == no_index ? no_index : document_.rows[document_.cells[block.cell].row].table;
      if (page != last_page) {
        last = table_of_last_flow;
        if (last != no_index && table != no_index && page == last_page + 1) join_tables(last, table);
        // A table inside a cell goes on inside the next part of the cell, or alone where that has no borders.
        if ((inner != table || last_inner != last) && inner != no_index && last_inner != no_index &&
            page == last_page + 1)
          join_tables(last_inner, inner);
      }
      if (page == last_page && table != table_of_last_flow && table != no_index && table_of_last_flow != no_index &&
          begins_column(table_of_last_flow, table))
        join_tables(table_of_last_flow, table);
      last_page = page;
      table_of_last_flow = table;
      last_inner = inner;
    }
  }

 private:
  std::uint32_t outermost_table(const Block& block) const {
    if (block.cell == no_index) return no_index;
    std::uint32_t table = document_.rows[document_.cells[block.cell].row].table;
    const auto block_index = static_cast<std::uint32_t>(&block - document_.blocks.data());
    while (table > 0 && holds(table - 1, block_index))
      --table;
    return table;
  }

  bool holds(std::uint32_t table, std::uint32_t block) const {
    const Table& t = document_.tables[table];
    for (std::uint32_t r = t.first_row; r < t.first_row + t.row_count; ++r) {
      const Row& row = document_.rows[r];
      for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
        const Cell& cell = document_.cells[c];
        if (block >= cell.first_block && block < cell.first_block + cell.block_count) return true;
      }
    }
    return false;
  }

  std::string text_of(const Row& row) const {
    std::string text;
    for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c)
      text += text_of(document_.cells[c]) + "|";
    return text;
  }

  std::string text_of(const Cell& cell) const {
    std::string text;
    for (std::uint32_t b = cell.first_block; b < cell.first_block + cell.block_count; ++b) {
      const Block& block = document_.blocks[b];
      for (std::uint32_t i = 0; i < block.line_count; ++i) {
        text += document_.text_of(document_.lines[block.first_line + i]);
        text += ' ';
      }
    }
    return text;
  }

  bool is_bold(const Cell& cell) const {
    for (std::uint32_t b = cell.first_block; b < cell.first_block + cell.block_count; ++b) {
      const Block& block = document_.blocks[b];
      for (std::uint32_t i = 0; i < block.line_count; ++i)
        if (!document_.lines[block.first_line + i].style.bold) return false;
    }
    return cell.block_count > 0;
  }

  // Its first row of more than one cell: a sentence over all columns may introduce the table.
  std::uint32_t first_of_columns(const Table& table) const {
    constexpr std::uint32_t introductions_most = 3;
    const std::uint32_t end = table.first_row + std::min(table.row_count, introductions_most + 1);
    std::uint32_t row = table.first_row;
    while (row + 1 < end && document_.rows[row].cell_count == 1)
      ++row;
    return row;
  }

  // A first row that names the columns: all of it bold where the next is not, or three short names without digits.
  void mark_headers() {
    for (const Table& table : document_.tables) {
      const std::uint32_t at = first_of_columns(table);
      if (at + 1 >= table.first_row + table.row_count || table.columns < 2) continue;
      Row& first = document_.rows[at];
      const Row& next = document_.rows[at + 1];
      if (first.cell_count < 2 || next.cell_count < 2) continue;
      bool all_bold = true, next_bold = true, all_short = first.cell_count >= 3;
      for (std::uint32_t c = 0; c < first.cell_count; ++c) {
        const Cell& cell = document_.cells[first.first_cell + c];
        const std::string text = text_of(cell);
        all_bold &= is_bold(cell);
        const std::u32string letters = to_utf32(text);
        all_short &= cell.block_count > 0 && letters.size() < 48 &&
                     std::none_of(letters.begin(), letters.end(), is_digit) && text.find(": ") == text.npos;
      }
      for (std::uint32_t c = 1; c < next.cell_count; ++c)
        next_bold &= is_bold(document_.cells[next.first_cell + c]);
      first.is_header = (all_bold && !next_bold) || all_short;
    }
  }

  void join_tables(std::uint32_t before, std::uint32_t after) {
    Table& to = document_.tables[after];
    const Table& from = document_.tables[before];
    if (before >= after) return;  // one holds the other
    if (to.columns != from.columns || to.row_count == 0 || from.row_count == 0) return;
    if (!stands_alike(from, to)) return;
    to.continued = before;
    std::uint32_t first = to.first_row;
    const std::uint32_t header = header_of(before);
    std::uint32_t repeated = 0;
    while (header != no_index && repeats(header + repeated, first)) {
      document_.rows[header + repeated].is_header = document_.rows[first].is_header = true;
      ++repeated;
      if (++first == to.first_row + to.row_count) return;
    }
    if (repeated == 0) document_.rows[first].is_header = false;
    Row& row = document_.rows[first];
    row.continues = goes_on(document_.rows[from.first_row + from.row_count - 1], row);
  }

  // The same words in the cells of both, one of them in the table before.
  bool repeats(std::uint32_t header, std::uint32_t row) const {
    const Row &a = document_.rows[header], &b = document_.rows[row];
    return a.table != b.table && header < row && fold(text_of(a)) == fold(text_of(b));
  }

  std::uint32_t header_of(std::uint32_t table) const {
    while (document_.tables[table].continues() && !document_.rows[first_of_columns(document_.tables[table])].is_header)
      table = document_.tables[table].continued;
    if (document_.tables[table].row_count == 0) return no_index;
    const std::uint32_t row = first_of_columns(document_.tables[table]);
    return document_.rows[row].is_header ? row : no_index;
  }

  // They stand at the same x, or are as wide as each other in two columns of text.
  bool stands_alike(const Table& from, const Table& to) const {
    const Box a = box_of(from), b = box_of(to);
    const float shared = std::min(a.x1, b.x1) - std::max(a.x0, b.x0), widest = std::max(a.width(), b.width());
    const float slack = from.is_ruled && to.is_ruled ? 0.03f : 0.25f;
    return shared > 0.6f * widest || (shared < 0 && std::abs(a.width() - b.width()) < slack * widest);
  }

  // On one page, beside the other and not below it.
  bool begins_column(std::uint32_t before, std::uint32_t after) const {
    const Table &from = document_.tables[before], &to = document_.tables[after];
    if (from.row_count == 0 || to.row_count == 0) return false;
    const Box a = box_of(from), b = box_of(to);
    return b.y0 < a.y1 && std::min(a.x1, b.x1) - std::max(a.x0, b.x0) < 0;
  }

  Box box_of(const Table& table) const {
    Box box;
    const std::uint32_t last = table.first_row + table.row_count - 1;
    for (std::uint32_t c = document_.rows[table.first_row].first_cell;
         c < document_.rows[last].first_cell + document_.rows[last].cell_count; ++c)
      box.include(document_.cells[c].box);
    return box;
  }

  // A row that a page break cuts has empty cells on the next page, or one whose text goes on in mid-sentence.
  bool goes_on(const Row& before, const Row& row) const {
    if (before.is_header || row.cell_count < 2) return false;
    const Cell& first = document_.cells[row.first_cell];
    if (first.block_count == 0 && first.column == 0 && first.column_span == 1) return true;
    if (fills_gaps(before, row)) return true;
    std::size_t continuing = 0, beginning = 0;
    for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
      const Cell& cell = document_.cells[c];
      for (std::uint32_t p = before.first_cell; p < before.first_cell + before.cell_count; ++p) {
        const Cell& above = document_.cells[p];
        if (above.column != cell.column || cell.block_count == 0 || above.block_count == 0) continue;
        const std::u32string start = to_utf32(text_of(cell).substr(0, 8)), end = last_of(above);
        if (start.empty() || end.empty()) continue;
        continuing += is_lower(start[0]) && !ends_sentence(end.back());
        beginning += is_upper(start[0]);
      }
    }
    return continuing > 0 && continuing >= beginning;
  }

  // Cells that had no room for their first lines stand wholly on the next page: what is empty in one row is filled in
  // the other.
  bool fills_gaps(const Row& before, const Row& row) const {
    bool fills = false, leaves = false;
    for (std::uint32_t c = 0; c < row.cell_count; ++c) {
      if (c >= before.cell_count) return false;
      const Cell &above = document_.cells[before.first_cell + c], &cell = document_.cells[row.first_cell + c];
      if (above.column != cell.column || above.column_span != cell.column_span) return false;
      if (above.block_count > 0 && cell.block_count > 0) return false;
      fills |= cell.block_count > 0;
      leaves |= above.block_count > 0;
    }
    return fills && leaves && document_.cells[before.first_cell].block_count == 0;
  }

  std::u32string last_of(const Cell& cell) const {
    std::u32string text = to_utf32(text_of(cell));
    while (!text.empty() && (text.back() == U' ' || closes(text.back())))
      text.pop_back();
    return text;
  }

  Document& document_;
};

}  // namespace

void join_tables_across_pages(Document& document) {
  TableJoiner(document).join();
}

}  // namespace plumbline
