// Times that an event gives: "before the next election", "upon ratification", "the first year of the programme".
#pragma once

#include "rules/timeframe/expression_joints.h"

namespace plumbline::timeframe {

// Each reads what stands at `core`, behind `cues`; its `last` is 0 where none stands there.
Expression read_event(const PointReader& points, Index core, const Expression& cues);
Expression read_unit_of_event(const PointReader& points, Index core, const Expression& cues);
// In Chinese the cue stands behind: "任期结束前".
Expression read_event_before_cue(const PointReader& points, Index i);

}  // namespace plumbline::timeframe
