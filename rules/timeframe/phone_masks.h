// Numbers of telephones. Each is empty (`last` 0) where there is none.
#pragma once

#include "rules/timeframe/masks.h"

namespace plumbline::timeframe {

// Three groups of digits or more that are no years: 0800 2013 2014
Mask phone_in_groups(const Tokens& tokens, Index i);
// Digits, with what joins them, of so many tokens at most.
Mask phone_from(const Tokens& tokens, Index first, Index most);
// Behind the word at `i`: "hotline: 116 006".
Mask phone_behind_word(const Tokens& tokens, Index i);

}  // namespace plumbline::timeframe
