// broken-cross-reference: the text points to a target or section that is not there, or to a target that holds nothing
#include "rules/check.h"
#include "rules/references/section_references.h"

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

void tell(const Submission& submission, CheckLog& log, const std::string& node, const Where& where,
          std::string message) {
  Finding& finding = log.find(node, std::move(message));
  finding.where = where;
  finding.quote = quote_of(submission, where);
  std::replace(finding.quote.begin(), finding.quote.end(), '\n', ' ');
}

void run(const Submission& submission, CheckLog& log) {
  const Report& report = submission.report;
  for (const SectionReference& reference : find_missing_sections(submission.document, report))
    tell(submission, log, reference.node, reference.where,
         "the text refers to section " + reference.printed_number + ", which this submission does not have");
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
    tell(submission, log, reference.node, reference.where, std::move(message));
  }
}

}  // namespace

extern const Check broken_cross_reference;
const Check broken_cross_reference = {
    "broken-cross-reference",
    Severity::error,
    "The text refers to a target or section that is absent, or to an empty target",
    "A reader who follows the reference finds nothing, and what should have been said stands nowhere.",
    "Correct the number, or add the part that is referred to.",
    "See additional information under Policy Target No. 3.",
    "See additional information under Policy Target No. 7. (The form has four.)",
    run,
};

}  // namespace plumbline::checks
