// broken-cross-reference: the text points to a target that is not there, or holds nothing
#include "rules/check.h"

#include <algorithm>

namespace plumbline::checks {
namespace {

bool holds_actions(const Report& report, const Target& target) {
  for (std::uint32_t s = target.first_section; s < target.first_section + target.section_count; ++s) {
    const Section& section = report.sections[s];
    for (std::uint32_t g = section.first_group; g < section.first_group + section.group_count; ++g)
      if (report.groups[g].action_count > 0) return true;
  }
  return false;
}

std::string quote_of(const Submission& submission, const Where& where) {
  return where.lines.empty() ? std::string() : std::string(submission.document.text_of(where.span));
}

std::string numbers_of(const Report& report) {
  std::string list;
  for (const Target& target : report.targets)
    if (target.number) list += (list.empty() ? "" : ", ") + std::to_string(*target.number);
  return list;
}

void run(const Submission& submission, CheckLog& log) {
  const Report& report = submission.report;
  for (const CrossReference& reference : report.references) {
    log.look();
    std::string message;
    if (reference.target.empty()) {
      message = "the text refers to target " + reference.printed_number +
                ", which this submission does not have (its targets: " + numbers_of(report) + ")";
    } else {
      const auto target = std::find_if(report.targets.begin(), report.targets.end(),
                                       [&](const Target& item) { return item.id == reference.target; });
      if (target == report.targets.end() || holds_actions(report, *target)) continue;
      message = "the text refers to target " + reference.printed_number + ", under which nothing is reported";
    }
    Finding& finding = log.find(reference.node, std::move(message));
    finding.where = reference.where;
    finding.quote = quote_of(submission, reference.where);
    std::replace(finding.quote.begin(), finding.quote.end(), '\n', ' ');
  }
}

}  // namespace

extern const Check broken_cross_reference;
const Check broken_cross_reference = {
    "broken-cross-reference",
    Severity::error,
    "The text refers to a target that is absent or empty",
    "A reader who follows the reference finds nothing, and what should have been said stands nowhere.",
    "Correct the number, or add the part that is referred to.",
    "See additional information under Policy Target No. 3.",
    "See additional information under Policy Target No. 7. (The form has four.)",
    run,
};

}  // namespace plumbline::checks
