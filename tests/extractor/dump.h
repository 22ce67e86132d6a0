// A document as text, one block a line: what text cases compare.
#pragma once

#include "extractor/document.h"

#include <string>

namespace plumbline::test {

// KIND[LEVEL] [+ = continues] [{marker}] line / line, with tables, rows and cells indented, pages and warnings:
//   page
//   heading1 Title
//   paragraph First line / second line
//   + paragraph goes on
//   list_item {1.} 1. Text
//   table 2 columns
//     header
//       cell 0: paragraph Action
//     row
//       cell 0+1: …        (spans two columns)
//       cell 0 ^:          (merged with the cell above)
std::string dump(const Document& document);

}  // namespace plumbline::test
