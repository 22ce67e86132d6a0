// From judged expressions to the action's timeframe.
#include "rules/timeframe/decide.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

bool is_dated_kind(ExpressionKind kind) {
  return kind == ExpressionKind::date || kind == ExpressionKind::range || kind == ExpressionKind::duration;
}

void widen(Timeframe& whole, const TimeExpression& by, bool& first) {
  const auto lower = [](std::optional<Day> a, std::optional<Day> b) {
    return !a || !b ? (a ? a : b) : std::min(*a, *b);
  };
  const auto higher = [](std::optional<Day> a, std::optional<Day> b) {
    return !a || !b ? (a ? a : b) : std::max(*a, *b);
  };
  whole.earliest = first ? by.earliest : lower(whole.earliest, by.earliest);
  whole.latest = first ? by.latest : higher(whole.latest, by.latest);
  first = false;
}

}  // namespace

void decide(Timeframe& timeframe, const Context& context) {
  bool dated = false, closed = false, recurring = false, vague = false, ongoing = false, first = true;
  for (const TimeExpression& e : timeframe.expressions) {
    if (!e.is_timeframe) continue;
    if (is_dated_kind(e.kind)) {
      dated = true;
      closed = closed || (e.earliest && e.latest);
      widen(timeframe, e, first);
    }
    recurring = recurring || e.kind == ExpressionKind::recurrence;
    vague = vague || (e.kind == ExpressionKind::vague && e.reason != "placeholder");
    ongoing = ongoing || e.kind == ExpressionKind::ongoing;
    timeframe.is_placeholder = timeframe.is_placeholder || e.reason == "placeholder";
    timeframe.is_event_anchored = timeframe.is_event_anchored || (e.reason == "event" && !e.earliest && !e.latest);
  }
  // A deadline and a later start ("by May, in use from October"): no one period holds both.
  if (timeframe.earliest && timeframe.latest && *timeframe.latest < *timeframe.earliest) timeframe.earliest.reset();
  const bool bounds_recurrence = recurring && !closed;
  timeframe.status = recurring && (!dated || bounds_recurrence) ? TimeframeStatus::recurring
                     : dated                                    ? TimeframeStatus::dated
                     : vague                                    ? TimeframeStatus::vague
                     : ongoing                                  ? TimeframeStatus::ongoing
                                                                : TimeframeStatus::none;
  timeframe.is_unbounded = timeframe.status == TimeframeStatus::recurring && !timeframe.earliest && !timeframe.latest;
  if (timeframe.status != TimeframeStatus::dated && timeframe.status != TimeframeStatus::recurring &&
      context.inherited &&
      (context.inherited->status == TimeframeStatus::dated ||
       context.inherited->status == TimeframeStatus::recurring)) {
    timeframe.status = context.inherited->status;
    timeframe.earliest = context.inherited->earliest;
    timeframe.latest = context.inherited->latest;
    timeframe.is_inherited = true;
  }
  timeframe.is_stale = timeframe.latest && context.report_date && *timeframe.latest < *context.report_date;
}

}  // namespace plumbline::timeframe
