// reversed-range: A period that ends before it begins
#include "rules/check.h"
#include "rules/timeframe/planned.h"

namespace plumbline::checks {

namespace {

void run(const Submission& submission, CheckLog& log) {
  each_dated_action(submission.report, [&](const Action& action) {
    log.look();
    for (const DateProblem& problem : action.timeframe.problems)
      if (problem.kind == DateProblem::Kind::reversed)
        find_at(log, action, problem.start, problem.length,
                "\"" + words_of(action, problem.start, problem.length) + "\" ends before it begins");
  });
}

}  // namespace

extern const Check reversed_range;
const Check reversed_range = {
    "reversed-range",
    Severity::error,
    "A period that ends before it begins",
    "One of the two dates is wrong, and a reader cannot know which.",
    "Correct the first or the last date.",
    "2014–2016",
    "2016–2014",
    run,
};

}  // namespace plumbline::checks
