// word-limit: texts are not too long
#include "rules/pack/loose_text.h"
#include "rules/pack/rule_kinds/rule_kind.h"

namespace plumbline::rule_kinds {

namespace {

void run(RuleLog& log) {
  for (const NodeSet& set : log.nodes())
    for (const Node& node : set.nodes) {
      log.look();
      const std::size_t words = loose_words(node.text).size();
      if (words > static_cast<std::size_t>(*log.rule().limit)) log.find(node, {{"found", std::to_string(words)}});
    }
}

}  // namespace

extern const RuleKind word_limit;
const RuleKind word_limit = {.name = "word-limit",
                             .says = "No such node has more words than `limit`; each Chinese character is a word.",
                             .needs = {"limit"},
                             .values = {"found"},
                             .message = "has {found} words; at most {limit} expected",
                             .run = run};

}  // namespace plumbline::rule_kinds
