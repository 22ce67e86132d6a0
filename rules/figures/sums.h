// "72 persons (40 men and 31 women)", "12 projects: five in the north, …", "40 men and 31 women, a total of 72".
#pragma once

#include "rules/figures/contradictions.h"

#include <optional>

namespace plumbline {

// What a count or amount contradicts by the sum of the parts listed behind it or, for a total, before it. Silent unless
// the parts were clearly meant to be all: parallel, and nearly as much as the whole.
std::optional<Contradiction> find_wrong_sum(const Reading& reading, const std::vector<Figure>& figures,
                                            std::uint32_t whole);

}  // namespace plumbline
