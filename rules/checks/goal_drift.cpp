// goal-drift: a goal's wording is not the official one
#include "rules/official_words.h"
#include "rules/pack/pack.h"

namespace plumbline::checks {
namespace {

void run(const Submission& submission, CheckLog& log) {
  for (const HeldWording& held : hold_wordings(submission).goals) {
    log.look();
    if (!held.is_changed) continue;
    const Goal& goal = submission.report.goals[held.index];
    Finding& finding =
        log.find_in(goal.id, goal.passage, "the goal is not in its official words: " + describe(held.drift));
    finding.help = "Use the official wording: \"" + held.drift.official + "\"";
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
