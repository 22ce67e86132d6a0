// Days and months by name: "30 June 2013", "June 30, 2013", "2013年6月30日", "Sept 14".
#include "rules/timeframe/points.h"

namespace plumbline::timeframe {

Index PointReader::skip_weekday(Index i) const {
  const auto weekday = tokens_.match(i, Word::weekday);
  if (!weekday) return i;
  return skip_joints(weekday.next + tokens_.is_sign(weekday.next, '.'));
}

// "كانون الثاني/يناير": two names of one month.
Index PointReader::skip_second_name(const Tokens::Match& month) const {
  if (!tokens_.is_sign(month.next, '/')) return month.next;
  const auto again = tokens_.match(month.next + 1, Word::month);
  return again && again.value == month.value ? again.next : month.next;
}

// "by 31 August 16 schools": an unknown word behind a number is what it counts.
bool PointReader::is_counted(Index noun) const {
  return tokens_.is_word(noun) && tokens_.is_spaced(noun) && tokens_[noun].set == 0 &&
         tokens_[noun].is_capital == tokens_.language().nouns_are_capital;
}

ReadPoint PointReader::day_first(Index i) const {
  Index at = skip_weekday(i);
  Number day = ordinal(at);
  if (!day.next && !tokens_.is_number(at)) day = number(at);
  if (!day.next || day.value < 1 || day.value > 99) return {};
  if (roman(at) && !tokens_.is_number(at)) return {};
  const bool is_beyond = day.value > 31;  // "by 32 March 2014" is meant as a date; "45 (March 2014)" is not
  if (is_beyond && (at == 0 || !tokens_.has(at - 1, any_of(Word::by, Word::before, Word::until, Word::in, Word::from,
                                                           Word::since, Word::after, Word::filler, Word::of))))
    return {};
  at = day.next;
  if (const auto unit = tokens_.match(skip_fillers(at), Word::unit); unit && unit.value == unit_day) at = unit.next;
  Index joint = skip_joints(at, !is_beyond);
  const auto month = tokens_.match(joint, Word::month);
  if (!month || (is_beyond && !is_four_digit_year(skip_joints(month.next)))) return {};
  ReadPoint result;
  result.point.day = day.value;
  result.point.month = month.value;
  result.next = skip_second_name(month);
  add_year(result);
  if (!result.point.year && tokens_.is_number(result.next) && tokens_[result.next].digits == 2 &&
      !tokens_[result.next].is_grouped && !tokens_.has(result.next + 1, any_of(Word::unit, Word::month)) &&
      !is_counted(result.next + 1)) {
    result.point.year = two_digit_year(tokens_[result.next].value);
    result.point.is_year_short = true;
    ++result.next;
  }
  return result;
}

// "in Sept", "im Sept": behind a word that leads to no day.
bool PointReader::leads_to_month(Index month) const {
  return month > 0 && tokens_.has(month - 1, bit(Word::in)) && tokens_.has(month - 1, bit(Word::within)) &&
         !tokens_.has(month - 1, any_of(Word::filler, Word::by, Word::until, Word::since));
}

// Behind "in Sept 14" or "in Sept. 14", or "Sept 14" as all there is in a cell: two digits that are a year; 0: none.
Index PointReader::behind_short_year(Index month, Index at) const {
  if (tokens_[month].kind == TokenKind::han || tokens_.language().month_first) return 0;
  const bool leads = leads_to_month(month);
  if (leads && tokens_.is_sign(at, '.')) ++at;
  if (!tokens_.is_number(at) || tokens_[at].digits != 2 || tokens_[at].is_grouped || !tokens_.is_spaced(at)) return 0;
  if (leads) {
    const bool has_year = is_four_digit_year(at + 1) || (tokens_.is_sign(at + 1, ',') && is_four_digit_year(at + 2));
    return has_year || is_counted(at + 1) || tokens_.has(at + 1, any_of(Word::ordinal, Word::unit)) ? 0 : at + 1;
  }
  const bool is_cell =
      (month == 0 || tokens_.is_sign(month - 1, '|')) && (at + 1 >= tokens_.size() || tokens_.is_sign(at + 1, '|'));
  return is_cell && at == month + 1 && tokens_.text(month).size() <= 4 ? at + 1 : 0;
}

// "June 30, 2013", "6月30日", "March 1st": the day behind its month, with the year.
ReadPoint PointReader::day_behind_month(const ReadPoint& month) const {
  Index at = month.next;
  if (tokens_.is_sign(at, '.')) ++at;
  at = tokens_.is_sign(at, '-') || tokens_.is_sign(at, '/') ? at + 1 : skip_fillers(at, 1);
  if (at > month.next && tokens_.has(month.next, bit(Word::in))) at = month.next;  // "im Oktober in dritter Lesung"
  Number day = ordinal(at);
  if (!day.next && at < tokens_.size() && tokens_[at].kind == TokenKind::han) day = number(at);  // "九月三日"
  if (!day.next || day.value < 1 || roman(at) || (tokens_.is_number(at) && tokens_[at].digits > 2)) return {};
  const Index next = tokens_.is_sign(day.next - 1, '.') ? day.next - 1 : day.next;
  const auto unit = tokens_.match(next, Word::unit);
  const bool is_chinese = unit && unit.value == unit_day && tokens_[next].kind == TokenKind::han;
  const bool may_be_day = day.value <= 31 || is_chinese ||  // "March 32, 2014"
                          (tokens_.is_sign(next, ',') && is_four_digit_year(next + 1));
  const bool is_amount = unit && !is_chinese;  // "in June 30 days"
  const bool is_range = tokens_.match(at, Word::ordinal) && tokens_.has(next, bit(Word::unit));
  if (!may_be_day || is_amount || is_range || tokens_.has(next, any_of(Word::quarter_mark, Word::month))) return {};
  ReadPoint dated = month;
  dated.point.day = day.value;
  dated.next = is_chinese ? unit.next : next;
  const Index behind = dated.next;
  if (is_chinese) return dated;  // its year stands in front
  add_year(dated);
  if (dated.point.year) return dated;
  const bool counts_what_follows = tokens_.is_word(behind) && is_impossible(dated.point);  // "June 31 children"
  const bool leads_to_month = tokens_.is_sign(behind, '-') && tokens_.has(behind + 1, bit(Word::month));
  const bool stands_apart = day.is_words || tokens_.language().month_first || tokens_.is_spaced(behind) ||
                            tokens_.is_sign(behind, '.') || tokens_.is_sign(behind, ';') || leads_to_month;
  return stands_apart && !counts_what_follows ? dated : ReadPoint{};
}

ReadPoint PointReader::month_first(Index i) const {
  Index at = skip_weekday(i);
  // "the month of June"
  if (const auto unit = tokens_.match(at, Word::unit);
      unit && unit.value == unit_month && tokens_[at].kind != TokenKind::han)
    at = skip_fillers(unit.next);
  const auto month = tokens_.match(at, Word::month);
  if (!month) return {};
  ReadPoint result;
  result.point.month = month.value;
  result.next = skip_second_name(month);
  if (const Index behind = behind_short_year(i, result.next)) {
    result.point.year = two_digit_year(tokens_[behind - 1].value), result.point.is_year_short = true;
    result.next = behind;
    return result;
  }
  const bool counts = tokens_.is_number(result.next) && leads_to_month(i) && is_counted(result.next + 1);
  if (counts) return result;  // "in September 14 clinics"
  if (const ReadPoint dated = day_behind_month(result)) return dated;
  add_year(result);
  if (!result.point.year && tokens_.match(at, Word::cardinal).next == month.next) return {};  // "dez": ten
  if (!result.point.year && !result.point.is_relative) {  // "Sept 13", "Jun-14": two digits behind a short joint
    const Index joint = tokens_.is_sign(result.next, '-') || tokens_.is_sign(result.next, '/') ? result.next + 1 : 0;
    if (joint && tokens_.is_number(joint) && tokens_[joint].digits == 2) {
      result.point.year = two_digit_year(tokens_[joint].value), result.point.is_year_short = true;
      result.next = joint + 1;
    }
  }
  return result;
}

// `whole`: the year at `i`.
ReadPoint PointReader::year_first(Index i, ReadPoint whole) const {
  if (!whole && tokens_.has(i, bit(Word::relative)) && tokens_[i].kind == TokenKind::han) whole = relative(i);  // 明年
  if (!whole || whole.point.is_decade || (whole.point.is_relative && whole.point.relative_unit != unit_year)) return {};
  const auto of_that_year = [&](ReadPoint part) {
    part.point.year = whole.point.year;
    part.point.era = whole.point.era;
    part.point.is_relative = whole.point.is_relative;
    part.point.relative = whole.point.relative;
    part.point.relative_unit = whole.point.relative_unit;
    return part;
  };
  Index at = skip_joints(whole.next);
  if (const auto weekday = tokens_.match(at, Word::weekday)) at = weekday.next;
  if (const auto month = tokens_.match(at, Word::month)) {
    const bool is_tight = tokens_[at].kind != TokenKind::word || at > whole.next || tokens_.is_number(at) ||
                          !tokens_.match(month.next, Word::year_word);
    ReadPoint next_date = month_first(at);
    if (next_date.point.year && tokens_.is_sign(month.next, '-') && tokens_[at].kind != TokenKind::word) {
      next_date = {};  // "2012年9月-2013年3月": the year is the next one's
      next_date.point.month = month.value, next_date.next = month.next;
    }
    if (!is_tight || next_date.point.year) return {};
    return of_that_year(next_date);
  }
  // "2016 no terceiro trimestre"
  const auto in = tokens_.match(at, any_of(Word::in, Word::for_));
  for (const Index of : {at, in ? skip_fillers(in.next, 1) : at}) {
    const ReadPoint part = quarter(of);
    if (!part || part.point.year || (of != at && part.point.is_relative) || part.point.quarter + part.point.half == 0)
      continue;
    ReadPoint result = of_that_year(part);
    result.is_ordinal_unit = false;
    return result;
  }
  if (tokens_.has(at, bit(Word::season)) && tokens_[at].kind == TokenKind::word) {  // "the 2014 summer recess"
    if (const ReadPoint part = season(at); part && !part.point.year && !part.point.is_relative)
      return of_that_year(part);
  }
  const bool is_chinese =
      tokens_[i].kind == TokenKind::han || (whole.next > i && tokens_[whole.next - 1].kind == TokenKind::han);
  return is_chinese ? chinese_part(whole, at) : ReadPoint{};
}

// "2014年秋", "2014年13月"
ReadPoint PointReader::chinese_part(ReadPoint year, Index at) const {
  const auto unit = tokens_.match(at + 1, Word::unit);
  if (at == year.next && unit && unit.value == unit_month && tokens_.is_number(at) && tokens_[at].value > 12 &&
      tokens_[at].digits == 2 && tokens_[at + 1].kind == TokenKind::han) {
    year.point.month = tokens_[at].value, year.next = unit.next;
    return year;
  }
  const auto season = tokens_.match(at, Word::season);
  if (!season) return {};
  year.point.season = season.value, year.next = season.next;
  return year;
}

}  // namespace plumbline::timeframe
