// at-least: no parent has fewer than so many
#include "rules/pack/rule_kinds/rule_kind.h"

namespace plumbline::rule_kinds {

namespace {

void run(RuleLog& log) {
  for (const NodeSet& set : log.nodes()) {
    log.look();
    const auto found = static_cast<int>(set.nodes.size());
    if (found < *log.rule().limit) log.find(set.parent, {{"found", std::to_string(found)}});
  }
}

}  // namespace

extern const RuleKind at_least;
const RuleKind at_least = {.name = "at-least",
                           .says = "Every parent has at least `limit` such nodes.",
                           .needs = {"limit"},
                           .values = {"found"},
                           .message = "{name} has {found}, at least {limit} expected",
                           .run = run};

}  // namespace plumbline::rule_kinds
