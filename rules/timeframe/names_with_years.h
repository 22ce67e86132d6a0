// Years that a plan, programme or strategy bears in its name.
#pragma once

#include "rules/timeframe/expressions.h"
#include "rules/timeframe/verbs.h"

namespace plumbline::timeframe {

// Cues of a deed, where years of a name have none.
inline constexpr WordSet own_cues = any_of(Word::by, Word::before, Word::until, Word::in, Word::within, Word::label);

// "strategy"; also what ends so
bool names_document(const Tokens& tokens, Index at);
bool ends_as_document(const Tokens& tokens, Index at);  // "Klimastrategie"
// "the Youth Strategy 2014-2020", "Программа на 2018-2025 годы"
bool is_period_of_plan(const Verbs& verbs, const Expression& e);
// "the new curriculum for 2015-2025", "新的2015—2025年课程": right beside any noun, without a cue.
bool is_period_of_noun(const Verbs& verbs, const Expression& e);
// "Стратегия охраны вод до 2030 года", "the National Plan to 2030"
bool is_end_in_name(const Verbs& verbs, const Expression& e);

}  // namespace plumbline::timeframe
