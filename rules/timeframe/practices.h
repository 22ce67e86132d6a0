// What is, or is done again and again, beside what is promised: "The scheme remains popular and will be extended".
#pragma once

#include "rules/timeframe/expressions.h"
#include "rules/timeframe/timeframe.h"
#include "rules/timeframe/verbs.h"

#include <vector>

namespace plumbline::timeframe {

// Changes the verdicts (is_timeframe, reason) of `read`, which are of `expressions`, one by one.
void leave_practices_beside_promise(const Verbs& verbs, const std::vector<Expression>& expressions,
                                    std::vector<TimeExpression>& read);

}  // namespace plumbline::timeframe
