// What every document must hold, whatever the reader was given.
#pragma once

#include "extractor/document.h"

namespace plumbline::fuzz {

// Traps where an index points nowhere, a span leaves the text, or the text is no UTF-8.
inline void require(bool holds) {
  if (!holds) __builtin_trap();
}

inline void require_sound(const Document& document) {
  const auto within = [](std::uint64_t first, std::uint64_t count, std::size_t size) { return first + count <= size; };
  for (const Page& page : document.pages)
    require(within(page.first_line, page.line_count, document.lines.size()));
  for (const Line& line : document.lines) {
    require(within(line.span.start, line.span.length, document.text.size()));
    require(line.page < document.pages.size());
    require(line.block == no_index || line.block < document.blocks.size());
  }
  for (const Block& block : document.blocks) {
    require(within(block.first_line, block.line_count, document.lines.size()) && block.line_count > 0);
    require(block.cell == no_index || block.cell < document.cells.size());
    require(block.marker_length <= document.lines[block.first_line].span.length);
  }
  for (const Cell& cell : document.cells) {
    require(cell.row < document.rows.size());
    require(within(cell.first_block, cell.block_count, document.blocks.size()));
  }
  for (const Row& row : document.rows) {
    require(row.table < document.tables.size());
    require(within(row.first_cell, row.cell_count, document.cells.size()));
  }
  for (const Table& table : document.tables)
    require(within(table.first_row, table.row_count, document.rows.size()));
  for (const FootnoteLink& note : document.footnotes) {
    require(within(note.mark.start, note.mark.length, document.text.size()));
    require(note.block == no_index || note.block < document.blocks.size());
  }
  std::size_t left = 0;  // continuation bytes still to come
  for (unsigned char c : document.text) {
    if (left > 0) {
      require((c & 0xC0) == 0x80);
      --left;
    } else if (c >= 0x80) {
      require(c >= 0xC2 && c < 0xF5);
      left = c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
    }
  }
  require(left == 0);
}

}  // namespace plumbline::fuzz
