// Which counts may be a whole, and which a part of one.
#pragma once

#include "rules/figures/figure.h"

namespace plumbline {

bool counts_as_whole(const Figure& figure);
bool counts_as_part(const Figure& figure);

bool share_sentence(const Figure& a, const Figure& b);

// Behind the counted phrase comes a mark, a function word or the sentence's end, not a verb.
bool has_no_predicate(const Reading& reading, const Figure& figure);

}  // namespace plumbline
