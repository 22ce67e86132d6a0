// A check and its log.
#include "rules/check.h"

#include <algorithm>

namespace plumbline {

Finding& CheckLog::find(std::string_view node, std::string message) {
  Finding finding;
  finding.rule = result.rule;
  finding.severity = severity_;
  finding.node = node;
  finding.message = std::move(message);
  finding.help = help_;
  result.state = CheckState::found;
  ++result.found;
  return findings.emplace_back(std::move(finding));
}

Finding& CheckLog::find_in(std::string_view node, const Passage& passage, std::string message) {
  Finding& finding = find(node, std::move(message));
  finding.quote = passage.text;
  finding.where = passage.where();
  return finding;
}

Finding& CheckLog::find_at(std::string_view node, const Passage& passage, std::uint32_t start, std::uint32_t length,
                           std::string message) {
  Finding& finding = find(node, std::move(message));
  finding.quote = passage.text.substr(start, length);
  finding.where = passage.where(start, length);
  return finding;
}

Finding& CheckLog::find_absent(std::string_view node, std::string absent, std::string message) {
  Finding& finding = find(node, std::move(message));
  finding.absent = std::move(absent);
  return finding;
}

void CheckLog::not_applicable(std::string why) {
  result.state = CheckState::not_applicable;
  result.why = std::move(why);
}

const Check* find_check(std::string_view rule) {
  const auto checks = all_checks();
  const auto at = std::find_if(checks.begin(), checks.end(), [&](const Check* check) { return check->rule == rule; });
  return at == checks.end() ? nullptr : *at;
}

}  // namespace plumbline
