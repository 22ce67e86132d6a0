// The days of a time expression with its cues.
#include "rules/timeframe/expression_days.h"

namespace plumbline::timeframe {

namespace {

Habits habits_of(const Language& language) {
  return {language.school_first_month, language.school_last_month, language.fiscal_first_month};
}

Days days_of_duration(const Expression& e, const Habits& habits, std::optional<Day> today) {
  if (e.is_forward && e.from.day && e.unit > 0) {  // "within two years of 1 June 2014"
    const Days start = resolve(e.from, habits, today);
    if (start.earliest) return {start.earliest, add_units(*start.earliest, e.unit, e.count), Precision::unknown, false};
  }
  if (!e.is_forward || e.is_anchored || !today || e.unit == 0) return {};
  const Day end = add_units(*today, e.unit, e.count);
  if (e.says(Word::hence) && !e.says(Word::within)) return {end, end, Precision::unknown, true};
  return {today, end, Precision::unknown, false};
}

Days days_of_range(const Expression& e, const Habits& habits, std::optional<Day> today) {
  Days days = resolve(e.from, habits, today);
  Point to = e.to;
  if (!to.has_year() && !to.is_relative && days.earliest && e.from.has_year()) to.year = e.from.year;
  const Days end = resolve(to, habits, today);
  days.latest = end.latest;
  days.precision = end.precision;
  days.is_approximate = days.is_approximate || end.is_approximate;
  if (e.says(Word::by) && !e.says(Word::from) && !e.says(Word::between)) days.earliest.reset();
  return days;
}

// An end that is named is exact enough: "by the end of 2014".
bool is_end(const Expression& e) {
  return e.from.part == part_end || e.from.part == part_late;
}

void end_before(const Expression& e, const Language& language, Days& days) {
  if (is_end(e)) {
    days.is_approximate = false;
  } else if (e.from.is_event) {
    days.is_approximate = true;
  } else if (e.from.day ? language.before_includes_day : language.before_includes_unit) {
    days.is_approximate = true;
  } else if (days.earliest) {
    days.latest = day_before(*days.earliest);
    days.is_approximate = true;
  }
  days.earliest.reset();
}

void end_by(const Expression& e, Days& days) {
  if (e.from.part == part_mid && days.latest && e.from.has_year() && !e.from.month)
    days.latest = Day{days.latest->year(), std::chrono::month(6), std::chrono::day(30)};
  else if (e.from.part == part_mid && days.earliest && e.from.month)
    days.latest = Day{days.earliest->year(), days.earliest->month(), std::chrono::day(15)};
  if (is_end(e)) days.is_approximate = false;
  days.earliest.reset();
}

}  // namespace

Days days_of(const Expression& e, const Language& language, std::optional<Day> today) {
  if (e.form == Form::duration) return days_of_duration(e, habits_of(language), today);
  if (e.form == Form::range) return days_of_range(e, habits_of(language), today);
  if (e.form != Form::point) return {};
  Days days = resolve(e.from, habits_of(language), today);
  if (e.says(Word::before) && !e.says(Word::by)) {  // not "before the year is over"
    end_before(e, language, days);
  } else if (e.cues & any_of(Word::by, Word::until)) {
    end_by(e, days);
  } else if (e.says(Word::after) && days.latest) {
    days.earliest = day_after(*days.latest);
    days.latest.reset();
  } else if (e.cues & any_of(Word::from, Word::since)) {
    days.latest.reset();
  }
  return days;
}

}  // namespace plumbline::timeframe
