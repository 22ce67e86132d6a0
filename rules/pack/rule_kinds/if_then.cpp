// if-then: what one text says asks for something else
#include "rules/pack/rule_kinds/rule_kind.h"

namespace plumbline::rule_kinds {

namespace {

bool has_other(const std::vector<NodeSet>& others, std::uint32_t target) {
  for (const NodeSet& set : others)
    for (const Node& node : set.nodes)
      if ((node.target == target || node.target == no_index) && !node.text.empty()) return true;
  return false;
}

void run(RuleLog& log) {
  const PackRule& rule = log.rule();
  const auto others = rule.other ? log.other_nodes() : std::vector<NodeSet>();
  for (const NodeSet& set : log.nodes())
    for (const Node& node : set.nodes) {
      if (!rule.condition.stands_in(node.text)) continue;
      log.look();
      const bool holds = (rule.other && has_other(others, node.target)) || rule.pattern.stands_in(node.text);
      if (!holds) log.find(node);
    }
}

}  // namespace

extern const RuleKind if_then;
const RuleKind if_then = {
    .name = "if-then",
    .says = "Where a node matches `if`, it matches `pattern` too, or `then` leads to something under the same target.",
    .needs = {"if"},
    .some_of = {"then", "pattern"},
    .message = "{quote}: asks for something that is not there",
    .run = run};

}  // namespace plumbline::rule_kinds
