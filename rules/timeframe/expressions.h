// Time expressions of a text: points with their cues, ranges, durations, recurrences, and the fixed phrases.
// What they say, not yet whether the action takes place then.
#pragma once

#include "rules/timeframe/calendar.h"
#include "rules/timeframe/tokens.h"

#include <vector>

namespace plumbline::timeframe {

// Cues that place a deed in time, and those that set it an end.
inline constexpr WordSet deadline_cues = any_of(Word::by, Word::before, Word::until, Word::label);
inline constexpr WordSet time_cues =
    deadline_cues | any_of(Word::in, Word::from, Word::since, Word::after, Word::within, Word::between, Word::for_);

enum class Form : std::uint8_t { point, range, duration, recurrence, event, vague, ongoing, placeholder };

struct Expression {
  Index first = 0, last = 0;            // tokens [first, last), with its cues
  Index core_first = 0, core_last = 0;  // without
  Form form = Form::point;
  WordSet cues = 0;          // kinds of the cues that it begins or ends with
  Point from, to;            // of a point: `from`
  int count = 0, unit = 0;   // of a duration, or of a recurrence ("every 3 months")
  bool has_article = false;  // words such as "the" between its cue, or its start, and a bare year
  bool has_year_word = false;
  bool is_forward = false;   // a duration from the report's date on
  bool is_anchored = false;  // counted from an event, or is one
  bool is_past = false;      // "two years ago", "in the last five years"
  bool is_label = false;     // "Deadline: …"

  // "2014-2020", "the 2014-2015 biennium", with no more than the years.
  bool is_years() const { return from.last_year || (form == Form::range && from.is_bare_year()); }
  bool says(Word cue) const { return (cues & bit(cue)) != 0; }
  // A cue of its own places it in time: not only "for".
  bool says_when() const { return (cues & time_cues & ~any_of(Word::for_, Word::within, Word::label)) != 0; }
};

// In order, without overlaps.
std::vector<Expression> find_expressions(const Tokens& tokens);

}  // namespace plumbline::timeframe
