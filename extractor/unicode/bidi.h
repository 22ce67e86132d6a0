// Text as it is drawn -> text as it is read: the inverse of the Unicode bidirectional algorithm (UAX #9) for one line.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace plumbline {

// What is drawn in one place: a letter with its marks, a ligature, a word that is in logical order already.
enum class BidiClass : std::uint8_t {
  left,        // strong left to right
  right,       // strong right to left
  number,      // digits
  separator,   // . , : / between digits
  sign,        // + - between digits
  terminator,  // % $ beside digits
  neutral,
};
BidiClass bidi_class_of(std::u32string_view text);

// The order in which the items of a line, given from left to right, are read.
// `right_to_left` is the direction of the paragraph; `arabic_digits_rule`: the digits follow Arabic letters, so that
// "+", "-" and "%" beside them are neutral (UAX #9 W2).
std::vector<std::uint32_t> reading_order(std::span<const BidiClass> from_left, bool right_to_left,
                                         bool arabic_digits_rule);

// Brackets and their kin are drawn mirrored where the text runs right to left.
char32_t mirrored(char32_t c);

// Arabic presentation forms and Latin ligatures as the letters that they stand for; appends to `out`.
void append_unfolded(std::u32string& out, char32_t c);

}  // namespace plumbline
