// ordered: numbers or dates ascend
#include "rules/pack/rule_kinds/rule_kind.h"

#include <vector>

namespace plumbline::rule_kinds {

namespace {

void compare(const std::vector<Node>& nodes, RuleLog& log) {
  std::optional<int> number;
  std::optional<Day> day;
  for (const Node& node : nodes) {
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

void run(RuleLog& log) {
  const std::vector<NodeSet> sets = log.nodes();
  // "target/number": numbers of which each parent has one are in order from parent to parent.
  std::vector<Node> single;
  for (const NodeSet& set : sets)
    if (set.nodes.size() == 1 && set.nodes.front().number) single.push_back(set.nodes.front());
  if (single.size() == sets.size()) return compare(single, log);
  for (const NodeSet& set : sets)
    compare(set.nodes, log);
}

}  // namespace

extern const RuleKind ordered;
const RuleKind ordered = {
    .name = "ordered",
    .says =
        "Under each parent, numbers ascend; where there are none, the dates by which things are done do. The "
        "parents' own numbers (`target/number`) ascend from parent to parent.",
    .nodes = {NodeKind::target, NodeKind::number, NodeKind::goal, NodeKind::section, NodeKind::action},
    .message = "{quote} stands behind what should follow it",
    .run = run};

}  // namespace plumbline::rule_kinds
