// Where the figures of a submission cannot all be right.
#pragma once

#include "rules/figures/figure.h"
#include "rules/names/acronyms.h"

#include <cstdint>
#include <vector>

namespace plumbline {

enum class ContradictionKind : std::uint8_t {
  other_value,       // one quantity has two values
  other_whole,       // "59 of the 71" where the whole was 72
  part_over_whole,   // "75 of the 72"
  wrong_sum,         // "72 persons (40 men and 31 women)"
  wrong_percentage,  // "18 of 24 (80 %)"
  wrong_growth,      // "from 400 to 500, an increase of 35 %"
  words_and_digits,  // "five (6)"
};

struct Contradiction {
  ContradictionKind kind = ContradictionKind::other_value;
  std::uint32_t figure = 0;  // the later one, or the part: index into the figures
  std::uint32_t other = 0;   // what it contradicts
  double expected = 0;       // the sum or percentage worked out; otherwise the other's value
};

// In the order of `figure`. Silent wherever year, unit, population or certainty of the two differ, or cannot be told.
std::vector<Contradiction> find_contradictions(const Reading& reading, const Report& report,
                                               const std::vector<Figure>& figures,
                                               const std::vector<Acronym>& acronyms);

}  // namespace plumbline
