// The outline of a PDF: bookmarks that lead to its pages. Only for the .cpp files of this folder.
#pragma once

#include "extractor/document.h"

#include <vector>

class PDFDoc;

namespace plumbline::pdf {

// In their order. Bounded, whatever the file says.
std::vector<Bookmark> read_bookmarks(PDFDoc& document);

}  // namespace plumbline::pdf
