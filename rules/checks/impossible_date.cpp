// impossible-date: A date that does not exist
#include "rules/check.h"
#include "rules/timeframe/planned.h"

namespace plumbline::checks {

namespace {

void run(const Submission& submission, CheckLog& log) {
  each_dated_action(submission.report, [&](const Action& action) {
    log.look();
    for (const DateProblem& problem : action.timeframe.problems)
      if (problem.kind == DateProblem::Kind::impossible)
        find_at(log, action, problem.start, problem.length,
                "\"" + words_of(action, problem.start, problem.length) + "\" does not exist: " + problem.why);
  });
}

}  // namespace

extern const Check impossible_date;
const Check impossible_date = {
    "impossible-date",
    Severity::error,
    "A date that does not exist",
    "A date that no calendar has is a slip, and hides the date that was meant.",
    "Correct the date.",
    "30 June 2014",
    "31 June 2014",
    run,
};

}  // namespace plumbline::checks
