// Which of two headings stands under the other: by numbering, size, weight and capitals.
#pragma once

#include "extractor/document.h"

#include <string_view>

namespace plumbline {

// Bytes of the numbering that a heading begins with, and the blanks behind it: "2.1 ", "IV. ", "Chapter 2. "; 0 where
// none.
struct Enumeration {
  std::size_t length = 0;
  int depth = 0;             // "2.1" = 2
  bool is_division = false;  // with a word: "Part A"
};
Enumeration enumeration_of(std::string_view text);

struct HeadingRank {
  int depth = 0;             // of its numbering; 0 = not numbered
  bool is_division = false;  // numbered with a word
  int level = 0;             // as the reader saw it; 0 = not known
  float size = 0;
  bool is_bold = false, is_capitals = false;
};

HeadingRank rank_of(const Document& document, std::uint32_t line);
bool is_all_capitals(std::string_view text);
bool stands_under(const HeadingRank& heading, const HeadingRank& above);

}  // namespace plumbline
