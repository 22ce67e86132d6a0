// ordered: numbers or dates ascend
#include "rules/pack/rule_kinds/rule_kind.h"

namespace plumbline::rule_kinds {

namespace {

void run(RuleLog& log) {
  for (const NodeSet& set : log.nodes()) {
    std::optional<int> number;
    std::optional<Day> day;
    for (const Node& node : set.nodes) {
      log.look();
      if (node.number) {
        if (number && *node.number < *number) log.find(node);
        number = node.number;
      } else if (node.timeframe && node.timeframe->latest) {
        if (day && *node.timeframe->latest < *day) log.find(node);
        day = node.timeframe->latest;
      }
    }
  }
}

}  // namespace

extern const RuleKind ordered;
const RuleKind ordered = {
    "ordered",
    "Under each parent, numbers ascend; where there are none, the dates by which things are done do.",
    {},
    "{quote} stands behind what should follow it",
    run};

}  // namespace plumbline::rule_kinds
