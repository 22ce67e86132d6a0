// missing-target: A target that the template requires is absent
#include "rules/check.h"
#include "rules/pack/loose_text.h"
#include "rules/pack/pack.h"
#include "rules/wording.h"

#include <algorithm>

namespace plumbline::checks {

namespace {

// Under its number, or under another with its official title.
bool stands_there(const Report& report, const OfficialTarget& official, std::string_view language) {
  const auto has_number = [&](const Target& target) { return target.number == official.number; };
  if (std::any_of(report.targets.begin(), report.targets.end(), has_number)) return true;
  return std::any_of(report.targets.begin(), report.targets.end(), [&](const Target& target) {
    return likeness(target.title.text, official.title, language) >= 0.7;
  });
}

void run(const Submission& submission, CheckLog& log) {
  const Part* part = submission.pack.part(PartRole::target);
  const std::string name_of_part = part ? part->name : "target";
  if (submission.report.targets.empty() && submission.pack.targets.size() > 1) {
    log.look(static_cast<std::uint32_t>(submission.pack.targets.size()));
    log.find_absent("report", "targets",
                    "no heading is recognised as a " + name_of_part + "; the template has " +
                        std::to_string(submission.pack.targets.size()))
        .citation = submission.pack.target_citation;
    return;
  }
  for (const OfficialTarget& official : submission.pack.targets) {
    if (!official.is_required) continue;
    log.look();
    if (stands_there(submission.report, official, submission.document.language)) continue;
    const std::string name = name_of_part + " " + std::to_string(official.number);
    log.find_absent("report", "target " + std::to_string(official.number),
                    name + quoted_title(official, submission.document.language) + " is not there")
        .citation = submission.pack.target_citation;
  }
}

}  // namespace

extern const Check missing_target;
const Check missing_target = {
    "missing-target",
    Severity::blocker,
    "A target that the template requires is absent",
    "Every party reports on every target; a missing one cannot be told from one that was forgotten.",
    "Add the target with its heading, and say under it what was done and what is planned, or that there is nothing to "
    "report.",
    "Policy Targets 1, 2, 3 and 4 each stand under their heading.",
    "Policy Target 3 is the last in the document.",
    run,
};

}  // namespace plumbline::checks
