// Ranges of days whose second end says the month or year for both.
#pragma once

#include "rules/timeframe/expression_joints.h"

namespace plumbline::timeframe {

// "14.10. – 15.10.2014", "01/10 au 02/11/2014", "7-11 October 2013", "du 3 au 5 mars 2014", "6月3日至5日". As
// read_range().
Expression read_day_range(const PointReader& points, Index core, const Expression& cues);

}  // namespace plumbline::timeframe
