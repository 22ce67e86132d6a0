// Names of what the timeframe model holds, and its dates as text.
#include "rules/timeframe/timeframe.h"

#include <charconv>
#include <cstdio>

namespace plumbline {

std::string_view name_of(TimeframeStatus status) {
  switch (status) {
    case TimeframeStatus::none:
      return "none";
    case TimeframeStatus::ongoing:
      return "ongoing";
    case TimeframeStatus::vague:
      return "vague";
    case TimeframeStatus::recurring:
      return "recurring";
    case TimeframeStatus::dated:
      return "dated";
  }
  return "none";
}

std::string_view name_of(ExpressionKind kind) {
  switch (kind) {
    case ExpressionKind::date:
      return "date";
    case ExpressionKind::range:
      return "range";
    case ExpressionKind::duration:
      return "duration";
    case ExpressionKind::recurrence:
      return "recurrence";
    case ExpressionKind::vague:
      return "vague";
    case ExpressionKind::ongoing:
      return "ongoing";
  }
  return "date";
}

std::string_view name_of(Precision precision) {
  switch (precision) {
    case Precision::unknown:
      return "";
    case Precision::day:
      return "day";
    case Precision::month:
      return "month";
    case Precision::quarter:
      return "quarter";
    case Precision::half:
      return "half";
    case Precision::year:
      return "year";
    case Precision::decade:
      return "decade";
  }
  return "";
}

std::string to_string(Day day) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                static_cast<unsigned>(day.day()));
  return text;
}

std::optional<Day> parse_day(std::string_view iso) {
  int year = 0;
  unsigned month = 0, day = 0;
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
  const auto read = [&](std::size_t at, std::size_t length, auto& value) {
    const char* end = iso.data() + at + length;
    const auto [stop, error] = std::from_chars(iso.data() + at, end, value);
    return error == std::errc() && stop == end;
  };
  if (!read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day)) return {};
  const Day result{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return result.ok() ? std::optional(result) : std::nullopt;
}

}  // namespace plumbline
