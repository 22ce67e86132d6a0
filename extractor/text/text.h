// Reads plain UTF-8 text: lines as they stand, paragraphs by empty lines, pages by form feed.
#pragma once

#include "extractor/document.h"

#include <string_view>

namespace plumbline {

// Never fails: bytes that are no UTF-8 become U+FFFD, with a warning.
Document read_text(std::string_view bytes);

}  // namespace plumbline
