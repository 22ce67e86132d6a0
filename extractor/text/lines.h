// A text file's lines as they stand, before they are grouped to paragraphs.
#pragma once

#include "extractor/document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// A line with something on it.
struct TextLine {
  std::string text;  // normalised
  std::string raw;   // as it stands, with its tabs; only where it holds a tab, wide blanks or a row of dots
  std::uint32_t page = 0;
  std::uint32_t number = 0;        // in the file, from 0
  std::uint32_t empty_before = 0;  // empty lines before it on its page
  std::uint32_t indent = 0;        // columns of blanks before it
  std::uint32_t width = 0;         // columns of `text`; wide East Asian characters take two
  LineRole role = LineRole::body;
};

struct TextLines {
  std::vector<TextLine> lines;
  std::uint32_t pages = 1;
  bool ends_in_blanks = false;  // most lines do: text that was taken out of a typeset page
};

// Cuts at \n, \r\n, \r, U+2028, U+2029; a form feed begins a page.
TextLines cut_lines(std::string_view utf8);

// Gives page numbers and running heads their role: a number alone that rises with the lines or pages before it;
// what stands at the head or foot of at least three pages, numbers aside.
void label_furniture(TextLines& lines);

std::uint32_t column_width(std::string_view text);

bool line_ends_sentence(std::string_view line);  // by its last character, closing quotes and brackets aside
bool begins_in_lower_case(std::string_view line);
std::uint32_t first_word_width(std::string_view line);

}  // namespace plumbline
