// must-not-match: text does not match a pattern
#include "rules/pack/rule_kinds/rule_kind.h"

namespace plumbline::rule_kinds {

namespace {

void run(RuleLog& log) {
  for (const NodeSet& set : log.nodes())
    for (const Node& node : set.nodes) {
      log.look();
      if (log.rule().pattern.stands_in(node.text)) log.find(node);
    }
}

}  // namespace

extern const RuleKind must_not_match;
const RuleKind must_not_match = {.name = "must-not-match",
                                 .says = "The text of each such node does not match `pattern`.",
                                 .needs = {"pattern"},
                                 .message = "{quote}: must not stand there",
                                 .run = run};

}  // namespace plumbline::rule_kinds
