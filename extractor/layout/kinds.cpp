// Which blocks are headings and which are items of a list.
#include "extractor/layout/file_headings.h"
#include "extractor/layout/layout.h"
#include "extractor/layout/markers.h"
#include "extractor/layout/text_ends.h"
#include "extractor/unicode/letters.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace plumbline {

namespace {

constexpr std::uint32_t heading_lines_most = 4, wrapped_lines_most = 10;  // the latter in narrow columns
constexpr std::size_t heading_bytes_most = 320;
// What ends like a sentence and is as long is one, whatever the file says.
constexpr std::size_t sentence_bytes_least = 100;

struct Look {
  int half_points = 0;
  bool bold = false;
  auto operator<=>(const Look&) const = default;
};

Look look_of(const Line& line) {
  return {static_cast<int>(std::lround(line.style.size * 2)), line.style.bold};
}

Look usual_look(const Document& document) {
  std::map<Look, std::size_t> bytes;
  for (const Line& line : document.lines)
    if (!is_furniture(line.role)) bytes[look_of(line)] += line.span.length;
  Look usual;
  std::size_t most = 0;
  for (const auto& [look, count] : bytes)
    if (count > most) most = count, usual = look;
  return usual;
}

bool is_shouted(std::string_view text) {
  std::size_t upper = 0, lower = 0;
  for (const char32_t c : to_utf32(text)) {
    if (is_upper(c)) ++upper;
    if (is_lower(c)) ++lower;
  }
  return upper >= 4 && lower * 8 < upper;
}

// A label beside its text is no heading, however bold.
bool is_beside_text(const Document& document, const Block& block) {
  if (block.cell == no_index) return false;
  const Cell& cell = document.cells[block.cell];
  const Row& row = document.rows[cell.row];
  return row.is_header || (cell.column == 0 && cell.column_span < document.tables[row.table].columns);
}

// Its lines but the last are nearly as wide as each other.
bool is_wrapped(const Document& document, const Block& block) {
  float narrowest = 1e9f, widest = 0;
  for (std::uint32_t i = 0; i + 1 < block.line_count; ++i) {
    const float width = document.lines[block.first_line + i].box.width();
    narrowest = std::min(narrowest, width);
    widest = std::max(widest, width);
  }
  return narrowest > 0.7f * widest;
}

// Short enough, and not beside a text.
bool may_be_heading(const Document& document, const Block& block) {
  const bool is_short =
      block.line_count <= heading_lines_most || (block.line_count <= wrapped_lines_most && is_wrapped(document, block));
  return block.kind == BlockKind::paragraph && block.line_count > 0 && is_short && !is_beside_text(document, block);
}

bool looks_like_heading(const Document& document, const Block& block, Look usual) {
  std::size_t bytes = 0;
  bool larger = true, bolder = true, shouted = true;
  for (std::uint32_t i = 0; i < block.line_count; ++i) {
    const Line& line = document.lines[block.first_line + i];
    const Look look = look_of(line);
    bytes += line.span.length;
    larger &= look.half_points * 100 > usual.half_points * 112;
    bolder &= look.bold && !usual.bold && look.half_points * 100 >= usual.half_points * 90;
    shouted &= is_shouted(document.text_of(line));
  }
  return bytes <= heading_bytes_most && (larger || bolder || shouted);
}

bool is_called_heading(const Document& document, const Block& block, const layout::FileHeadings& told) {
  const Line &first = document.lines[block.first_line], &last = document.lines[block.first_line + block.line_count - 1];
  const std::size_t bytes = last.span.end() - first.span.start;
  const bool is_sentence = bytes >= sentence_bytes_least && ends_sentence(layout::last_mark(document.text_of(last)));
  return bytes <= heading_bytes_most && !is_sentence && !is_furniture(first.role) && told.speaks_for(block);
}

}  // namespace

