// Which blocks are headings and which are items of a list.
#include "extractor/layout/layout.h"
#include "extractor/layout/markers.h"
#include "extractor/unicode/letters.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace plumbline {

namespace {

constexpr std::uint32_t heading_lines_most = 4;
constexpr std::size_t heading_bytes_most = 320;

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

bool looks_like_heading(const Document& document, const Block& block, Look usual) {
  if (block.kind != BlockKind::paragraph || block.line_count == 0 || block.line_count > heading_lines_most)
    return false;
  if (is_beside_text(document, block)) return false;
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

}  // namespace

void label_headings(Document& document) {
  const Look usual = usual_look(document);
  std::map<Look, std::uint8_t, std::greater<>> levels;
  std::vector<std::uint32_t> found;
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    Block& block = document.blocks[b];
    if (!looks_like_heading(document, block, usual)) continue;
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

void label_list_items(Document& document) {
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
