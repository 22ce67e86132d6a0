// How often: "every two years", "each October", "twice a year", "two meetings a year", "annually in October".
#pragma once

#include "rules/timeframe/expression_joints.h"

namespace plumbline::timeframe {

// A recurrence holds one of these.
inline constexpr WordSet recurrence_words = any_of(Word::every, Word::per, Word::frequency, Word::unit);

// The recurrence at `core`, behind `cues`; its `last` is 0 where none stands there.
Expression read_recurrence(const PointReader& points, Index core, const Expression& cues);
// "annually in October": over the month behind `end`, if there is one.
Index behind_month(const PointReader& points, Index end);

}  // namespace plumbline::timeframe
