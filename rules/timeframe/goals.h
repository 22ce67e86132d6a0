// Years that belong to what a deed is about: a goal that is adopted, a contract that runs out.
#pragma once

#include "rules/timeframe/context.h"
#include "rules/timeframe/expressions.h"
#include "rules/timeframe/verbs.h"

namespace plumbline::timeframe {

// "the goal of cutting deaths by 2020", "2060年前碳中和的目标"; not "reach the goal … by 2020", "the goal is to … by
// 2020".
bool is_of_goal(const Verbs& verbs, const Expression& e, const Context& context);
// "a roadmap for cutting waste by 2025", "a charter, which commits us to halving waste by 2025"
bool is_of_document(const Verbs& verbs, const Expression& e);
// "the licence expiring in 2028", "bis 2028 gültige Pässe"
bool runs_out(const Verbs& verbs, const Expression& e);
// "the contract runs until 2024"
bool ends_contract(const Verbs& verbs, const Expression& e);

}  // namespace plumbline::timeframe