void label_headings(Document& document) {
  const Look usual = usual_look(document);
  std::map<Look, std::uint8_t, std::greater<>> levels;
  std::vector<std::uint32_t> found;
  const layout::FileHeadings told(document);
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    Block& block = document.blocks[b];
    if (!may_be_heading(document, block)) continue;
    if (!looks_like_heading(document, block, usual) && !is_called_heading(document, block, told)) continue;
    block.kind = BlockKind::heading;
    levels[look_of(document.lines[block.first_line])] = 0;
    found.push_back(b);
  }
  std::uint8_t level = 0;
  for (auto& [look, value] : levels)
    value = level < 9 ? ++level : level;
  for (const std::uint32_t b : found)
    document.blocks[b].level = levels[look_of(document.lines[document.blocks[b].first_line])];
}

namespace {

// "12." that begins a date, or a line that happens to begin with "2." or "a)", has no brother before or after it.
class Brothers {
 public:
  explicit Brothers(const Document& document) {
    for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
      const Block& block = document.blocks[b];
      if (block.line_count == 0) continue;
      const std::string_view text = document.text_of(document.lines[block.first_line]);
      const layout::Marker marker = layout::find_marker(text);
      if (marker.kind == layout::MarkerKind::number || marker.kind == layout::MarkerKind::letter)
        places_[last_part(text.substr(0, marker.length))].push_back(b);
    }
  }

  bool has(std::string_view marker, std::uint32_t block) const {
    const long value = last_part(marker);
    return stands_near(value - 1, block) || stands_near(value + 1, block) || value < 0;
  }

 private:
  static constexpr std::uint32_t near_blocks = 60;

  // 3 of "1.2.3."; 1003 for "c"; -1 for what is not counted here (Roman numerals of several letters).
  static long last_part(std::string_view marker) {
    std::u32string text = to_utf32(marker);
    while (!text.empty() && !is_digit(text.back()) && !is_letter(text.back()))
      text.pop_back();
    if (text.empty()) return -1;
    if (is_letter(text.back())) {
      const bool alone = text.size() == 1 || !is_letter(text[text.size() - 2]);
      return alone ? 1000 + static_cast<long>(text.back() | 0x20) : -1;
    }
    long value = 0, scale = 1;
    for (; !text.empty() && text.back() >= U'0' && text.back() <= U'9' && scale <= 1000; text.pop_back(), scale *= 10)
      value += static_cast<long>(text.back() - U'0') * scale;
    return scale == 1 ? -1 : value;
  }

  bool stands_near(long value, std::uint32_t block) const {
    const auto at = places_.find(value);
    if (at == places_.end()) return false;
    const auto low =
        std::lower_bound(at->second.begin(), at->second.end(), block < near_blocks ? 0 : block - near_blocks);
    return low != at->second.end() && *low <= block + near_blocks;
  }

  std::map<long, std::vector<std::uint32_t>> places_;
};

}  // namespace

void label_list_items(Document& document) {
  const Brothers brothers(document);
  std::vector<float> indents;  // of the items above, outermost first
  std::uint32_t cell = no_index;
  for (Block& block : document.blocks) {
    if (block.line_count == 0 || block.kind == BlockKind::heading || block.kind == BlockKind::furniture ||
        block.kind == BlockKind::footnote)
      continue;
    const Line& line = document.lines[block.first_line];
    const layout::Marker marker = layout::find_marker(document.text_of(line));
    if (block.cell != cell) indents.clear();
    cell = block.cell;
    if (marker.kind == layout::MarkerKind::none || marker.length == line.span.length) continue;
    const bool counts = marker.kind == layout::MarkerKind::number || marker.kind == layout::MarkerKind::letter;
    const auto index = static_cast<std::uint32_t>(&block - document.blocks.data());
    if (counts && !brothers.has(document.text_of(line).substr(0, marker.length), index)) continue;
    block.kind = BlockKind::list_item;
    block.marker_length = static_cast<std::uint32_t>(marker.length);
    const float slack = std::max(3.0f, 0.5f * line.style.size);
    while (!indents.empty() && line.box.x0 < indents.back() - slack)
      indents.pop_back();
    if (indents.empty() || line.box.x0 > indents.back() + slack) indents.push_back(line.box.x0);
    block.level = static_cast<std::uint8_t>(std::min<std::size_t>(indents.size(), 9));
  }
}

}  // namespace plumbline
