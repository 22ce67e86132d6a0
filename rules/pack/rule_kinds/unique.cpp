// unique: no two nodes are alike
#include "rules/pack/loose_text.h"
#include "rules/pack/rule_kinds/rule_kind.h"

#include <set>

namespace plumbline::rule_kinds {

namespace {

void run(RuleLog& log) {
  std::set<std::string> seen;
  for (const NodeSet& set : log.nodes())
    for (const Node& node : set.nodes) {
      log.look();
      const std::string key = node.number ? std::to_string(*node.number) : loose(node.text);
      if (!key.empty() && !seen.insert(key).second) log.find(node);
    }
}

}  // namespace

extern const RuleKind unique;
const RuleKind unique = {
    .name = "unique",
    .says = "No two such nodes of the report have one number, or one text where they have no number.",
    .message = "{quote} stands there twice",
    .run = run};

}  // namespace plumbline::rule_kinds
