// One quantity with two values, wherever in the submission they stand.
#pragma once

#include "rules/figures/contradictions.h"

namespace plumbline {

std::vector<Contradiction> find_other_values(const Reading& reading, const Report& report,
                                             const std::vector<Figure>& figures);

}  // namespace plumbline
