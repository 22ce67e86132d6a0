// Days of calendars that ICU knows.
#include "rules/timeframe/other_calendars.h"

#include <unicode/calendar.h>

#include <array>
#include <cmath>
#include <memory>

namespace plumbline::timeframe {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

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

}  // namespace

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

}  // namespace plumbline::timeframe
