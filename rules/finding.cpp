// What is wrong, where, why, and what to do.
#include "rules/finding.h"

namespace plumbline {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
    case Severity::blocker:
      return "blocker";
  }
  return "error";
}

std::optional<Severity> severity_named(std::string_view name) {
  for (const Severity severity : {Severity::info, Severity::warning, Severity::error, Severity::blocker})
    if (name_of(severity) == name) return severity;
  return {};
}

std::string_view name_of(CheckState state) {
  switch (state) {
    case CheckState::passed:
      return "passed";
    case CheckState::found:
      return "found";
    case CheckState::not_applicable:
      return "not-applicable";
    case CheckState::failed:
      return "failed";
  }
  return "failed";
}

}  // namespace plumbline
