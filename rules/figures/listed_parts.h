// Parts in a list that has no nouns of its own: "18 towns, 10 on the coast and 9 inland".
#pragma once

#include "rules/figures/contradictions.h"

#include <vector>

namespace plumbline {

std::vector<Contradiction> find_wrong_lists(const Reading& reading, const std::vector<Figure>& figures);

}  // namespace plumbline
