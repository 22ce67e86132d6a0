// Reads plain text: lines as they stand, paragraphs, lists and tables as far as they show, pages by form feed.
#pragma once

#include "extractor/document.h"

#include <string_view>

namespace plumbline {

// Never fails. An encoding that had to be guessed is the warning "encoding-guessed"; bytes that are no UTF-8 in a text
// that otherwise is become U+FFFD, with the warning "invalid-utf-8". Without form feeds the document has no pages.
Document read_text(std::string_view bytes);

}  // namespace plumbline
