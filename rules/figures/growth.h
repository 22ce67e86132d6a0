// "From 400 to 500, an increase of 35 %": a percentage that does not fit the two values beside it.
#pragma once

#include "rules/figures/contradictions.h"

namespace plumbline {

// Silent unless the percentage is the next figure behind the two values, and a word for growth or decline stands
// between and none that could name another thing; the share by which the value changed, in either direction, and "to
// 125 %" all fit.
std::vector<Contradiction> find_wrong_growth(const Reading& reading, const std::vector<Figure>& figures);

}  // namespace plumbline
