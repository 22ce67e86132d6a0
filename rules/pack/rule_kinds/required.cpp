// required: the path leads to something everywhere
#include "rules/pack/rule_kinds/rule_kind.h"

namespace plumbline::rule_kinds {

namespace {

constexpr std::size_t many = 3;  // parents that all lack it are told of once

void run(RuleLog& log) {
  std::vector<Node> lacking;
  const auto sets = log.nodes();
  for (const NodeSet& set : sets) {
    log.look();
    bool has_text = false;
    for (const Node& node : set.nodes)
      has_text |= !node.text.empty();
    if (!has_text && !log.is_excused(set.parent) && !log.stands_within_another(set.parent))
      lacking.push_back(set.parent);
  }
  if (lacking.size() >= many && lacking.size() == sets.size()) {
    Node report;
    report.id = "report";
    log.find_absent(report, {{"name", "none of the " + std::to_string(sets.size())}});
    return;
  }
  for (const Node& parent : lacking)
    log.find_absent(parent);
}

}  // namespace

extern const RuleKind required;
const RuleKind required = {.name = "required",
                           .says = "Every parent has at least one such node, with text.",
                           .message = "not found under a recognised heading; searched for {searched}",
                           .run = run};

}  // namespace plumbline::rule_kinds
