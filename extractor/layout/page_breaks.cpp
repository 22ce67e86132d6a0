// What goes on over a page or column break: tables and their rows first, then paragraphs.
#include "extractor/layout/layout.h"
#include "extractor/layout/markers.h"
#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

namespace plumbline {

using layout::find_marker;
using layout::MarkerKind;

namespace {

std::uint32_t size_of(const auto& vector) {
  return static_cast<std::uint32_t>(vector.size());
}

bool flows(const Document& document, const Block& block) {
  return block.line_count > 0 && block.kind != BlockKind::furniture && block.kind != BlockKind::footnote &&
         !is_furniture(document.lines[block.first_line].role);
}

// ---- tables ----

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

  // A first row that names the columns: all of it bold where the next is not, or three short names without digits.
  void mark_headers() {
    for (const Table& table : document_.tables) {
      if (table.row_count < 2 || table.columns < 2) continue;
      Row& first = document_.rows[table.first_row];
      const Row& next = document_.rows[table.first_row + 1];
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
    if (to.columns != from.columns || to.row_count == 0 || from.row_count == 0) return;
    if (!stands_alike(from, to)) return;
    to.continues = true;
    std::uint32_t first = to.first_row;
    const std::uint32_t header = header_of(before);
    if (header != no_index && fold(text_of(document_.rows[first])) == fold(text_of(document_.rows[header]))) {
      document_.rows[first].is_header = true;
      if (++first == to.first_row + to.row_count) return;
    } else {
      document_.rows[first].is_header = false;
    }
    Row& row = document_.rows[first];
    row.continues = goes_on(document_.rows[from.first_row + from.row_count - 1], row);
  }

  std::uint32_t header_of(std::uint32_t table) const {
    while (table > 0 && document_.tables[table].continues &&
           !document_.rows[document_.tables[table].first_row].is_header)
      --table;
    const std::uint32_t row = document_.tables[table].first_row;
    return document_.rows[row].is_header ? row : no_index;
  }

  // Their columns stand at the same x.
  bool stands_alike(const Table& from, const Table& to) const {
    const auto box_of = [&](const Table& table) {
      Box box;
      const std::uint32_t last = table.first_row + table.row_count - 1;
      for (std::uint32_t c = document_.rows[table.first_row].first_cell;
           c < document_.rows[last].first_cell + document_.rows[last].cell_count; ++c)
        box.include(document_.cells[c].box);
      return box;
    };
    const Box a = box_of(from), b = box_of(to);
    const float shared = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
    return shared > 0.6f * std::max(a.width(), b.width());
  }

  // A row that a page break cuts has empty cells on the next page, or one whose text goes on in mid-sentence.
  bool goes_on(const Row& before, const Row& row) const {
    if (before.is_header || row.cell_count < 2) return false;
    const Cell& first = document_.cells[row.first_cell];
    if (first.block_count == 0 && first.column == 0 && first.column_span == 1) return true;
    for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
      const Cell& cell = document_.cells[c];
      for (std::uint32_t p = before.first_cell; p < before.first_cell + before.cell_count; ++p) {
        const Cell& above = document_.cells[p];
        if (above.column != cell.column || cell.block_count == 0 || above.block_count == 0) continue;
        const std::u32string start = to_utf32(text_of(cell).substr(0, 8)), end = last_of(above);
        if (!start.empty() && is_lower(start[0]) && !end.empty() && !ends_sentence(end.back())) return true;
      }
    }
    return false;
  }

  std::u32string last_of(const Cell& cell) const {
    std::u32string text = to_utf32(text_of(cell));
    while (!text.empty() && (text.back() == U' ' || closes(text.back())))
      text.pop_back();
    return text;
  }

  Document& document_;
};

// ---- paragraphs ----

class ParagraphJoiner {
 public:
  explicit ParagraphJoiner(Document& document) : document_(document) { find_page_bottoms(); }

  void join() {
    std::uint32_t before = no_index;
    for (std::uint32_t b = 0; b < size_of(document_.blocks); ++b) {
      Block& block = document_.blocks[b];
      if (!flows(document_, block)) continue;
      const std::uint32_t from = predecessor(before, b);
      if (from != no_index && goes_on(document_.blocks[from], block)) block.continues = true;
      before = b;
    }
  }

