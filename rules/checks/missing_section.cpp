// missing-section: A required section is absent
#include "rules/check.h"
#include "rules/wording.h"
#include "rules/pack/loose_text.h"
#include "rules/pack/pack.h"

#include <algorithm>

namespace plumbline::checks {

namespace {

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
        log.find_absent("report", "section " + part.kind, "the section \"" + part.name + "\" is not there").citation = part.citation;
      continue;
    }
    for (std::uint32_t i = 0; i < report.targets.size(); ++i) {
      log.look();
      if (has(i)) continue;
      log.find_absent(report.targets[i].id, "section " + part.kind,
                      "the section \"" + part.name + "\" of " + target_name(report.targets[i]) + " is not there").citation = part.citation;
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
