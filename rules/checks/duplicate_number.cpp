// duplicate-number: Two targets bear one number
#include "rules/check.h"
#include "rules/pack/loose_text.h"
#include "rules/pack/pack.h"
#include "rules/wording.h"

#include <algorithm>

namespace plumbline::checks {

namespace {

void run(const Submission& submission, CheckLog& log) {
  const auto& targets = submission.report.targets;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    log.look();
    if (!targets[i].number) continue;
    const auto first = std::find_if(targets.begin(), targets.begin() + static_cast<std::ptrdiff_t>(i),
                                    [&](const Target& other) { return other.number == targets[i].number; });
    if (first == targets.begin() + static_cast<std::ptrdiff_t>(i)) continue;
    Finding& finding = log.find_in(targets[i].id, targets[i].heading,
                                   "a second target bears the number " + std::to_string(*targets[i].number));
    finding.related.push_back({first->id, "the first target with this number", first->heading.where()});
  }
}

}  // namespace

extern const Check duplicate_number;
const Check duplicate_number = {
    "duplicate-number",
    Severity::error,
    "Two targets bear the same number",
    "What is reported under the second is counted for the wrong target, or lost.",
    "Give each target the number that the template gives it.",
    "Policy Target 1, Policy Target 2.",
    "Policy Target 2 stands twice, with different titles.",
    run,
};

}  // namespace plumbline::checks
