// Two years as one thing: "2013/14", "2013-2014", "FY2013/14", "the 2014-2015 biennium".
#pragma once

#include "rules/timeframe/expression_joints.h"

namespace plumbline::timeframe {

// As read_range().
Expression read_year_range(const PointReader& points, Index core, const Expression& cues);

}  // namespace plumbline::timeframe
