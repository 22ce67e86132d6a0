// Parts of a year, and units that are counted or told apart: "Q3 2014", "last week of May", "summer 2014", "next year".
#include "rules/timeframe/points.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

void set_part(Point& point, bool is_quarter, int value) {
  (is_quarter ? point.quarter : point.half) = value;
}

}  // namespace

// Q3, T2, H1; with its year.
ReadPoint PointReader::marked_quarter(Index i) const {
  const auto mark = tokens_.match(i, any_of(Word::quarter_mark, Word::half_mark));
  if (!mark) return {};
  Index at = mark.next;
  if (tokens_.is_sign(at, '.') || tokens_.is_sign(at, '-')) ++at;
  int value = tokens_.is_number(at) && tokens_[at].digits == 1 ? tokens_[at].value : 0;
  if (!value) value = roman(at);
  const bool is_tight = !tokens_.is_spaced(at) || tokens_[i].end - tokens_[i].start > 1;
  if (!value || !is_tight || tokens_.is_sign(at + 1, '%')) return {};
  ReadPoint result;
  set_part(result.point, mark.word == Word::quarter_mark, value);
  result.next = at + 1;
  add_year(result);
  if (!result.point.year && tokens_.is_sign(result.next, '/') && tokens_.is_number(result.next + 1) &&
      tokens_[result.next + 1].digits == 2)
    result.point.year = two_digit_year(tokens_[result.next + 1].value), result.next += 2;
  return result;
}

// 1H, 3T; not "24h", which is a day.
ReadPoint PointReader::quarter_before_mark(Index i, const Number& number) const {
  if (!tokens_.is_number(i) || number.value >= 10 || tokens_.is_spaced(number.next)) return {};
  const auto mark = tokens_.match(number.next, any_of(Word::quarter_mark, Word::half_mark));
  if (!mark) return {};
  ReadPoint result;
  set_part(result.point, mark.word == Word::quarter_mark, number.value);
  result.next = mark.next;
  add_year(result);
  return result;
}

// "the last quarter of 2014", "the closing half": where its unit may stand, behind `i`; else `i`.
Index PointReader::skip_last(Index i) const {
  if (const auto last = tokens_.match(i, Word::relative); last && last.value == relative_last)
    return skip_fillers(last.next, 1);
  if (const auto end = tokens_.match(i, Word::part); end && end.value == part_end) return skip_fillers(end.next, 1);
  return i;
}

ReadPoint PointReader::quarter(Index i) const {
  if (!tokens_.hold(any_of(Word::quarter_mark, Word::half_mark, Word::unit))) return {};
  if (const ReadPoint marked = marked_quarter(i)) return marked;
  Number number = ordinal(i);
  if (!number.next && i < tokens_.size() && tokens_[i].kind == TokenKind::han)
    if (const Number counted = this->number(i); counted.next && counted.value <= 4) number = counted;  // "明年一季度"
  Index at = i;
  if (number.next) {
    if (const ReadPoint marked = quarter_before_mark(i, number)) return marked;
    at = skip_fillers(number.next, 2);
    if (tokens_.is_sign(at, '-')) ++at;
  } else {
    at = skip_last(i);
  }
  const auto unit = tokens_.match(at, Word::unit);
  if (!unit || (unit.value != unit_quarter && unit.value != unit_half)) return {};
  const bool is_quarter = unit.value == unit_quarter;
  ReadPoint result;
  if (!number.next && at > i) {
    result.next = unit.next;
    set_part(result.point, is_quarter, is_quarter ? 4 : 2);
    add_year(result);
    return result.point.year || result.point.is_relative ? result : ReadPoint{};
  }
  Number which = number;
  if (number.next) {
    which.next = unit.next;
  } else {  // quarter III, الربع الثالث, trimestre 2
    const Index behind = skip_fillers(unit.next, 1);
    which = ordinal(behind);
    if (!which.next || which.value > 9 || is_four_digit_year(behind)) return {};
  }
  if (tokens_.is_number(i) && !number.is_words && !is_quarter && tokens_.is_spaced(at) && !tokens_.is_sign(at - 1, '.'))
    return {};  // "2 halves", "3 semesters"
  result.next = which.next;
  set_part(result.point, is_quarter, which.value);
  add_year(result);
  if (result.point.year || result.point.is_relative) return result;
  if (const ReadPoint month = result.point.half ? half_of_month(result) : ReadPoint{}) return month;
  result.is_ordinal_unit = true;
  return result;
}

// "the first half of June 2014"
ReadPoint PointReader::half_of_month(const ReadPoint& half) const {
  ReadPoint month = month_first(skip_joints(half.next));
  if (!month || month.point.day) return {};
  month.point.part = half.point.half == 1 ? part_first_half : part_second_half;
  return month;
}

// "the third month of 2014", "the 3rd week of 2015", "last week of December 2014", "الأسبوع الثالث من عام 2015".
ReadPoint PointReader::nth_unit(Index i) const {
  constexpr WordSet which = any_of(Word::ordinal, Word::relative);
  const auto unit_at = [&](Index at) {
    const auto unit = tokens_.match(at, Word::unit);
    return unit && (unit.value == unit_month || unit.value == unit_week) ? unit : Tokens::Match{};
  };
  const auto is_last_at = [&](Index at) {
    const auto last = tokens_.match(at, Word::relative);
    return last && last.value == relative_last ? last.next : 0;
  };
  if (const auto unit = unit_at(i); unit.value == unit_week && tokens_.is_number(unit.next))
    return numbered_week(unit.next);
  if (const auto unit = unit_at(i); unit && tokens_.has(unit.next, which)) {
    if (const Index behind = is_last_at(unit.next)) return nth_of(unit.value, 0, true, behind);
    const Number nth = ordinal(unit.next);
    return nth.next && nth.is_words ? nth_of(unit.value, nth.value, false, nth.next) : ReadPoint{};
  }
  const Index last = is_last_at(i);
  const Number nth = last ? Number{} : ordinal(i);
  if (!last && (!nth.next || !nth.is_words)) return {};
  const Index at = last ? last : nth.next;
  auto unit = unit_at(at);
  if (!unit) unit = unit_at(skip_fillers(at, 1));
  return unit ? nth_of(unit.value, nth.value, last != 0, unit.next) : ReadPoint{};
}

