// Reads a PDF: its pages in order, laid out, then what only shows over all of them.
#pragma once

#include "extractor/document.h"
#include "extractor/extract.h"

#include <string_view>

namespace plumbline {

// Pages that fail are empty, with a warning, and the document is partial. Throws Unreadable as `PdfFile` does.
Document read_pdf(std::string_view bytes, const ExtractOptions& options = {});

}  // namespace plumbline
