// Text with all that does not tell one heading from another taken away: case, accents, width, vowel marks.
// "OPÉRATIONNEL", "Operationnel" and "opérationnel" become equal; so do forms of the Arabic alef.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct LooseText {
  std::string text;  // UTF-8
  std::vector<std::uint32_t>
      origin;  // for each byte of `text`, and one past its end: the byte of the source it comes from
};

// `text` must be valid UTF-8. Digits of any script become ASCII.
LooseText loosen(std::string_view text);
std::string loose(std::string_view text);

// The same with every run of what is neither letter nor digit as one blank, none at the start, and none between
// ideographs: what phrases are matched on.
LooseText loosen_to_words(std::string_view text);

// Words of a text, loosened; each ideograph is a word.
std::vector<std::string> loose_words(std::string_view text);
// The same as one text, with `joint` between them.
std::string joined_loose_words(std::string_view text, std::string_view joint);

// The first byte of an ideograph, or of another character of U+3000 to U+AFFF.
constexpr bool begins_ideograph(char byte) {
  return static_cast<unsigned char>(byte) >= 0xE3 && static_cast<unsigned char>(byte) <= 0xEA;
}

// How alike two texts are, 0..1, by their words (loosened): 2 * shared / all, counting repeats.
double word_similarity(std::string_view a, std::string_view b);

}  // namespace plumbline
