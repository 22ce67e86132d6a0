// What a planned action's text says about when. See docs/timeframes.md for the decision model.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

using Day = std::chrono::year_month_day;  // written ISO 8601

enum class TimeframeStatus : std::uint8_t { none, ongoing, vague, recurring, dated };
enum class ExpressionKind : std::uint8_t { date, range, duration, recurrence, vague, ongoing };
enum class Precision : std::uint8_t { unknown, day, month, quarter, half, year, decade };
std::string_view name_of(TimeframeStatus status);
std::string_view name_of(ExpressionKind kind);
std::string_view name_of(Precision precision);
std::string to_string(Day day);  // "2013-04-30"
std::optional<Day> parse_day(std::string_view iso);

struct TimeExpression {
  std::uint32_t start = 0, length = 0;  // bytes of the text read
  bool is_timeframe = false;            // says when the action takes place; otherwise it belongs to something else
  ExpressionKind kind = ExpressionKind::date;
  Precision precision = Precision::unknown;
  std::optional<Day> earliest, latest;  // inclusive; empty = open
  bool is_approximate = false;          // "early 2014", "before June"
  bool is_inherited = false;            // from a sentence, heading or column that the action stands under
  // Why it was or was not taken: "deadline", "attributive-year", "instrument", "past-event", …; lives for ever.
  std::string_view reason;
};

// A date that cannot be (31 June) or a range that runs backwards (2016–2014).
struct DateProblem {
  enum class Kind : std::uint8_t { impossible, reversed } kind = Kind::impossible;
  std::uint32_t start = 0, length = 0;
  std::string why;  // "June has 30 days"
};

struct Timeframe {
  TimeframeStatus status = TimeframeStatus::none;
  std::optional<Day> earliest, latest;
  bool is_stale = false;           // its latest date lies before the submission's own date
  bool is_placeholder = false;     // "TBD", "n.a.", "to be confirmed"
  bool is_event_anchored = false;  // "within six months of entry into force"
  bool is_unbounded = false;       // recurs with no start and no end
  bool is_inherited = false;       // all that it has comes from a heading that the action stands under
  std::vector<TimeExpression> expressions;
  std::vector<DateProblem> problems;
};

// How a text speaks of its deed.
enum class Tense : std::uint8_t { unclear, done, under_way, promised };

}  // namespace plumbline
