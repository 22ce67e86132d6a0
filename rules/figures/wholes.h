// The whole that a sentence says a figure to be a part of.
#pragma once

#include "rules/figures/figure.h"

namespace plumbline {

// The figure right beside it: "59 of the 72", "59 officers out of 72", "72名…其中59名"; not "95 requests from 22
// countries". Its index, or no_index.
std::uint32_t whole_beside(const Reading& reading, const std::vector<Figure>& figures, std::uint32_t part);

// "60 teachers, 15 of them": the only count before it in the sentence; or no_index.
std::uint32_t whole_before(const Reading& reading, const std::vector<Figure>& figures, std::uint32_t part);

}  // namespace plumbline