 private:
  const Line& first_line(const Block& block) const { return document_.lines[block.first_line]; }
  const Line& last_line(const Block& block) const { return document_.lines[block.first_line + block.line_count - 1]; }

  // How far down text reaches, on the pages that have no footnotes.
  void find_page_bottoms() {
    std::vector<float> bottoms(document_.pages.size(), 0);
    for (const Block& block : document_.blocks)
      if (flows(document_, block)) {
        const Line& line = last_line(block);
        bottoms[line.page] = std::max(bottoms[line.page], line.box.y1);
      }
    has_footnotes_.assign(document_.pages.size(), false);
    for (const Block& block : document_.blocks)
      if (block.kind == BlockKind::footnote && block.line_count > 0) has_footnotes_[first_line(block).page] = true;
    for (const float bottom : bottoms)
      bottom_ = std::max(bottom_, bottom);
    page_bottoms_ = std::move(bottoms);
  }

  // The block whose text `b` may go on with: the last of the page or column before, in the same cell of a cut row.
  std::uint32_t predecessor(std::uint32_t before, std::uint32_t b) const {
    if (before == no_index) return no_index;
    const Block &block = document_.blocks[b], &last = document_.blocks[before];
    const Line &line = first_line(block), &end = last_line(last);
    if (block.cell != no_index) {
      const Cell& cell = document_.cells[block.cell];
      const Row& row = document_.rows[cell.row];
      if (b != cell.first_block) return breaks_column(last, block) && last.cell == block.cell ? before : no_index;
      if (row.continues) return last_in_column(cell);
      // The text of a label-less first row goes on with the page before.
      const Table& table = document_.tables[row.table];
      const bool is_first = table.first_row == cell.row && document_.cells[row.first_cell].block_count == 0;
      if (is_first && line.page == end.page + 1 && cell.column > 0) return before;
      return no_index;
    }
    if (line.page == end.page + 1) return before;
    if (line.page == end.page && last.cell == no_index && breaks_column(last, block)) return before;
    return no_index;
  }

  bool breaks_column(const Block& last, const Block& block) const {
    const Box &end = last_line(last).box, &start = first_line(block).box;
    return first_line(block).page == last_line(last).page && start.y1 < end.y0 &&
           (start.x0 > end.x0 + 20 || start.x1 < end.x1 - 20);
  }

  std::uint32_t last_in_column(const Cell& cell) const {
    if (cell.row == 0) return no_index;
    std::uint32_t r = document_.tables[document_.rows[cell.row].table].first_row;
    if (r == 0) return no_index;
    const Row& row = document_.rows[r - 1];
    std::uint32_t found = no_index;
    for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c)
      if (document_.cells[c].column == cell.column && document_.cells[c].block_count > 0)
        found = document_.cells[c].first_block + document_.cells[c].block_count - 1;
    return found;
  }

  bool goes_on(const Block& before, const Block& block) const {
    const Line &end = last_line(before), &start = first_line(block);
    if (before.kind == BlockKind::heading || block.kind == BlockKind::heading) return false;
    if (std::abs(end.style.size - start.style.size) > 0.08f * start.style.size) return false;
    if (end.style.bold != start.style.bold && before.line_count < 2) return false;
    const std::string text(document_.text_of(start));
    if (find_marker(std::string_view(text)).kind != MarkerKind::none) return false;
    std::u32string last = to_utf32(document_.text_of(end));
    const char32_t final_mark = last_mark(last);
    const bool ended = ends_sentence(final_mark) || ends_with_address(document_.text_of(end));
    const bool lower = starts_lower(text);
    const Edge edge = edge_of(before);
    const float room = room_behind(end, edge);
    const bool fits = room > first_word(text, start) + 0.3f * start.style.size;
    if (!last.empty() && (last.back() == 0xAD || last.back() == U'-' || last.back() == 0x2010)) return true;
    if (final_mark == U':' || final_mark == 0xFF1A || final_mark == U';') return lower && !fits;
    if (lower) return !ended || !fits;
    if (!ended) return !fits || final_mark == U',' || end.box.width() > 0.75f * (edge.end - edge.start);
    // A sentence ends at the very end of a full line, and the next page begins with another.
    if (fits || edge.lines < 3 || has_room_below(end, before, block) || is_indented(block)) return false;
    return room < (edge.is_justified ? 0.3f : 2.5f) * end.style.size;
  }

