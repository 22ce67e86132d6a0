// The days of a point of the calendar.
#include "rules/timeframe/calendar.h"

#include "rules/timeframe/other_calendars.h"

#include <algorithm>
#include <array>

namespace plumbline::timeframe {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

Day make_day(int year, int month, int day) {
  return Day{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
             std::chrono::day(static_cast<unsigned>(day))};
}

int year_of(Day day) {
  return static_cast<int>(day.year());
}
int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(day.month()));
}

Days whole_months(int year, int first, int count, Precision precision) {
  const int from = year * 12 + first - 1, to = from + count - 1;
  return {make_day(from / 12, from % 12 + 1, 1), make_day(to / 12, to % 12 + 1, days_in_month(to / 12, to % 12 + 1)),
          precision, false};
}

// Thirds and halves of a month.
Days part_of_month(Days month, int part) {
  const Day first = *month.earliest;
  const auto at = [&](int day) { return make_day(year_of(first), month_of(first), day); };
  if (part == part_early) month.latest = at(10);
  if (part == part_mid) month.earliest = at(11), month.latest = at(20);
  if (part == part_late || part == part_end) month.earliest = at(21);
  if (part == part_first_half) month.latest = at(15);
  if (part == part_second_half) month.earliest = at(16);
  return month;
}

// Early, mid and late, as the field uses them: thirds of a year; the end is its last two months.
Days part_of(Days whole, int part) {
  if (!whole.earliest || !whole.latest || part == part_none || part == part_course) return whole;
  const Day first = *whole.earliest, last = *whole.latest;
  const int months = (year_of(last) - year_of(first)) * 12 + month_of(last) - month_of(first) + 1;
  Days result = whole;
  result.is_approximate = part != part_first_half && part != part_second_half;
  if (months == 1) return part_of_month(result, part);
  const int third = std::max(1, months / 3), start = year_of(first) * 12 + month_of(first) - 1;
  const auto months_from = [&](int from, int count) {
    const Days span = whole_months((start + from) / 12, (start + from) % 12 + 1, count, whole.precision);
    result.earliest = span.earliest;
    result.latest = span.latest;
  };
  switch (part) {
    case part_early:
      months_from(0, third);
      break;
    case part_mid:
      months_from(third, months - 2 * third);
      break;
    case part_late:
      months_from(months - third, third);
      break;
    case part_end:
      months_from(months - std::max(1, months / 6), std::max(1, months / 6));
      break;
    case part_first_half:
      months_from(0, months / 2);
      break;
    case part_second_half:
      months_from(months / 2, months - months / 2);
      break;
    default:
      break;
  }
  if (part == part_first_half || part == part_second_half) result.precision = Precision::half;
  return result;
}

Days resolve_relative(const Point& point, std::optional<Day> today) {
  Days result;
  result.precision = point.relative_unit == unit_year      ? Precision::year
                     : point.relative_unit == unit_quarter ? Precision::quarter
                     : point.relative_unit == unit_half    ? Precision::half
                     : point.relative_unit == unit_month   ? Precision::month
                                                           : Precision::unknown;
  if (!today) return result;
  const int year = year_of(*today), month = month_of(*today);
  switch (point.relative_unit) {
    case unit_year:
      return whole_months(year + point.relative, 1, 12, Precision::year);
    case unit_half: {
      const int index = year * 2 + (month - 1) / 6 + point.relative;
      return whole_months(index / 2, index % 2 * 6 + 1, 6, Precision::half);
    }
    case unit_quarter: {
      const int index = year * 4 + (month - 1) / 3 + point.relative;
      return whole_months(index / 4, index % 4 * 3 + 1, 3, Precision::quarter);
    }
    case unit_month: {
      const int index = year * 12 + month - 1 + point.relative;
      return whole_months(index / 12, index % 12 + 1, 1, Precision::month);
    }
    case unit_week: {
      const sys_days now(*today);
      const std::chrono::weekday weekday(now);
      const sys_days monday = now - days((weekday.c_encoding() + 6) % 7) + days(7 * point.relative);
      return {Day(monday), Day(monday + days(6)), Precision::day, false};
    }
    case unit_decade: {
      const int first = (year / 10 + point.relative) * 10;
      return {make_day(first, 1, 1), make_day(first + 9, 12, 31), Precision::decade, false};
    }
    default:
      return result;
  }
}

Days years(int first, int last) {
  return {make_day(first, 1, 1), make_day(last, 12, 31), Precision::year, false};
}

// The year of the next occurrence of a month, or of a unit that ends with it.
int next_year_of(int last_month, int last_day, Day today) {
  const int month = month_of(today), day = static_cast<int>(static_cast<unsigned>(today.day()));
  const bool is_over = last_month < month || (last_month == month && last_day && last_day < day);
  return year_of(today) + is_over;
}

}  // namespace

