// What a figure counts: "72 charged defendants".
#pragma once

#include "rules/figures/figure.h"

namespace plumbline {

// Fills in the figure's counted phrase, which begins at words[at], its end, and its noun. Only of counts: percentages,
// money and measures say what they are of behind a preposition.
void read_counted_phrase(const Reading& reading, std::uint32_t at, Figure& figure);

}  // namespace plumbline
