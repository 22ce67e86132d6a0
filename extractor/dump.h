// A Document as text, for tests and for people.
#pragma once

#include "extractor/document.h"

#include <string>

namespace plumbline {

// One line a line: its block's kind and what is known of it, then the text. Cells and pages begin with lines of their
// own:
//
//   page 1
//   paragraph | First line
//             | second line
//   table 2 columns
//   row
//   cell 1
//   paragraph | Goal:
//   cell 2
//   ...
//   end
std::string dump(const Document& document);

}  // namespace plumbline
