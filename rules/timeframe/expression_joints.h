// What the readers of expressions share: how one is put together, and what joins its parts.
#pragma once

#include "rules/timeframe/expressions.h"
#include "rules/timeframe/points.h"

namespace plumbline::timeframe {

inline constexpr WordSet point_starts = any_of(
    Word::month, Word::weekday, Word::season, Word::unit, Word::cardinal, Word::ordinal, Word::part, Word::relative,
    Word::quarter_mark, Word::half_mark, Word::year_word, Word::fiscal, Word::school, Word::period, Word::era);

// `cues` with what they lead to, tokens [core, end).
Expression finished(Expression cues, Form form, Index core, Index end);
// Over what joins the ends of a range ("-", "to", "between … and"), or 0.
Index behind_range_joint(const PointReader& points, Index at, bool is_between);
// A milestone ("ratification") within the next words; behind it, or 0.
Index behind_milestone(const Tokens& tokens, Index at, Index most);

}  // namespace plumbline::timeframe
