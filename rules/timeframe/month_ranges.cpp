// Months counted from an end of their year.
#include "rules/timeframe/month_ranges.h"

namespace plumbline::timeframe {

namespace {

struct Months {
  int count = 0;
  bool is_first = false, is_last = false, has_unit = false;
  Index next = 0;
  explicit operator bool() const { return has_unit && count > 1 && count < 12 && is_first != is_last; }
};

// "first three months", "tres primeros meses", "الأشهر الثلاثة الأولى": in any order.
Months read_months(const PointReader& points, Index at) {
  constexpr int words = 3;
  const Tokens& tokens = points.tokens();
  Months months;
  for (int n = 0; n < words; ++n) {
    const auto unit = tokens.match(at, Word::unit);
    const auto number = points.number(at);
    const auto nth = points.ordinal(at);
    const auto when = tokens.match(at, Word::relative);
    if (unit && unit.value == unit_month && unit.next > number.next && !months.has_unit)
      months.has_unit = true, at = unit.next;
    else if (number.next && !months.count)
      months.count = number.value, at = number.next;
    else if (nth.next && nth.is_words && nth.value == 1)
      months.is_first = true, at = nth.next;
    else if (when && when.value == relative_last)
      months.is_last = true, at = when.next;
    else
      break;
  }
  months.next = at;
  return months;
}

}  // namespace

Expression read_months_of_year(const PointReader& points, Index core, const Expression& cues) {
  constexpr WordSet starts = any_of(Word::unit, Word::cardinal, Word::ordinal, Word::relative);
  if (!points.tokens().has(core, starts) && !points.tokens().is_number(core)) return {};
  const Months months = read_months(points, core);
  if (!months) return {};
  const ReadPoint year = points.read(points.skip_fillers(months.next, 3));
  const bool is_relative_year =
      year.point.is_relative && year.point.relative_unit == unit_year && !year.point.month && !year.point.part;
  if (!year.point.is_bare_year() && !is_relative_year) return {};
  Expression result = cues;
  result.from = result.to = year.point;
  result.from.month = months.is_first ? 1 : 13 - months.count;
  result.to.month = months.is_first ? months.count : 12;
  return finished(result, Form::range, core, year.next);
}

}  // namespace plumbline::timeframe
