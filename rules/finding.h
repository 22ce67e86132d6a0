// What is wrong, where, why, and what to do; and what was looked at.
#pragma once

#include "rules/report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

enum class Severity : std::uint8_t { info, warning, error, blocker };
std::string_view name_of(Severity severity);
std::optional<Severity> severity_named(std::string_view name);

struct RelatedPlace {
  std::string node;
  std::string message;
  Where where;
};

struct Finding {
  std::string rule;
  Severity severity = Severity::error;
  std::string node;      // id of the node; for what is absent, of the node that should hold it ("report", "t2")
  std::string absent;    // what is missing: "target 4", "section planned", "goal 2"; empty otherwise
  std::string message;   // one sentence that names the thing
  std::string help;      // what to do
  std::string citation;  // what the requirement rests on ("Guiding Principles, para. 4"); may be empty
  std::string quote;     // the exact words
  Where where;           // empty for what is absent
  std::vector<RelatedPlace> related;
  std::string fingerprint;  // of rule, node path and normalised quote; survives edits elsewhere
  bool is_accepted = false;
  std::string reason;  // why it is accepted
};

enum class CheckState : std::uint8_t { passed, found, not_applicable, failed };
std::string_view name_of(CheckState state);

struct CheckResult {
  std::string rule;
  CheckState state = CheckState::passed;
  std::uint32_t looked_at = 0, found = 0;
  std::string why;  // why it was not applicable or failed
};

struct Findings {
  std::vector<Finding> list;        // in document order; absent things at the node that should hold them
  std::vector<CheckResult> checks;  // one for each rule
};

}  // namespace plumbline
