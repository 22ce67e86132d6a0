// completed-in-planned: A deed that is done stands among what is planned
#include "rules/check.h"
#include "rules/timeframe/planned.h"

namespace plumbline::checks {

namespace {

void run(const Submission& submission, CheckLog& log) {
  each_planned_action(submission.report, [&](const Action& action) {
    log.look();
    const TimeframeStatus status = action.timeframe.status;
    // A day that is over, as a table's column gives it, is the deed's.
    const bool has_plan =
        status != TimeframeStatus::none && !action.timeframe.is_inherited && !action.timeframe.is_stale;
    if (action.tense == Tense::done && !has_plan)
      log.find_in(action.id, action.passage, "an action among the planned ones tells of a deed that is done");
  });
}

}  // namespace

extern const Check completed_in_planned;
const Check completed_in_planned = {
    "completed-in-planned",
    Severity::warning,
    "A completed action stands among the planned ones",
    "The section asks for what will be done; what is done already belongs among the actions undertaken.",
    "Move it to the actions already undertaken, or say what remains to be done and when.",
    "The register that was set up in 2012 will be opened to prosecutors in 2014.",
    "The register was set up in 2012.",
    run,
};

}  // namespace plumbline::checks
