// From judged expressions to the action's timeframe: its status and bounds.
#pragma once

#include "rules/timeframe/context.h"
#include "rules/timeframe/timeframe.h"

namespace plumbline::timeframe {

// Fills status, bounds and flags from `expressions`; takes what is inherited where the action itself says nothing.
void decide(Timeframe& timeframe, const Context& context);

}  // namespace plumbline::timeframe
