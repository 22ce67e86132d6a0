// Parts blocks.
#include "extractor/layout/reblock.h"

#include <utility>
#include <vector>

namespace plumbline::layout {

void part_blocks(Document& document, const std::function<bool(std::uint32_t line)>& begins) {
  std::vector<Block> blocks;
  std::vector<std::uint32_t> moved(document.blocks.size() + 1, 0);  // old index -> new index
  blocks.reserve(document.blocks.size());
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    moved[b] = static_cast<std::uint32_t>(blocks.size());
    const Block old = document.blocks[b];
    blocks.push_back(old);
    blocks.back().line_count = 0;
    for (std::uint32_t i = 0; i < old.line_count; ++i) {
      const std::uint32_t line = old.first_line + i;
      if (i > 0 && begins(line)) {
        Block next = old;
        next.first_line = line;
        next.line_count = 0;
        next.marker_length = 0;
        next.continues = false;
        next.space_before = 0;
        blocks.push_back(std::move(next));
      }
      ++blocks.back().line_count;
      document.lines[line].block = static_cast<std::uint32_t>(blocks.size()) - 1;
    }
  }
  moved.back() = static_cast<std::uint32_t>(blocks.size());
  for (Cell& cell : document.cells) {
    const std::uint32_t end = moved[cell.first_block + cell.block_count];
    cell.first_block = moved[cell.first_block];
    cell.block_count = end - cell.first_block;
  }
  for (FootnoteLink& link : document.footnotes)
    if (link.block != no_index) link.block = moved[link.block];
  document.blocks = std::move(blocks);
}

void part_furniture(Document& document) {
  const auto is_furniture_at = [&](std::uint32_t line) { return is_furniture(document.lines[line].role); };
  part_blocks(document, [&](std::uint32_t line) { return is_furniture_at(line) != is_furniture_at(line - 1); });
  for (Block& block : document.blocks) {
    if (block.line_count == 0 || !is_furniture_at(block.first_line)) continue;
    const bool is_note = document.lines[block.first_line].role == LineRole::footnote;
    block.kind = is_note ? BlockKind::footnote : BlockKind::furniture;
  }
}

}  // namespace plumbline::layout
