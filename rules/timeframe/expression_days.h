// The days of a time expression with its cues: "by June 2013" is open before and ends on 30 June.
#pragma once

#include "rules/timeframe/expressions.h"

#include <optional>

namespace plumbline::timeframe {

Days days_of(const Expression& expression, const Language& language, std::optional<Day> report_date);

}  // namespace plumbline::timeframe
