// Lengths of time: "within 18 months", "in the next two years", "3 years after ratification", "within the year".
#pragma once

#include "rules/timeframe/expression_joints.h"

namespace plumbline::timeframe {

// A duration holds one of these.
inline constexpr WordSet duration_words = any_of(Word::unit, Word::year_word);

// The length of time at `core`, behind `cues`; its `last` is 0 where none stands there.
Expression read_duration(const PointReader& points, Index core, const Expression& cues);
// A unit without a number: "within the year" ends with this one, "через год" is one year.
Expression read_lone_unit(const PointReader& points, Index core, const Expression& cues);

}  // namespace plumbline::timeframe
