// Years that a plan is made for, and results that a deed aims at: when they are, is not when the deed is done.
#pragma once

#include "rules/timeframe/expressions.h"
#include "rules/timeframe/verbs.h"

namespace plumbline::timeframe {

// "designed for the years 2015-2020", "das die Jahre 2015 bis 2021 abdecken soll"; not "will run from 2015 to 2020".
bool bears_span(const Verbs& verbs, const Expression& e);
// "will aim to halve waste by 2020"
bool follows_aim(const Verbs& verbs, const Expression& e);

}  // namespace plumbline::timeframe
