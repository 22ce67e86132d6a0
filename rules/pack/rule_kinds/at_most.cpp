// at-most: no parent has more than so many
#include "rules/pack/rule_kinds/rule_kind.h"

namespace plumbline::rule_kinds {

namespace {

void run(RuleLog& log) {
  for (const NodeSet& set : log.nodes()) {
    log.look();
    const auto found = static_cast<int>(set.nodes.size());
    if (found > *log.rule().limit) log.find(set.parent, {{"found", std::to_string(found)}});
  }
}

}  // namespace

extern const RuleKind at_most;
const RuleKind at_most = {.name = "at-most",
                          .says = "Every parent has at most `limit` such nodes.",
                          .needs = {"limit"},
                          .values = {"found"},
                          .message = "{name} has {found}, at most {limit} expected",
                          .run = run};

}  // namespace plumbline::rule_kinds
