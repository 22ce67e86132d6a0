// Blocks of running text, as opposed to furniture and notes.
#pragma once

#include "extractor/document.h"

namespace plumbline::layout {

inline bool flows(const Document& document, const Block& block) {
  return block.line_count > 0 && block.kind != BlockKind::furniture && block.kind != BlockKind::footnote &&
         !is_furniture(document.lines[block.first_line].role);
}

}  // namespace plumbline::layout
