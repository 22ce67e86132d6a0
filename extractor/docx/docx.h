// Reads DOCX (ISO/IEC 29500, transitional and strict).
#pragma once

#include "extractor/document.h"
#include "extractor/extract.h"

#include <string_view>

namespace plumbline {

// Paragraphs, lists with their computed numbers, tables, text boxes, notes in document order, as printed with tracked
// changes accepted or rejected; comments are left out; headers and footers are furniture. One pseudo page.
// Throws Unreadable "damaged", "too-large", "encrypted".
Document read_docx(std::string_view bytes, Tracked tracked = Tracked::accepted);

}  // namespace plumbline
