// matches: text matches a pattern
#include "rules/pack/rule_kinds/rule_kind.h"

namespace plumbline::rule_kinds {

namespace {

void run(RuleLog& log) {
  for (const NodeSet& set : log.nodes())
    for (const Node& node : set.nodes) {
      log.look();
      if (!log.rule().pattern.stands_in(node.text)) log.find(node);
    }
}

}  // namespace

extern const RuleKind matches;
const RuleKind matches = {.name = "matches",
                          .says = "The text of each such node matches `pattern`.",
                          .needs = {"pattern"},
                          .message = "{quote}: is not as expected",
                          .run = run};

}  // namespace plumbline::rule_kinds
