// planned-in-undertaken: A promise stands among what was undertaken
#include "rules/check.h"
#include "rules/timeframe/planned.h"

namespace plumbline::checks {

namespace {

void run(const Submission& submission, CheckLog& log) {
  each_action(submission.report, SectionRole::undertaken, [&](const Action& action) {
    log.look();
    if (action.tense == Tense::promised)
      log.find_in(action.id, action.passage, "an action among those undertaken only promises");
  });
}

}  // namespace

extern const Check planned_in_undertaken;
const Check planned_in_undertaken = {
    "planned-in-undertaken",
    Severity::warning,
    "A promise stands among the actions undertaken",
    "The section asks for what was done; a promise there is counted as a deed, and nobody looks for its date.",
    "Move it to the planned actions, and say when it will be done.",
    "The unit was set up in 2012 and has trained 40 officers.",
    "A unit will be set up.",
    run,
};

}  // namespace plumbline::checks
