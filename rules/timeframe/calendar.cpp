// The days of a point of the calendar.
#include "rules/timeframe/calendar.h"

#include <unicode/calendar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

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

// Early, mid and late, as the field uses them: thirds of a year; the end is its last two months.
Days part_of(Days whole, int part) {
  if (!whole.earliest || !whole.latest || part == part_none || part == part_course) return whole;
  const Day first = *whole.earliest, last = *whole.latest;
  const int months = (year_of(last) - year_of(first)) * 12 + month_of(last) - month_of(first) + 1;
  Days result = whole;
  result.is_approximate = part != part_first_half && part != part_second_half;
  if (months == 1) {  // thirds of a month
    const auto at = [&](int day) { return make_day(year_of(first), month_of(first), day); };
    const int length = days_in_month(year_of(first), month_of(first));
    if (part == part_early) result.latest = at(10);
    if (part == part_mid) result.earliest = at(11), result.latest = at(20);
    if (part == part_late || part == part_end) result.earliest = at(21);
    if (part == part_first_half) result.latest = at(15);
    if (part == part_second_half) result.earliest = at(16);
    (void)length;
    return result;
  }
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

// One of each thread: to make it costs as much as a whole text.
icu::Calendar* calendar_of(int era) {
  static constexpr std::array names = {"", "@calendar=islamic-umalqura", "@calendar=buddhist", "@calendar=roc"};
  thread_local std::array<std::unique_ptr<icu::Calendar>, names.size()> calendars;
  auto& calendar = calendars[static_cast<std::size_t>(era)];
  if (!calendar) {
    UErrorCode status = U_ZERO_ERROR;
    calendar.reset(icu::Calendar::createInstance(
        *icu::TimeZone::getGMT(), icu::Locale((std::string("en") + names[static_cast<std::size_t>(era)]).c_str()),
        status));
    if (U_FAILURE(status)) calendar.reset();
  }
  return calendar.get();
}

// First day of a year, or of a month of it, in a calendar that ICU knows.
std::optional<Day> in_other_calendar(int era, int year, int month, int day) {
  icu::Calendar* const calendar = calendar_of(era);
  if (!calendar) return {};
  UErrorCode status = U_ZERO_ERROR;
  calendar->clear();
  calendar->set(UCAL_ERA, era == 3 ? 1 : 0);
  calendar->set(year, month - 1, day);
  const double milliseconds = calendar->getTime(status);
  if (U_FAILURE(status)) return {};
  const Day result{sys_days(days(static_cast<long>(std::floor(milliseconds / 86'400'000.0))))};
  return result;
}

Days resolve_era(const Point& point) {
  const int month = point.month ? point.month : 1, day = point.day ? point.day : 1;
  Days result;
  result.precision = point.day ? Precision::day : point.month ? Precision::month : Precision::year;
  result.is_approximate = point.era == 1;
  result.earliest = in_other_calendar(point.era, point.year, month, day);
  const auto next = point.day     ? std::nullopt
                    : point.month ? in_other_calendar(point.era, point.year + (month == 12), month % 12 + 1, 1)
                                  : in_other_calendar(point.era, point.year + 1, 1, 1);
  result.latest = point.day ? result.earliest : next ? std::optional(day_before(*next)) : std::nullopt;
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

Days resolve(const Point& point, const Habits& habits, std::optional<Day> today) {
  if (is_impossible(point)) return {};
  if (point.era && point.year) return part_of(resolve_era(point), point.part);
  if (point.is_relative && !point.month && !point.quarter && !point.half && !point.season)
    return part_of(resolve_relative(point, today), point.part);
  int year = point.year;
  if (!year && point.is_relative && today) year = year_of(*today) + point.relative;
  const int last_month = point.month     ? point.month
                         : point.quarter ? point.quarter * 3
                         : point.half    ? point.half * 6
                         : point.season  ? point.season % 4 * 3 + 2
                                         : 12;
  if (!year && today) year = next_year_of(last_month, point.day, *today);
  Days result;
  result.precision = point.day       ? Precision::day
                     : point.month   ? Precision::month
                     : point.quarter ? Precision::quarter
                     : point.half    ? Precision::half
                     : point.season  ? Precision::quarter
                                     : Precision::year;
  if (!year) return result;
  if (point.day) {
    const Day day = make_day(year, point.month, std::min(point.day, days_in_month(year, point.month)));
    result.earliest = result.latest = day;
    if (point.is_week) {
      const sys_days monday = sys_days(day) - days((std::chrono::weekday(sys_days(day)).c_encoding() + 6) % 7);
      result.earliest = Day(monday);
      result.latest = Day(monday + days(6));
    }
    return result;
  }
  if (point.month) return part_of(whole_months(year, point.month, 1, Precision::month), point.part);
  if (point.quarter || point.half) {
    const int count = point.quarter ? 3 : 6, index = point.quarter ? point.quarter : point.half;
    const int first = (point.is_fiscal && habits.fiscal_first_month > 1 ? habits.fiscal_first_month - 12 : 1);
    return part_of(whole_months(year, first + (index - 1) * count, count, result.precision), point.part);
  }
  if (point.season) {
    // Meteorological and northern; winter belongs to the year that it begins in.
    Days days_of = whole_months(year, point.season * 3, 3, Precision::quarter);
    days_of.is_approximate = true;
    return part_of(days_of, point.part);
  }
  const int last = point.last_year ? point.last_year : year;
  if (point.is_decade)
    return part_of({make_day(year, 1, 1), make_day(year + 9, 12, 31), Precision::decade, false}, point.part);
  if (point.is_school) {
    const int end = point.last_year ? point.last_year : year + 1;
    Days whole{make_day(year, habits.school_first_month, 1),
               make_day(end, habits.school_last_month, days_in_month(end, habits.school_last_month)), Precision::year,
               true};
    // its beginning or end: two months
    const auto two_months = [](Day first) {
      return whole_months(year_of(first), month_of(first), 2, Precision::month);
    };
    if (point.part == part_early) whole.latest = two_months(*whole.earliest).latest;
    if (point.part == part_end || point.part == part_late)
      whole.earliest = make_day(end, std::max(1, habits.school_last_month - 1), 1);
    return whole;
  }
  if (point.is_fiscal && habits.fiscal_first_month > 1) {
    const int first = point.last_year == year + 1 ? year : year - 1;
    const int end_month = habits.fiscal_first_month - 1;
    return part_of({make_day(first, habits.fiscal_first_month, 1),
                    make_day(last, end_month, days_in_month(last, end_month)), Precision::year, true},
                   point.part);
  }
  return part_of(years(year, last), point.part);
}

bool is_impossible(const Point& point) {
  if (point.month > 12 || point.month < 0 || point.quarter > 4 || point.half > 2) return true;
  if (!point.month || point.day <= 28 || point.era) return false;
  return point.day > days_in_month(point.year ? point.year : 2000, point.month);
}

std::string why_impossible(const Point& point) {
  if (!is_impossible(point)) return {};
  static constexpr std::array names = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                       "July", "August",  "September", "October", "November", "December"};
  if (point.month > 12 || point.month < 0) return "there is no month " + std::to_string(point.month);
  if (point.quarter > 4) return "there is no quarter " + std::to_string(point.quarter);
  if (point.half > 2) return "there is no half-year " + std::to_string(point.half);
  const int length = days_in_month(point.year ? point.year : 2000, point.month);
  std::string name = names[static_cast<std::size_t>(point.month)];
  if (point.month == 2 && point.year && point.day == 29) name += " " + std::to_string(point.year);
  return name + " has " + std::to_string(length) + " days";
}

Point nearest_possible(Point point) {
  point.month = std::clamp(point.month, 0, 12);
  point.quarter = std::min(point.quarter, 4);
  point.half = std::min(point.half, 2);
  if (point.month && !point.era)
    point.day = std::min(point.day, days_in_month(point.year ? point.year : 2000, point.month));
  return point;
}

}  // namespace plumbline::timeframe
