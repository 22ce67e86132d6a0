// A rule that a pack states without code: a kind (rules/pack/rule_kinds/), the nodes that it speaks of, what it says.
#pragma once

#include "rules/finding.h"
#include "rules/pack/node_path.h"
#include "rules/pack/rule_pattern.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct RuleKind;

// A small filled-in submission, plain text, on the rule's pack.
struct RuleExample {
  std::string text;
  int line = 0;  // of the pack's file
};

struct PackRule {
  std::string id;  // "ogp-action-plan/lead-entity"
  const RuleKind* kind = nullptr;
  NodePath at;
  Severity severity = Severity::warning;
  std::string title, message, help, citation;  // message and help are templates: see fill_in()
  RulePattern pattern, condition, unless;      // empty = none
  std::optional<NodePath> other;               // of if-then: what must be there; of sum-equals: the total
  std::optional<int> limit;
  std::optional<Day> from, to;
  std::vector<RuleExample> fires, silent;
  int line = 0;  // of the pack's file
};

}  // namespace plumbline
