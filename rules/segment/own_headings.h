// Lines that may be headings in a party's own words, and the number that one bears.
#pragma once

#include "rules/segment/line_stream.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// A line, or a few: a block, or all of a form's label cell.
struct OwnHeading {
  std::uint32_t first = 0, last = 0;  // places in the LineStream
};

OwnHeading heading_at(const LineStream& stream, std::uint32_t place);
// What it says, loosened and without numbers; empty for what is no heading.
std::string words_of(const LineStream& stream, const OwnHeading& heading);

// "Strand 1: …", "Volet C. — …", "III. …", "Priority area No. 2"
struct HeadingNumber {
  std::string word;              // or words before the number; empty where none stands there
  std::vector<int> numbers;      // all that it may be ("C": 3 or 100); empty where the line bears none
  bool has_sign = false;         // "No. 2", "№ 2": nothing else is numbered so
  std::uint32_t title_from = 0;  // byte of the line, behind the number and the signs that follow it
};

// Bytes of the signs and blanks that stand between a number and its title, from `at`.
std::size_t signs_at(std::string_view text, std::size_t at);

HeadingNumber number_at(const LineStream& stream, std::uint32_t place);

}  // namespace plumbline
