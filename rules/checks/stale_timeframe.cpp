// stale-timeframe: A planned action is over before the submission was made
#include "rules/check.h"
#include "rules/timeframe/planned.h"

namespace plumbline::checks {

namespace {

void run(const Submission& submission, CheckLog& log) {
  const Report& report = submission.report;
  if (!report.date) return log.not_applicable("the submission's own date is not known; --report-date gives it");
  each_planned_action(report, [&](const Action& action) {
    log.look();
    const Timeframe& timeframe = action.timeframe;
    if (!timeframe.is_stale || timeframe.is_inherited || is_same_year_only(timeframe, *report.date)) return;
    for (const TimeExpression& e : timeframe.expressions) {
      if (!e.is_timeframe || e.latest != timeframe.latest) continue;
      find_at(log, action, e.start, e.length,
              "a planned action was to be done by " + to_string(*e.latest) + ", before the submission's date, " +
                  to_string(*report.date) + " (" + std::string(name_of(report.date_source)) + ")");
      return;
    }
  });
}

}  // namespace

extern const Check stale_timeframe;
const Check stale_timeframe = {
    "stale-timeframe",
    Severity::warning,
    "A planned action's date lies before the submission's own",
    "The date was left over from an earlier plan, or the action is done and belongs in the other section.",
    "Give the new date, or report the action as undertaken.",
    "In a report of March 2015: the centre will open in October 2015.",
    "In a report of March 2015: the centre will open in October 2014.",
    run,
};

}  // namespace plumbline::checks
