// Document + landmarks -> what stands between the template's words, in order: paragraphs, list items, table rows.
#pragma once

#include "rules/segment/landmarks.h"
#include "rules/segment/passage.h"

#include <vector>

namespace plumbline {

// A run of text that belongs together: a paragraph, a list item, a heading, or a row of a table of actions.
struct Chunk {
  BlockKind kind = BlockKind::paragraph;
  std::vector<LinePart> parts;    // of a paragraph
  bool follows_landmark = false;  // on the very line of a heading or label
  std::string_view marker;        // of a list item, as it stands there
  std::uint32_t first_block = no_index;
  std::uint32_t cell = no_index;  // that holds it
  std::uint32_t row = no_index;   // of a table of actions: then `cells` has its text
  struct RowCell {
    std::uint16_t column = 0;
    std::vector<LinePart> parts;
  };
  std::vector<RowCell> cells;
  bool is_header_row = false;
};

struct Item {
  const Landmark* landmark = nullptr;  // otherwise a chunk
  Chunk chunk = {};
  bool is_again = false;  // the heading of a target that is open already (rules/segment/transposed.h)
};

std::vector<Item> itemise(const LineStream& stream, const std::vector<Landmark>& landmarks, const Pack& pack);

}  // namespace plumbline
