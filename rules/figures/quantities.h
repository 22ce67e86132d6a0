// One quantity with two values, wherever in the submission they stand.
#pragma once

#include "rules/figures/contradictions.h"

namespace plumbline {

std::vector<Contradiction> find_other_values(const Reading& reading, const Report& report,
                                             const std::vector<Figure>& figures);

// Chinese: the counted phrase has no end of its own, and runs on into what is said of it; its first words agree.
bool begin_alike(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace plumbline
