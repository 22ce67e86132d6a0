// Numbers and dates of laws, treaties, decisions: "Law No. 12 of 13 May 2008", "resolution 1325 (2000)".
#pragma once

#include "rules/timeframe/masks.h"
#include "rules/timeframe/points.h"

namespace plumbline::timeframe {

// What bears the number or date of the instrument at `i`, with it; empty (`last` 0) where there is none.
Mask find_law(const PointReader& points, const Verbs& verbs, Index i);

}  // namespace plumbline::timeframe
