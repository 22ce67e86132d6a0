// Months counted from an end of their year: "the first three months of 2015", "los dos últimos meses de 2014".
#pragma once

#include "rules/timeframe/expression_joints.h"

namespace plumbline::timeframe {

// The range at `core`, behind `cues`; its `last` is 0 where none stands there.
Expression read_months_of_year(const PointReader& points, Index core, const Expression& cues);

}  // namespace plumbline::timeframe
