// Points of the calendar and what two of them enclose: "June 2014", "7-11 October 2013", "2013/14", "Q1 and Q2 2014".
#pragma once

#include "rules/timeframe/expression_joints.h"

namespace plumbline::timeframe {

// The point or range at `core`, behind `cues`; its `last` is 0 where none stands there.
Expression read_range(const PointReader& points, Index core, const Expression& cues);

}  // namespace plumbline::timeframe
