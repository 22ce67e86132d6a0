// vague-timeframe: A planned action says only vaguely when
#include "rules/check.h"
#include "rules/timeframe/planned.h"

namespace plumbline::checks {

namespace {

void run(const Submission& submission, CheckLog& log) {
  each_planned_action(submission.report, [&](const Action& action) {
    log.look();
    if (action.timeframe.status != TimeframeStatus::vague) return;
    for (const TimeExpression& e : action.timeframe.expressions) {
      if (!e.is_timeframe || e.kind != ExpressionKind::vague) continue;
      find_at(log, action, e.start, e.length,
              "all that a planned action says about when is \"" + words_of(action, e.start, e.length) + "\"");
      return;
    }
  });
}

}  // namespace

extern const Check vague_timeframe;
const Check vague_timeframe = {
    "vague-timeframe",
    Severity::warning,
    "A planned action says only vaguely when",
    "Nobody can ever tell whether \"soon\" was kept.",
    "Replace it with a date, a period or a deadline.",
    "The guidelines will be published in March 2014.",
    "The guidelines will be published soon.",
    run,
};

}  // namespace plumbline::checks
