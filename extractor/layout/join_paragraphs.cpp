// Paragraphs that go on over a page or column break.
#include "extractor/layout/flowing.h"
#include "extractor/layout/layout.h"
#include "extractor/layout/markers.h"
#include "extractor/layout/tags.h"
#include "extractor/layout/text_ends.h"
#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace plumbline {

using layout::find_marker;
using layout::flows;
using layout::last_mark;
using layout::MarkerKind;
using layout::starts_lower;

namespace {

std::uint32_t size_of(const auto& vector) {
  return static_cast<std::uint32_t>(vector.size());
}

class ParagraphJoiner {
 public:
  explicit ParagraphJoiner(Document& document) : document_(document) {
    find_page_bottoms();
    layout::TagTrust tags;
    tags.learn(document_);
    trusts_tags_ = tags.is_earned();
  }

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
      // The text of a first row goes on with the page before; its label may have been read between the two.
      if (document_.tables[row.table].first_row != cell.row) return no_index;
      // A label may be cut alone: what it labels stands whole on this page.
      if (cell.column == 0) {
        const bool is_cut = line.page == end.page + 1 && last.cell == no_index;
        return is_cut && starts_lower(document_.text_of(line)) ? before : no_index;
      }
      if (document_.cells[row.first_cell].block_count == 0) return line.page == end.page + 1 ? before : no_index;
      return cell.column == 1 ? last_of_page_before(b) : no_index;
    }
    if (line.page == end.page + 1) return before;
    if (line.page == end.page && last.cell == no_index && breaks_column(last, block)) return before;
    return no_index;
  }

  // The text that stands last on the page before the one that the label beside `b` stands first on: where that page
  // has no labels, it is no table, and its text begins where that of the cell begins.
  std::uint32_t last_of_page_before(std::uint32_t b) const {
    const Cell& cell = document_.cells[document_.blocks[b].cell];
    const Cell& label = document_.cells[document_.rows[cell.row].first_cell];
    const Line& line = first_line(document_.blocks[b]);
    std::uint32_t before = label.first_block;
    while (before > 0 && !flows(document_, document_.blocks[before - 1]))
      --before;
    if (before-- == 0) return no_index;
    const Line& end = last_line(document_.blocks[before]);
    const bool is_aligned = std::abs(end.box.x0 - line.box.x0) < 3 || std::abs(end.box.x1 - line.box.x1) < 3;
    const bool is_alone = document_.blocks[before].cell == no_index;
    return end.page + 1 == line.page && is_alone && is_aligned ? before : no_index;
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
    if (before.kind == BlockKind::heading || block.kind == BlockKind::heading) return is_one_heading(before, block);
    if (std::abs(end.style.size - start.style.size) > 0.08f * start.style.size) return false;
    if (end.style.bold != start.style.bold && before.line_count < 2) return false;
    const std::string text(document_.text_of(start));
    if (begins_item(text)) return false;
    const bool is_tagged = trusts_tags_ && layout::are_tagged(end.tag, start.tag);
    if (is_tagged && end.tag == start.tag) return true;
    std::u32string last = to_utf32(document_.text_of(end));
    const char32_t final_mark = last_mark(document_.text_of(end));
    const bool ended = ends_sentence(final_mark) || ends_with_address(document_.text_of(end));
    const bool lower = starts_lower(text);
    const Edge edge = edge_of(before);
    const float room = room_behind(end, edge);
    const bool fits = room > first_word(text, start) + 0.3f * start.style.size;
    if (!last.empty() && (last.back() == 0xAD || last.back() == U'-' || last.back() == 0x2010)) return true;
    if (final_mark == U':' || final_mark == 0xFF1A || final_mark == U';') return lower && !fits;
    if (lower) return !ended || !fits;
    const bool is_nearly_full =
        end.box.width() > 0.75f * (edge.end - edge.start) && room < first_word(text, start) + 4 * start.style.size;
    if (!ended) return !fits || final_mark == U',' || is_nearly_full;
    // A sentence ends at the very end of a full line, and the next page begins with another.
    if (is_tagged) return false;
    if (fits || edge.lines < 3 || has_room_below(end, before, block) || is_indented(block)) return false;
    return room < (edge.is_justified ? 0.3f : 2.5f) * end.style.size;
  }

  // A heading that a page's end cuts: both parts look alike, and the second goes on in small letters.
  bool is_one_heading(const Block& before, const Block& block) const {
    const Style &above = last_line(before).style, &below = first_line(block).style;
    return before.kind == block.kind && before.level == block.level && above.bold == below.bold &&
           std::abs(above.size - below.size) < 0.05f * below.size &&
           !ends_sentence(last_mark(document_.text_of(last_line(before)))) &&
           starts_lower(document_.text_of(first_line(block)));
  }

  // "(1) to help …" counts within a sentence.
  static bool begins_item(const std::string& text) {
    const layout::Marker marker = find_marker(std::string_view(text));
    if (marker.kind == MarkerKind::none) return false;
    const bool is_inline = text.front() == '(' && starts_lower(text.substr(std::min(marker.length + 1, text.size())));
    return !is_inline;
  }

  static bool ends_with_address(std::string_view text) {
    const std::size_t blank = text.rfind(' ');
    const std::string_view word = blank == text.npos ? text : text.substr(blank + 1);
    return word.find("://") != word.npos || word.starts_with("www.");
  }

  struct Edge {
    float start = 0, end = 0;
    std::size_t lines = 0;  // that it was learnt from
    bool is_justified = false, runs_left = false;
  };

  float width_of(const Block& block) const {
    Box box;
    for (std::uint32_t i = 0; i < block.line_count; ++i)
      box.include(document_.lines[block.first_line + i].box);
    return box.width();
  }

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
    float lowest = last.box.y1;
    for (std::size_t lines = 0; index-- > 0 && lines < 60;) {
      const Block& other = document_.blocks[index];
      if (!flows(document_, other)) continue;
      if (other.cell != block.cell || first_line(other).page != last.page) break;
      if (first_line(other).box.y0 > lowest || (lines >= 6 && width_of(other) > 1.5f * (edge.end - edge.start)))
        break;  // another column, or what stands over all of them
      lowest = last_line(other).box.y1;
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
    const std::size_t blank = std::min(text.find_first_of(" -"), text.size());
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
  bool trusts_tags_ = false;
};

}  // namespace

void join_across_pages(Document& document) {
  ParagraphJoiner(document).join();
}

}  // namespace plumbline
