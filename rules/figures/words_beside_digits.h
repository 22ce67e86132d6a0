// "five (6) years": a number in words and, in brackets behind it, another in digits.
#pragma once

#include "rules/figures/contradictions.h"

#include <optional>

namespace plumbline {

// What figure `digits` contradicts. Silent unless a word follows the bracket.
std::optional<Contradiction> find_other_words(const Reading& reading, const std::vector<Figure>& figures,
                                              std::uint32_t digits);

}  // namespace plumbline
