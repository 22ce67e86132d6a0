// "18 of the 24 stations (80 %)": a percentage that is not the part's share of its whole.
#pragma once

#include "rules/figures/contradictions.h"

namespace plumbline {

// Adds the percentages beside the two that do not fit: "18 of the 24 stations (75 %)", "75 % (18 of the 24)", "18 of
// the 24, or 75 %,". They may be rounded.
void compare_percentages(const Reading& reading, const std::vector<Figure>& figures, std::uint32_t part,
                         std::uint32_t whole, std::vector<Contradiction>& found);

// Whether the percentage says again what `near` says: only a bracket or ", or" stands between, and only the counted
// phrase.
bool is_apposition(const Reading& reading, const Figure& percent, const Figure& near, bool is_behind);

}  // namespace plumbline
