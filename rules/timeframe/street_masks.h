// Numbers of houses, and dates that streets are named for.
#pragma once

#include "rules/timeframe/masks.h"

namespace plumbline::timeframe {

// The address that the street's word at `i` is of: "2024 Harbour Road", "Straße des 17. Juni 135"; empty (`last` 0)
// where it has no number.
Mask find_street(const Tokens& tokens, const Verbs& verbs, Index i);

}  // namespace plumbline::timeframe
