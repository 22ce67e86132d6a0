// date-between: dates lie in a period
#include "rules/pack/rule_kinds/rule_kind.h"

namespace plumbline::rule_kinds {

namespace {

void run(RuleLog& log) {
  const PackRule& rule = log.rule();
  for (const NodeSet& set : log.nodes())
    for (const Node& node : set.nodes) {
      std::optional<Day> earliest, latest;
      if (node.timeframe) earliest = node.timeframe->earliest, latest = node.timeframe->latest;
      if (node.kind == NodeKind::date) earliest = latest = parse_day(node.text);
      if (!earliest && !latest) continue;
      log.look();
      const bool is_early = rule.from && (latest ? *latest < *rule.from : false);
      const bool starts_early = rule.from && earliest && *earliest < *rule.from;
      const bool is_late = rule.to && ((earliest && *earliest > *rule.to) || (latest && *latest > *rule.to));
      if (is_early || starts_early || is_late) log.find(node);
    }
}

}  // namespace

extern const RuleKind date_between;
const RuleKind date_between = {
    .name = "date-between",
    .says = "What is dated lies between `from` and `to`, both inclusive; what has no date is passed over.",
    .some_of = {"from", "to"},
    .nodes = {NodeKind::section, NodeKind::action, NodeKind::date},
    .message = "{quote}: lies outside {from} to {to}",
    .run = run};

}  // namespace plumbline::rule_kinds
