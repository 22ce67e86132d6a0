// goal-drift: a goal's wording is not the official one
#include "rules/check.h"
#include "rules/drift.h"
#include "rules/pack/pack.h"
#include "rules/wording.h"

#include <algorithm>

namespace plumbline::checks {
namespace {

// Several wordings of the goals circulate: only a text that is nearly an official one is held against it.
double least_likeness(std::string_view language) {
  return language.starts_with("en") ? 0.75 : 0.85;
}

void run(const Submission& submission, CheckLog& log) {
  const Report& report = submission.report;
  const std::string& language = submission.document.language;
  for (const Goal& goal : report.goals) {
    if (goal.target == no_index) continue;
    const Target& target = report.targets[goal.target];
    const OfficialTarget* official = official_of(submission.report, submission.pack, target, language);
    if (!official) continue;
    log.look();
    Drift nearest;
    const std::size_t goals = official->goals.size(), place = static_cast<std::size_t>(std::max(goal.number - 1, 0));
    for (std::size_t k = 0; k < goals; ++k) {
      if (nearest.similarity > 0 && !nearest.has_drifted()) break;
      Drift drift =
          drift_from(goal.passage.text, official->goals[(place + k) % goals].wording, language);  // its own first
      if (drift.similarity > nearest.similarity) nearest = std::move(drift);
    }
    if (!nearest.has_drifted() || nearest.similarity < least_likeness(language)) continue;
    if (goes_on_behind(nearest, submission.document, goal.passage)) continue;
    Finding& finding =
        log.find_in(goal.id, goal.passage, "the goal is not in its official words: " + describe(nearest));
    finding.help = "Use the official wording: \"" + nearest.official + "\"";
    finding.citation = submission.pack.target_citation;
  }
}

}  // namespace

extern const Check goal_drift;
const Check goal_drift = {
    "goal-drift",
    Severity::warning,
    "A goal's wording is not the official one",
    "Actions are measured against the goal that all parties agreed on, not against a party's own version of it.",
    "Use the official wording.",
    "Increase the number of identified victims by at least 10% yearly",
    "Increase the number of identified offenders by at least 10% yearly",
    run,
};

}  // namespace plumbline::checks
