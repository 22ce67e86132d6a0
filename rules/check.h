// A check: one rule with its documentation, in one file of rules/checks/. The list is generated from the file names.
#pragma once

#include "rules/finding.h"

#include <span>
#include <string_view>

namespace plumbline {

struct Pack;
struct Reading;

// All that a check may read.
struct Submission {
  const Document& document;
  const Report& report;
  const Pack& pack;
  const Reading& reading;  // of this report: read(document, report), made once for all checks
};

// Where a check puts what it sees. `looked_at` counts places; a rule that cannot run says why.
class CheckLog {
 public:
  explicit CheckLog(std::string_view rule, Severity severity) : severity_(severity) { result.rule = rule; }
  void look(std::uint32_t places = 1) { result.looked_at += places; }
  Finding& find(std::string_view node, std::string message);  // rule and severity are set
  void not_applicable(std::string why);

  CheckResult result;
  std::vector<Finding> findings;

 private:
  Severity severity_;
};

struct Check {
  std::string_view rule;  // its id, as in the contract
  Severity severity;
  std::string_view title;
  std::string_view why;   // why it matters
  std::string_view help;  // what to do
  std::string_view good, bad;  // an example each
  void (*run)(const Submission&, CheckLog&);
};

// Every check, by file name.
std::span<const Check* const> all_checks();
const Check* find_check(std::string_view rule);

}  // namespace plumbline
