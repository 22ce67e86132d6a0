// Text strings of a PDF's dictionaries. Includes no Poppler.
#pragma once

#include <string>

namespace plumbline::pdf {

// A text string (UTF-16 with mark, UTF-8 with mark, or PDFDocEncoding) as code points.
std::u32string text_string(const std::string& raw);
// The same as a Line's text.
std::string line_of_text_string(const std::string& raw);

}  // namespace plumbline::pdf
