// How many of something a named body has, told in two places: "the Digital Evidence Unit (DEU) employs 14 analysts",
// "the DEU, which has 17 analysts".
#pragma once

#include "rules/figures/contradictions.h"

namespace plumbline {

// As `other_value`. Silent in languages without capitals, where one of the two stands among planned actions or in a
// sentence that tells of a change ("now", "two more"), and where more is said of what is counted ("for the north").
std::vector<Contradiction> find_other_holdings(const Reading& reading, const Report& report,
                                               const std::vector<Figure>& figures,
                                               const std::vector<Acronym>& acronyms);

}  // namespace plumbline