int days_in_month(int year, int month) {
  const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

Day day_before(Day day) {
  return Day(sys_days(day) - days(1));
}
Day day_after(Day day) {
  return Day(sys_days(day) + days(1));
}

Day add_units(Day from, int unit, int count) {
  switch (unit) {
    case unit_day:
      return Day(sys_days(from) + days(count));
    case unit_week:
      return Day(sys_days(from) + days(7 * count));
    case unit_fortnight:
      return Day(sys_days(from) + days(14 * count));
    default:
      break;
  }
  const int months = unit == unit_month     ? 1
                     : unit == unit_quarter ? 3
                     : unit == unit_half    ? 6
                     : unit == unit_decade  ? 120
                                            : 12;
  const int index = year_of(from) * 12 + month_of(from) - 1 + months * count;
  const int year = index / 12, month = index % 12 + 1;
  return make_day(year, month,
                  std::min(static_cast<int>(static_cast<unsigned>(from.day())), days_in_month(year, month)));
}

namespace {

int last_month_of(const Point& point) {
  return point.month     ? point.month
         : point.quarter ? point.quarter * 3
         : point.half    ? point.half * 6
         : point.season  ? point.season % 4 * 3 + 2
                         : 12;
}

Precision precision_of(const Point& point) {
  return point.day       ? Precision::day
         : point.month   ? Precision::month
         : point.quarter ? Precision::quarter
         : point.half    ? Precision::half
         : point.season  ? Precision::quarter
                         : Precision::year;
}

// A day, or the week that holds it.
Days resolve_day(const Point& point, int year) {
  const Day day = make_day(year, point.month, std::min(point.day, days_in_month(year, point.month)));
  if (!point.is_week) return {day, day, Precision::day, false};
  const sys_days monday = sys_days(day) - days((std::chrono::weekday(sys_days(day)).c_encoding() + 6) % 7);
  return {Day(monday), Day(monday + days(6)), Precision::day, false};
}

// Its beginning or end is two months.
Days resolve_school_year(const Point& point, int year, const Habits& habits) {
  const int end = point.last_year ? point.last_year : year + 1;
  Days whole{make_day(year, habits.school_first_month, 1),
             make_day(end, habits.school_last_month, days_in_month(end, habits.school_last_month)), Precision::year,
             true};
  if (point.part == part_early)
    whole.latest = whole_months(year, habits.school_first_month, 2, Precision::month).latest;
  if (point.part == part_end || point.part == part_late)
    whole.earliest = make_day(end, std::max(1, habits.school_last_month - 1), 1);
  return whole;
}

Days resolve_fiscal_year(const Point& point, int year, const Habits& habits) {
  const int last = point.last_year ? point.last_year : year;
  const int first = point.last_year == year + 1 ? year : year - 1;
  const int end_month = habits.fiscal_first_month - 1;
  return {make_day(first, habits.fiscal_first_month, 1), make_day(last, end_month, days_in_month(last, end_month)),
          Precision::year, true};
}

// What is named of the year, or the year; without its part.
Days resolve_unit(const Point& point, int year, const Habits& habits) {
  if (point.month) return whole_months(year, point.month, 1, Precision::month);
  if (point.quarter || point.half) {
    const int count = point.quarter ? 3 : 6, index = point.quarter ? point.quarter : point.half;
    const int first = (point.is_fiscal && habits.fiscal_first_month > 1 ? habits.fiscal_first_month - 12 : 1);
    return whole_months(year, first + (index - 1) * count, count, precision_of(point));
  }
  if (point.season) {
    // Meteorological and northern; winter belongs to the year that it begins in.
    Days season = whole_months(year, point.season * 3, 3, Precision::quarter);
    season.is_approximate = true;
    return season;
  }
  if (point.is_decade) return {make_day(year, 1, 1), make_day(year + 9, 12, 31), Precision::decade, false};
  if (point.is_fiscal && habits.fiscal_first_month > 1) return resolve_fiscal_year(point, year, habits);
  return years(year, point.last_year ? point.last_year : year);
}

}  // namespace

Days resolve(const Point& point, const Habits& habits, std::optional<Day> today) {
  if (is_impossible(point)) return {};
  if (point.era && point.year) return part_of(resolve_era(point), point.part);
  if (point.is_relative && !point.month && !point.quarter && !point.half && !point.season)
    return part_of(resolve_relative(point, today), point.part);
  int year = point.year;
  if (!year && point.is_relative && today) year = year_of(*today) + point.relative;
  if (!year && today) year = next_year_of(last_month_of(point), point.day, *today);
  if (!year) {
    Days unknown;
    unknown.precision = precision_of(point);
    return unknown;
  }
  if (point.day) return resolve_day(point, year);
  const bool names_year = !point.month && !point.quarter && !point.half && !point.season && !point.is_decade;
  if (point.is_school && names_year) return resolve_school_year(point, year, habits);
  return part_of(resolve_unit(point, year, habits), point.part);
}

}  // namespace plumbline::timeframe