  static bool ends_with_address(std::string_view text) {
    const std::size_t blank = text.rfind(' ');
    const std::string_view word = blank == text.npos ? text : text.substr(blank + 1);
    return word.find("://") != word.npos || word.starts_with("www.");
  }

  static bool starts_lower(const std::string& text) {
    for (const char32_t c : to_utf32(std::string_view(text).substr(0, 16))) {
      if (is_lower(c)) return true;
      if (is_letter(c) || is_digit(c)) return false;
    }
    return false;
  }

  static char32_t last_mark(const std::u32string& text) {
    std::size_t end = text.size();
    while (end > 1 && closes(text[end - 1]))
      --end;
    return end == 0 ? U' ' : text[end - 1];
  }

  struct Edge {
    float start = 0, end = 0;
    std::size_t lines = 0;  // that it was learnt from
    bool is_justified = false, runs_left = false;
  };

  // The edges of the column, from the lines above and of the same cell.
  Edge edge_of(const Block& block) const {
    Edge edge;
    const Line& last = last_line(block);
    const std::u32string text = to_utf32(document_.text_of(last));
    edge.runs_left = std::any_of(text.begin(), text.end(), is_right_to_left);
    edge.start = last.box.x0;
    edge.end = last.box.x1;
    std::vector<float> ends;
    auto index = static_cast<std::size_t>(&block - document_.blocks.data()) + 1;
    for (std::size_t lines = 0; index-- > 0 && lines < 60;) {
      const Block& other = document_.blocks[index];
      if (!flows(document_, other)) continue;
      if (other.cell != block.cell || first_line(other).page != last.page) break;
      for (std::uint32_t i = 0; i < other.line_count; ++i, ++lines) {
        const Box& box = document_.lines[other.first_line + i].box;
        if (box.x0 > last.box.x1 || box.x1 < last.box.x0) continue;
        ++edge.lines;
        edge.start = std::min(edge.start, box.x0);
        edge.end = std::max(edge.end, box.x1);
        if (i + 1 < other.line_count) ends.push_back(edge.runs_left ? box.x0 : box.x1);
      }
    }
    const float limit = edge.runs_left ? edge.start : edge.end;
    const auto full = std::count_if(ends.begin(), ends.end(), [&](float x) { return std::abs(x - limit) < 1.5f; });
    edge.is_justified = ends.size() >= 4 && full * 10 > static_cast<std::ptrdiff_t>(ends.size()) * 7;
    return edge;
  }

  static float room_behind(const Line& line, const Edge& edge) {
    return edge.runs_left ? line.box.x0 - edge.start : edge.end - line.box.x1;
  }

  static float first_word(const std::string& text, const Line& line) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::size_t all = std::max<std::size_t>(1, code_points(text));
    std::size_t letters = code_points(std::string_view(text).substr(0, blank));
    if (!text.empty() && is_ideograph(to_utf32(text)[0])) letters = 1;
    return line.box.width() * static_cast<float>(letters) / static_cast<float>(all);
  }

  // Another line would have stood on the page: it ends where a paragraph ends.
  bool has_room_below(const Line& end, const Block& before, const Block& block) const {
    if (has_footnotes_[end.page] || first_line(block).page == end.page) return false;
    const float height = before.line_count > 1
                             ? end.box.y0 - document_.lines[before.first_line + before.line_count - 2].box.y0
                             : end.box.height() * 1.1f;
    // Two lines may have been taken over together, lest one stand alone.
    const float lines = block.line_count <= 2 ? 3.0f : 1.0f;
    return end.box.y1 >= page_bottoms_[end.page] - 1 && bottom_ - end.box.y1 > lines * height;
  }

  bool is_indented(const Block& block) const {
    if (block.line_count < 2) return false;
    const Box &first = first_line(block).box, &second = document_.lines[block.first_line + 1].box;
    return first.x0 > second.x0 + 0.8f * first_line(block).style.size;
  }

  Document& document_;
  std::vector<float> page_bottoms_;
  std::vector<bool> has_footnotes_;
  float bottom_ = 0;
};

}  // namespace

void join_tables_across_pages(Document& document) {
  TableJoiner(document).join();
}

void join_across_pages(Document& document) {
  ParagraphJoiner(document).join();
}

}  // namespace plumbline
