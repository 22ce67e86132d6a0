// Parts blocks, after lines were given other roles or begin notes of their own.
#pragma once

#include "extractor/document.h"

#include <functional>

namespace plumbline::layout {

// A new block begins at every line for which `begins` holds; cells and links to blocks follow.
void part_blocks(Document& document, const std::function<bool(std::uint32_t line)>& begins);

// Furniture and text never share a block; a block of furniture is of that kind.
void part_furniture(Document& document);

}  // namespace plumbline::layout
