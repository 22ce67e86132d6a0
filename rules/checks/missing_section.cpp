// missing-section: A required section is absent
#include "rules/check.h"
#include "rules/pack/loose_text.h"
#include "rules/pack/pack.h"
#include "rules/wording.h"

#include <algorithm>

namespace plumbline::checks {

namespace {

// A heading under the target that the template does not know: what is missed may stand under it.
const Passage* unknown_heading(const Report& report, std::uint32_t target) {
  for (const Section& section : report.sections)
    if (section.target == target && section.kind == other_kind && !section.heading.text.empty())
      return &section.heading;
  return nullptr;
}

void run(const Submission& submission, CheckLog& log) {
  const Report& report = submission.report;
  for (const Part& part : submission.pack.parts) {
    if (part.role != PartRole::section || !part.is_required) continue;
    const auto has = [&](std::uint32_t target) {
      return std::any_of(report.sections.begin(), report.sections.end(),
                         [&](const Section& section) { return section.kind == part.kind && section.target == target; });
    };
    if (!part.in_target) {
      log.look();
      if (!has(no_index))
        log.find_absent("report", "section " + part.kind, "the section \"" + part.name + "\" is not there").citation =
            part.citation;
      continue;
    }
    for (std::uint32_t i = 0; i < report.targets.size(); ++i) {
      log.look();
      if (has(i)) continue;
      const Passage* unknown = unknown_heading(report, i);
      const std::string missed = "\"" + part.name + "\" of " + target_name(report.targets[i]);
      Finding& finding = log.find_absent(report.targets[i].id, "section " + part.kind,
                                         unknown ? "no heading is recognised as " + missed + "; \"" + unknown->text +
                                                       "\", which stands there, is unknown"
                                                 : "the section " + missed + " is not there");
      finding.citation = part.citation;
      if (unknown) finding.severity = std::min(finding.severity, Severity::warning);
    }
  }
}

}  // namespace

extern const Check missing_section;
const Check missing_section = {
    "missing-section",
    Severity::blocker,
    "A required section is absent",
    "What was done and what will be done are the two answers that the template asks for.",
    "Add the section with its heading; where there is nothing to report, say so in it.",
    "Under each target stand the actions already undertaken and those that will be undertaken.",
    "Policy Target 2 ends after the actions already undertaken.",
    run,
};

}  // namespace plumbline::checks
