// What layout arranges on a page: segments of text, ruled tables taken whole, lines turned against the others.
#pragma once

#include "extractor/document.h"
#include "extractor/layout/segments.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace plumbline::layout {

enum class ItemKind : std::uint8_t { segment, grid, turned };

struct Item {
  Box box;  // in the working frame, mirrored where the page runs right to left
  float baseline = 0, size = 0;
  float widest_gap = 0, first_word = 0;
  ItemKind kind = ItemKind::segment;
  std::uint32_t index = 0;  // into segments, grids or turned lines
  bool starts_lower = false, starts_upper = false;
  bool ends_with_colon = false, ends_sentence = false;
  bool is_bold = false;
};

using Items = std::vector<Item>;
using Indices = std::vector<std::uint32_t>;  // into Items

// An address that does not fit into its column reaches over the gutter, and belongs where it begins.
inline bool is_long_word(const Item& item) {
  return item.kind == ItemKind::segment && item.starts_lower && item.first_word > 0.98f * item.box.width() &&
         item.box.width() > 14 * item.size;
}

// They stand beside each other: at least a third of the lower one's height is shared.
inline bool share_a_line(const Box& a, const Box& b) {
  const float shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return shared > std::min(a.height(), b.height()) * 0.34f;
}

}  // namespace plumbline::layout
