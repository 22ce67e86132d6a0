// A number in words and, in brackets behind it, another in digits.
#include "rules/figures/words_beside_digits.h"

#include "rules/figures/marks.h"

namespace plumbline {

std::optional<Contradiction> find_other_words(const Reading& reading, const std::vector<Figure>& figures,
                                              std::uint32_t i) {
  if (i == 0) return {};
  const Figure &words = figures[i - 1], &digits = figures[i];
  if (words.text != digits.text || !words.is_spelled_out || digits.is_spelled_out) return {};
  if (words.kind != FigureKind::count || digits.kind != FigureKind::count) return {};
  if (digits.word != words.word_end + 1 || words.value == digits.value) return {};
  const auto stand_around = [&](std::string_view opening, std::string_view closing) {
    return is_mark(reading, digits, words.word_end, opening) && is_mark(reading, digits, digits.word_end, closing);
  };
  if (!stand_around("(", ")") && !stand_around("（", "）")) return {};
  const std::uint32_t behind = digits.word_end + 1;
  const bool goes_on = behind < digits.sentence_end && reading.form_of(reading.words[behind]).kind == WordKind::word;
  if (!goes_on || words.value < 2 || digits.value < 2 || digits.decimals != 0) return {};
  return Contradiction{ContradictionKind::words_and_digits, i, i - 1, words.value};
}

}  // namespace plumbline