// "KW 48/2017", "week 48 of 2017": by its number.
ReadPoint PointReader::numbered_week(Index number) const {
  if (tokens_[number].digits > 2 || tokens_[number].is_grouped || tokens_[number].value < 1) return {};
  const bool has_joint = tokens_.is_sign(number + 1, '/') || tokens_.has(number + 1, any_of(Word::of, Word::filler));
  return nth_of(unit_week, tokens_[number].value, false, has_joint ? number + 1 : number);
}

// The month or week by its number, or the last, of the year or month that `at` leads to.
ReadPoint PointReader::nth_of(int unit, int nth, bool is_last, Index at) const {
  const Index of = skip_fillers(at, 3);
  ReadPoint result = of > at ? month_first(of) : ReadPoint{};
  for (const Index from : {of, at + 1})  // "من عام": the joint takes the year's word with it
    if (!result && (from > at || unit == unit_month || is_four_digit_year(at))) result = year(from);
  if (!result || result.point.day || !result.point.has_year() || result.point.era) return {};
  if (unit == unit_month) {
    if (result.point.month || is_last || nth > 12) return {};
    result.point.month = nth;
    return result;
  }
  // A week: the one that holds a day of it, counted from the first Monday week of the month or year.
  const int last_month = result.point.month ? result.point.month : 12;
  if (!is_last && nth > (result.point.month ? 5 : 52)) return {};
  result.point.is_week = true;
  if (is_last) {
    result.point.month = last_month;
    result.point.day = days_in_month(result.point.year, last_month);
    return result;
  }
  const int day_of = 4 + 7 * (nth - 1);  // ISO 8601: the first week holds the 4th
  const Day first{std::chrono::year(result.point.year),
                  std::chrono::month(static_cast<unsigned>(std::max(1, result.point.month))), std::chrono::day(1)};
  const Day day = add_units(first, unit_day, day_of - 1);
  result.point.month = static_cast<int>(static_cast<unsigned>(day.month()));
  result.point.day = static_cast<int>(static_cast<unsigned>(day.day()));
  return result;
}

ReadPoint PointReader::season(Index i) const {
  const auto season = tokens_.match(i, Word::season);
  if (!season) return {};
  ReadPoint result;
  result.point.season = season.value;
  result.next = season.next;
  if (tokens_.is_sign(result.next, '/') || tokens_.is_sign(result.next, '-'))  // "autumn/winter 2014"
    if (const auto second = tokens_.match(result.next + 1, Word::season)) result.next = second.next;
  Index at = skip_joints(result.next);
  // "spring session in 2014"
  if (const auto event = tokens_.match(at, any_of(Word::event, Word::school))) {
    at = event.next;
    result.point.is_event = event.word == Word::event;
    result.next = at;
  }
  if (const auto in = tokens_.match(at, Word::in)) at = in.next;
  ReadPoint dated = result;
  if (at != skip_joints(result.next)) dated.next = at;
  add_year(dated);
  if (dated.point.year || dated.point.is_relative) {
    if (const Index behind = behind_second_year(dated.next, dated.point.year)) dated.next = behind;  // "winter 2014/15"
    return dated;
  }
  return result;
}

ReadPoint PointReader::relative(Index i) const {
  const ReadPoint result = relative_point(i);
  return tokens_.match(i, Word::vague).next < result.next ? result : ReadPoint{};  // "coming years"
}

ReadPoint PointReader::relative_point(Index i) const {
  ReadPoint result;
  if (const auto when = tokens_.match(i, Word::relative)) {
    constexpr WordSet units = any_of(Word::unit, Word::fiscal, Word::school);
    const Index at = tokens_.has(when.next, units) ? when.next : skip_fillers(when.next, 1);
    const auto unit = tokens_.match(at, units);
    if (unit) {
      result.point.is_relative = true;
      result.point.relative = when.value;
      result.point.relative_unit = unit.word == Word::unit ? unit.value : unit_year;
      result.next = unit.next;
      return result;
    }
    if (const auto month = tokens_.match(at, any_of(Word::month, Word::season))) {
      (month.word == Word::month ? result.point.month : result.point.season) = month.value;
      result.next = month.next;
      add_year(result);
      if (!result.point.year) {  // the next occurrence, if it is not the last
        result.point.is_relative = false, result.point.is_told_apart = true;
        result.point.relative = when.value;
      }
      return result;
    }
    return {};
  }
  const auto unit = tokens_.match(i, any_of(Word::unit, Word::month, Word::season));
  if (!unit) return {};
  const auto when = tokens_.match(skip_fillers(unit.next, 1), Word::relative);
  if (!when) return {};
  if (unit.word == Word::unit) {
    result.point.is_relative = true;
    result.point.relative = when.value;
    result.point.relative_unit = unit.value;
  } else {
    (unit.word == Word::month ? result.point.month : result.point.season) = unit.value;
    result.point.is_told_apart = true;
    result.point.relative = when.value;
  }
  result.next = when.next;
  return result;
}

}  // namespace plumbline::timeframe
