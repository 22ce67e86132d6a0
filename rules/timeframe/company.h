// What the dates of one text say of each other: a list that one label heads, a plan's own years beside the day of its
// adoption, a deadline that is over beside one that is not.
#pragma once

#include "rules/timeframe/expressions.h"
#include "rules/timeframe/timeframe.h"
#include "rules/timeframe/verbs.h"

#include <vector>

namespace plumbline::timeframe {

// Changes the verdicts (is_timeframe, reason) of `read`, which are of `expressions`, one by one.
void weigh_in_company(const Verbs& verbs, const std::vector<Expression>& expressions,
                      std::vector<TimeExpression>& read);

}  // namespace plumbline::timeframe
