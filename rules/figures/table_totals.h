// "Total | 150" under rows that add up to 140.
#pragma once

#include "rules/figures/contradictions.h"

namespace plumbline {

// Looks at each column of each table of actions whose rows all hold one figure there, of one kind, and no percentages.
// Silent where the rows make up less than two thirds or more than three halves of the total: they are not all of it.
std::vector<Contradiction> find_wrong_totals(const Reading& reading, const Report& report,
                                             const std::vector<Figure>& figures);

}  // namespace plumbline
