// "640 reports. 384 of them (60 %) …, 192 (30 %) … and 74 (10 %) …": parts that are said to be all of a whole.
#pragma once

#include "rules/figures/contradictions.h"

namespace plumbline {

// Counts of one sentence, each with its share in brackets; where the shares make 100 %, the counts must make the whole:
// the nearest count before them, in their sentence or the one before.
std::vector<Contradiction> find_wrong_shares(const Reading& reading, const std::vector<Figure>& figures);

}  // namespace plumbline
