// forbidden: the path leads to nothing
#include "rules/pack/rule_kinds/rule_kind.h"

namespace plumbline::rule_kinds {

namespace {

void run(RuleLog& log) {
  for (const NodeSet& set : log.nodes()) {
    log.look();
    for (const Node& node : set.nodes)
      log.find(node);
  }
}

}  // namespace

extern const RuleKind forbidden;
const RuleKind forbidden = {
    .name = "forbidden", .says = "No such node is there.", .message = "{quote}: must not be there", .run = run};

}  // namespace plumbline::rule_kinds
