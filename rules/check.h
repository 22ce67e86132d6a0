// A check: one rule with its documentation, in one file of rules/checks/. The list is generated from the file names.
#pragma once

#include "rules/finding.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct Pack;
struct Reading;
struct TextFacts;

// All that a check may read.
struct Submission {
  const Document& document;
  const Report& report;
  const Pack& pack;
  const Reading& reading;  // of this report: read(document, report), made once for all checks
  const TextFacts& facts;  // find_facts(report, reading)
};

// Where a check puts what it sees. `looked_at` counts places; a rule that cannot run says why.
class CheckLog {
 public:
  CheckLog(std::string_view rule, Severity severity, std::string_view help)
      : severity_(severity), help_(help) { result.rule = rule; }
  void look(std::uint32_t places = 1) { result.looked_at += places; }
  // Rule, severity and help are set; the check fills in the rest. The reference holds until the next call.
  Finding& find(std::string_view node, std::string message);
  Finding& find_in(std::string_view node, const Passage& passage, std::string message);  // quotes the passage
  // Quotes bytes [start, start + length) of the passage.
  Finding& find_at(std::string_view node, const Passage& passage, std::uint32_t start, std::uint32_t length,
                   std::string message);
  Finding& find_absent(std::string_view node, std::string absent, std::string message);
  void not_applicable(std::string why);

  CheckResult result;
  std::vector<Finding> findings;

 private:
  Severity severity_;
  std::string_view help_;
};

// What must be there for a check to run; otherwise it says that it is not applicable, and why.
enum class Needs : std::uint8_t { nothing, text, structure };

struct Check {
  std::string_view rule;  // its id, as in the contract
  Severity severity;
  std::string_view title;
  std::string_view why;   // why it matters
  std::string_view help;  // what to do
  std::string_view good, bad;  // an example each
  void (*run)(const Submission&, CheckLog&);
  Needs needs = Needs::structure;
};

// Every check, by file name.
std::span<const Check* const> all_checks();
const Check* find_check(std::string_view rule);

}  // namespace plumbline
