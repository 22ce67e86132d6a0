// undated-action: A planned action does not say when
#include "rules/check.h"
#include "rules/timeframe/planned.h"

namespace plumbline::checks {

namespace {

std::string message(const Timeframe& timeframe) {
  if (timeframe.is_placeholder) return "a planned action has a placeholder where its timeframe should stand";
  if (timeframe.status == TimeframeStatus::ongoing)
    return "a planned action is said to be under way, but not until when";
  return "a planned action does not say when it will take place";
}

void run(const Submission& submission, CheckLog& log) {
  each_planned_action(submission.report, [&](const Action& action) {
    log.look();
    const TimeframeStatus status = action.timeframe.status;
    const bool is_done =
        action.tense == Tense::done && status == TimeframeStatus::none;  // completed-in-planned says so
    if ((status == TimeframeStatus::none && !is_done) || status == TimeframeStatus::ongoing)
      log.find_in(action.id, action.passage, message(action.timeframe));
  });
}

}  // namespace

extern const Check undated_action;
const Check undated_action = {
    "undated-action",
    Severity::error,
    "A planned action does not say when",
    "Without a date nobody can tell whether the plan was kept; that is why the template asks for a timeframe.",
    "Say when it will be done: a date, a period, a deadline, or how often and from when.",
    "The protocol will be signed by June 2014.",
    "The protocol is being negotiated.",
    run,
};

}  // namespace plumbline::checks
