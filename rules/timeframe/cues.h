// The cues of a time expression: the words that it begins with ("by the end of the") or ends with ("at the latest").
#pragma once

#include "rules/timeframe/expression_joints.h"

namespace plumbline::timeframe {

inline constexpr WordSet cue_words =
    any_of(Word::by, Word::before, Word::until, Word::in, Word::from, Word::since, Word::after, Word::for_,
           Word::within, Word::label, Word::between, Word::under);

// Adds the cues from `i` on; where what they lead to begins.
Index read_cues(const PointReader& points, Index i, Expression& to);
// Adds the cues that stand behind it, and makes it end there.
void read_cues_behind(const PointReader& points, Expression& to);

}  // namespace plumbline::timeframe
