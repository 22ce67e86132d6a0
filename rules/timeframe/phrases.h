// Fixed phrases: vague ("in due course", "as soon as resources permit"), ongoing ("is drafting"), placeholders ("TBD"),
// and how often ("annually").
#pragma once

#include "rules/timeframe/expression_joints.h"

namespace plumbline::timeframe {

inline constexpr WordSet phrase_words = any_of(Word::vague, Word::ongoing, Word::placeholder, Word::frequency);

// The phrase at `i`; its `last` is 0 where none stands there.
Expression read_phrase(const PointReader& points, Index i);

}  // namespace plumbline::timeframe
