// Points of the calendar that are read by their words.
#include "rules/timeframe/points.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {
constexpr WordSet joint_words = any_of(Word::filler, Word::of);
}

Index PointReader::skip_fillers(Index i, Index most) const {
  for (Index n = 0; n < most; ++n) {
    const auto match = tokens_.match(i, joint_words);
    if (!match) break;
    i = match.next;
  }
  return i;
}

Index PointReader::skip_joints(Index i, bool signs) const {
  for (int n = 0; n < 3; ++n) {
    if (const auto match = tokens_.match(i, joint_words)) {
      i = match.next;
    } else if (signs && i < tokens_.size() && tokens_[i].kind == TokenKind::sign &&
               (tokens_[i].sign == ',' || tokens_[i].sign == '.' || tokens_[i].sign == '/' || tokens_[i].sign == '-' ||
                tokens_[i].sign == '\'')) {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

bool PointReader::is_four_digit_year(Index i) const {
  if (!tokens_.is_number(i)) return false;
  const Token& token = tokens_[i];
  if (token.digits != 4 || token.is_grouped || token.value < 1500 || token.value > 2199) return false;
  return !tokens_.is_sign(i + 1, '%');
}

PointReader::Number PointReader::number(Index i) const {
  if (tokens_.is_number(i)) {
    if (tokens_[i].is_grouped || tokens_[i].digits > 7) return {};
    return {tokens_[i].value, i + 1, false};
  }
  int total = 0, part = 0, digits = 0;
  bool positional = true;
  Index at = i, end = 0;
  for (int n = 0; n < 8; ++n) {
    const auto match = tokens_.match(at, Word::cardinal);
    if (!match) break;
    if (match.value >= 1000) {
      total += std::max(part, 1) * match.value, part = 0, positional = false;
    } else if (match.value == 100 || (match.value == 10 && tokens_[at].kind == TokenKind::han)) {
      part = std::max(part, 1) * match.value, positional = false;
    } else if (tokens_[at].kind == TokenKind::han && part > 0 && match.value < 10 && part % 10 == 0 && !positional) {
      part += match.value;
    } else if (tokens_[at].kind == TokenKind::han && positional && match.value < 10) {
      part = part * 10 + match.value;
      if (part > 9999) return {};
    } else {
      if (part % 10 != 0 && part % 100 < 100 && part > 0 && part % 100 < 20 && match.value < 20) break;
      part += match.value;
      positional = false;
    }
    ++digits;
    end = at = match.next;
    // "two thousand and fourteen", "twenty-five": one joint, if a number follows
    if (tokens_.is_sign(at, '-') || tokens_.has(at, bit(Word::and_))) {
      if (tokens_.match(at + 1, Word::cardinal) && !(tokens_.has(at, bit(Word::and_)) && part && part < 20)) ++at;
    }
  }
  // "две тысячи четырнадцатый год": the last part of a year is an ordinal
  if (total >= 1000 && part % 10 == 0)
    if (const auto last = tokens_.match(end, Word::ordinal); last && last.value > 0 && tokens_.is_word(end))
      part += last.value, end = last.next;
  return end ? Number{total + part, end, true} : Number{};
}

int PointReader::roman(Index i) const {
  if (!tokens_.is_word(i) || !tokens_[i].is_capital) return 0;
  const std::string_view text = tokens_.text(i);
  const std::string_view digits = text.substr(0, text.find_first_not_of("iv"));
  const int value = digits == "i" ? 1 : digits == "ii" ? 2 : digits == "iii" ? 3 : digits == "iv" ? 4 : 0;
  if (value == 0 || digits.size() == text.size()) return value;
  const std::string_view suffix = text.substr(digits.size());  // "IIIe", "Ier"
  return suffix == "e" || suffix == "er" || suffix == "o" ? value : 0;
}

PointReader::Number PointReader::ordinal(Index i) const {
  if (tokens_.is_number(i) && !tokens_[i].is_grouped && tokens_[i].digits <= 2) {
    Index next = i + 1;
    if (tokens_.is_sign(next, '.') && !tokens_.is_spaced(next)) ++next;
    if (tokens_.is_sign(next, '-') && !tokens_.is_spaced(next)) {
      const auto suffix = tokens_.match(next + 1, Word::ordinal);
      if (suffix && suffix.value == 0) return {tokens_[i].value, suffix.next, true};
    }
    const auto suffix = tokens_.match(next, Word::ordinal);
    if (suffix && suffix.value == 0 && !tokens_.is_spaced(next)) return {tokens_[i].value, suffix.next, true};
    return {tokens_[i].value, next, false};
  }
  if (const auto match = tokens_.match(i, Word::ordinal); match && match.value > 0)
    return {match.value, match.next, true};
  // "тридцать первое": the tens are a cardinal
  if (const auto tens = tokens_.match(i, Word::cardinal); tens && (tens.value == 20 || tens.value == 30))
    if (const auto last = tokens_.match(tens.next, Word::ordinal); last && last.value > 0 && last.value < 10)
      return {tens.value + last.value, last.next, true};
  if (const int value = roman(i))
    return {value, i + 1 + (tokens_.is_sign(i + 1, '.') && !tokens_.is_spaced(i + 1)), true};
  return {};
}

ReadPoint PointReader::special_year(Index i) const {
  const auto kind = tokens_.match(i, any_of(Word::fiscal, Word::school, Word::period));
  if (!kind) return {};
  Index at = kind.next;
  if (kind.word == Word::period && kind.value > 0) {  // "十二五": 2011 to 2015
    ReadPoint plan;
    plan.point.year = kind.value / 10000;
    plan.point.last_year = kind.value % 10000;
    plan.has_year_word = true;
    plan.next = at;
    return plan;
  }
  for (int n = 0; n < 3; ++n) {
    if (const auto match = tokens_.match(at, any_of(Word::filler, Word::of, Word::year_word)))
      at = match.next;
    else if (tokens_.is_sign(at, '-') || tokens_.is_sign(at, '\''))
      ++at;
    else
      break;
  }
  ReadPoint result;
  if (is_four_digit_year(at)) {
    result = year(at);
  } else if (tokens_.is_number(at) && tokens_[at].digits == 2 && !tokens_.is_spaced(at)) {
    result.point.year = two_digit_year(tokens_[at].value);  // FY14
    result.next = at + 1;
  }
  if (!result) return {};
  result.point.is_fiscal = kind.word == Word::fiscal;
  result.point.is_school = kind.word == Word::school;
  result.has_year_word = true;
  return result;
}

ReadPoint PointReader::year(Index i) const {
  ReadPoint result;
  Index at = i;
  if (const auto word = tokens_.match(at, any_of(Word::year_word, Word::decade_mark));
      word && (word.word == Word::year_word || word.value == 1)) {
    result.has_year_word = true;
    at = skip_fillers(word.next, 2);
  }
  const auto era_before = tokens_.match(at, Word::era);
  if (era_before) at = era_before.next;
  const Number value = tokens_.is_number(at) ? Number{tokens_[at].value, at + 1, false} : number(at);
  if (!value.next) return {};
  const bool is_digits = tokens_.is_number(at);
  if (is_digits && (tokens_[at].is_grouped || tokens_[at].digits > 4 || tokens_.is_sign(value.next, '%'))) return {};
  Index next = value.next;
  if (is_digits && tokens_[at].digits == 2) {
    const bool is_apostrophe = at > i && tokens_.is_sign(at - 1, '\'');
    if (!era_before && !is_apostrophe) return {};
  }
  auto era = tokens_.match(next, Word::era);
  if (!era) {
    if (const auto word = tokens_.match(next, Word::year_word)) era = tokens_.match(word.next, Word::era);
  }
  if (era || era_before) {
    result.point.era = era ? era.value : era_before.value;
    if (era) next = era.next;
  } else if (value.value < 1500 || value.value > 2199 || (is_digits && tokens_[at].digits != 4)) {
    return {};
  }
  result.point.year = value.value;
  if (!result.point.era && is_digits && value.value % 10 == 0) {
    if (const auto mark = tokens_.match(next, Word::decade_mark); mark && mark.value == 0)
      result.point.is_decade = true, next = mark.next;
    // "les années 1990", not "les années 1990 et 1991"
    const auto lead = tokens_.match(i, Word::decade_mark);
    const bool goes_on = tokens_.is_sign(next, '-') || tokens_.is_sign(next, '/') || tokens_.is_sign(next, ',') ||
                         tokens_.has(next, any_of(Word::and_, Word::to, Word::until));
    if (lead && lead.value == 1 && !goes_on) result.point.is_decade = true;
  }
  // 2013/14, 2014-2015 as one thing is for ranges; "2014 года" takes its word with it
  if (const auto word = tokens_.match(next, Word::year_word)) {
    const bool is_next_years =
        tokens_.is_number(word.next) && is_four_digit_year(word.next) && tokens_[at].kind != TokenKind::han;
    if (!is_next_years || tokens_[next].kind == TokenKind::han) {
      result.has_year_word = true;
      next = word.next;
      if (tokens_.is_sign(next, '.') && !tokens_.is_spaced(next) &&
          tokens_.text_of(word.next - 1, word.next).size() <= 4)
        ++next;
    }
  }
  // "the 2014 school year", "2014学年"
  if (const auto kind = tokens_.match(next, any_of(Word::school, Word::fiscal)); kind && !result.point.is_decade) {
    result.point.is_school = kind.word == Word::school;
    result.point.is_fiscal = kind.word == Word::fiscal;
    result.has_year_word = true;
    next = kind.next;
  }
  result.next = next;
  return result;
}

void PointReader::add_year(ReadPoint& read) const {
  // "الربع الأول من العام المقبل": the year's own word is among the joints
  if (const auto of = tokens_.match(read.next, Word::of)) {
    for (const Index at : {read.next + 1, of.next})
      if (const ReadPoint with = relative(at); with && with.point.relative_unit == unit_year && at <= of.next) {
        read.point.is_relative = true, read.point.relative = with.point.relative, read.point.relative_unit = unit_year;
        read.next = with.next;
        return;
      }
  }
  const Index at = skip_joints(read.next);
  if (const ReadPoint with = special_year(at)) {
    read.point.year = with.point.year, read.point.is_fiscal = with.point.is_fiscal, read.next = with.next;
    return;
  }
  if (const ReadPoint with = year(at)) {
    // "in March, 2014 children": a number that counts what follows is no year; only a comma says so little
    read.point.year = with.point.year;
    read.point.era = with.point.era;
    read.next = with.next;
    return;
  }
  if (const ReadPoint with = relative(at); with && with.point.relative_unit == unit_year) {
    read.point.is_relative = true, read.point.relative = with.point.relative, read.point.relative_unit = unit_year;
    read.next = with.next;
    return;
  }
  if (const auto in = tokens_.match(read.next, Word::in); in && in.value == 0)  // "from April in 2016"
    if (const ReadPoint with = year(in.next); with && !with.point.era && !with.point.is_decade) {
      read.point.year = with.point.year, read.next = with.next;
      return;
    }
  // "the end of the year"; "'14"
  if (at > read.next && tokens_.is_sign(at - 1, '\'') && tokens_.is_number(at) && tokens_[at].digits == 2 &&
      !tokens_.is_spaced(at)) {
    read.point.year = two_digit_year(tokens_[at].value), read.point.is_year_short = true, read.next = at + 1;
    return;
  }
  if (read.point.day) return;
  if (const auto unit = tokens_.match(at, Word::unit); unit && unit.value == unit_year && at > read.next) {
    read.point.is_relative = true, read.point.relative = relative_this, read.point.relative_unit = unit_year;
    read.next = unit.next;
  }
}

// "by 31 August 16 schools": an unknown word behind a number is what it counts.
bool PointReader::is_counted(Index noun) const {
  return tokens_.is_word(noun) && tokens_.is_spaced(noun) && tokens_[noun].set == 0 &&
         tokens_[noun].is_capital == tokens_.language().nouns_are_capital;
}

ReadPoint PointReader::day_first(Index i) const {
  Index at = i;
  if (const auto weekday = tokens_.match(at, Word::weekday)) {
    at = weekday.next;
    if (tokens_.is_sign(at, '.')) ++at;
    at = skip_joints(at);
  }
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
  result.next = month.next;
  // "1 كانون الثاني/يناير": two names of one month
  if (tokens_.is_sign(result.next, '/'))
    if (const auto again = tokens_.match(result.next + 1, Word::month); again && again.value == month.value)
      result.next = again.next;
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

// "in Sept 14", or "Sept 14" as all there is in a cell: behind a word that leads to no day, two digits are a year.
bool PointReader::is_short_year(Index month, Index at) const {
  if (!tokens_.is_number(at) || tokens_[at].digits != 2 || tokens_[at].is_grouped || !tokens_.is_spaced(at)) return false;
  if (tokens_[month].kind == TokenKind::han || tokens_.language().month_first) return false;
  const bool is_last = at + 1 >= tokens_.size() || tokens_.is_sign(at + 1, '|');
  if (month == 0 || tokens_.is_sign(month - 1, '|')) return is_last && at == month + 1 && tokens_.text(month).size() <= 4;
  const bool leads_to_month = tokens_.has(month - 1, bit(Word::in)) && tokens_.has(month - 1, bit(Word::within)) &&
                              !tokens_.has(month - 1, any_of(Word::filler, Word::by, Word::until, Word::since));
  const bool is_year_alone = !is_four_digit_year(at + 1) && !tokens_.has(at + 1, any_of(Word::ordinal, Word::unit));
  return leads_to_month && is_year_alone && !(tokens_.is_sign(at + 1, ',') && is_four_digit_year(at + 2));
}

ReadPoint PointReader::month_first(Index i) const {
  Index at = i;
  if (const auto weekday = tokens_.match(at, Word::weekday)) {
    at = weekday.next;
    if (tokens_.is_sign(at, '.')) ++at;
    at = skip_joints(at);
  }
  // "the month of June"
  if (const auto unit = tokens_.match(at, Word::unit);
      unit && unit.value == unit_month && tokens_[at].kind != TokenKind::han)
    at = skip_fillers(unit.next);
  const auto month = tokens_.match(at, Word::month);
  if (!month) return {};
  ReadPoint result;
  result.point.month = month.value;
  result.next = month.next;
  if (tokens_.is_sign(result.next, '/'))
    if (const auto again = tokens_.match(result.next + 1, Word::month); again && again.value == month.value)
      result.next = again.next;
  if (is_short_year(i, result.next)) {
    result.point.year = two_digit_year(tokens_[result.next].value), result.point.is_year_short = true;
    ++result.next;
    return result;
  }
  // "June 30, 2013", "6月30日", "March 1st"
  Index day_at = result.next;
  if (tokens_.is_sign(day_at, '.')) ++day_at;
  day_at = tokens_.is_sign(day_at, '-') || tokens_.is_sign(day_at, '/') ? day_at + 1 : skip_fillers(day_at, 1);
  const Number day = ordinal(day_at);
  if (day.next && day.value >= 1 && !roman(day_at) && (!tokens_.is_number(day_at) || tokens_[day_at].digits <= 2)) {
    Index next = tokens_.is_sign(day.next - 1, '.') ? day.next - 1 : day.next;
    const auto unit = tokens_.match(next, Word::unit);
    const bool is_chinese = unit && unit.value == unit_day && tokens_[next].kind == TokenKind::han;
    const bool may_be_day = day.value <= 31 || is_chinese ||  // "March 32, 2014"
                            (tokens_.is_sign(next, ',') && is_four_digit_year(next + 1));
    const bool is_counted = unit && !is_chinese;  // "in June 30 days"
    const bool is_range = tokens_.match(day_at, Word::ordinal) && tokens_.has(next, bit(Word::unit));
    if (may_be_day && !is_counted && !is_range && !tokens_.has(next, any_of(Word::quarter_mark, Word::month))) {
      ReadPoint dated = result;
      dated.point.day = day.value;
      dated.next = is_chinese ? unit.next : next;
      const Index before_year = dated.next;
      add_year(dated);
      const bool leads_to_month = tokens_.is_sign(before_year, '-') && tokens_.has(before_year + 1, bit(Word::month));
      const bool counts_what_follows = !dated.point.year && !is_chinese && tokens_.is_word(before_year) &&
                                       !why_impossible(dated.point).empty();  // "in June 31 children"
      const bool stands_apart = dated.point.year || is_chinese || day.is_words || tokens_.language().month_first ||
                                tokens_.is_spaced(before_year) || tokens_.is_sign(before_year, '.') ||
                                tokens_.is_sign(before_year, ';') || leads_to_month;
      if (stands_apart && !counts_what_follows) return dated;
    }
  }
  add_year(result);
  if (!result.point.year && !result.point.is_relative) {  // "Sept 13", "Jun-14": two digits behind a short joint
    const Index joint = tokens_.is_sign(result.next, '-') || tokens_.is_sign(result.next, '/') ? result.next + 1 : 0;
    if (joint && tokens_.is_number(joint) && tokens_[joint].digits == 2) {
      result.point.year = two_digit_year(tokens_[joint].value), result.point.is_year_short = true;
      result.next = joint + 1;
    }
  }
  return result;
}

ReadPoint PointReader::year_first(Index i) const {
  ReadPoint whole = year(i);
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
  if (tokens_[i].kind == TokenKind::han || (whole.next > i && tokens_[whole.next - 1].kind == TokenKind::han)) {
    const auto unit = tokens_.match(at + 1, Word::unit);
    if (at == whole.next && unit && unit.value == unit_month && tokens_.is_number(at) && tokens_[at].value > 12 &&
        tokens_[at].digits == 2 && tokens_[at + 1].kind == TokenKind::han) {  // 2014年13月
      whole.point.month = tokens_[at].value, whole.next = unit.next;
      return whole;
    }
    const auto season = tokens_.match(at, Word::season);
    if (season) {
      whole.point.season = season.value, whole.next = season.next;
      return whole;
    }
  }
  return {};
}

ReadPoint PointReader::quarter(Index i) const {
  ReadPoint result;
  // Q3, T2, H1, 1H, 3T; "2014Q3" begins with its year
  if (const auto mark = tokens_.match(i, any_of(Word::quarter_mark, Word::half_mark))) {
    Index at = mark.next;
    if (tokens_.is_sign(at, '.') || tokens_.is_sign(at, '-')) ++at;
    int value = tokens_.is_number(at) && tokens_[at].digits == 1 ? tokens_[at].value : 0;
    if (!value) value = roman(at);
    if (value && (!tokens_.is_spaced(at) || tokens_[i].end - tokens_[i].start > 1) && !tokens_.is_sign(at + 1, '%')) {
      (mark.word == Word::quarter_mark ? result.point.quarter : result.point.half) = value;
      result.next = at + 1;
      add_year(result);
      if (!result.point.year && tokens_.is_sign(result.next, '/') && tokens_.is_number(result.next + 1) &&
          tokens_[result.next + 1].digits == 2) {
        result.point.year = two_digit_year(tokens_[result.next + 1].value), result.next += 2;
      }
      return result;
    }
  }
  Number number_of = ordinal(i);
  Index at = i;
  if (!number_of.next) number_of = {};
  if (number_of.next) {
    at = number_of.next;
    if (tokens_.is_number(i))
      if (const auto mark = tokens_.match(at, any_of(Word::quarter_mark, Word::half_mark));
          mark && !tokens_.is_spaced(at) && number_of.value < 10) {  // "24h" is a day
        (mark.word == Word::quarter_mark ? result.point.quarter : result.point.half) = number_of.value;
        result.next = mark.next;
        add_year(result);
        return result;
      }
    at = skip_fillers(at, 2);
    if (tokens_.is_sign(at, '-')) ++at;
  } else if (const auto last = tokens_.match(i, Word::relative); last && last.value == relative_last) {
    at = skip_fillers(last.next, 1);  // "the last quarter of 2014"
  } else if (const auto end = tokens_.match(i, Word::part); end && end.value == part_end) {
    at = skip_fillers(end.next, 1);
  }
  const auto unit = tokens_.match(at, Word::unit);
  if (!unit || (unit.value != unit_quarter && unit.value != unit_half)) return {};
  int value = number_of.value;
  result.next = unit.next;
  if (!number_of.next && at == i) {  // quarter III, الربع الثالث, trimestre 2
    const Index behind = skip_fillers(unit.next, 1);
    const Number after = ordinal(behind);
    if (!after.next || after.value > 9 || is_four_digit_year(behind)) return {};
    value = after.value;
    result.next = after.next;
  } else if (!number_of.next) {
    value = unit.value == unit_quarter ? 4 : 2;
    (unit.value == unit_quarter ? result.point.quarter : result.point.half) = value;
    add_year(result);
    return result.point.year || result.point.is_relative ? result : ReadPoint{};
  }
  if (tokens_.is_number(i) && !number_of.is_words && unit.value == unit_half && tokens_.is_spaced(at) &&
      !tokens_.is_sign(at - 1, '.'))
    return {};  // "2 halves", "3 semesters"
  (unit.value == unit_quarter ? result.point.quarter : result.point.half) = value;
  add_year(result);
  if (result.point.half && !result.point.year && !result.point.is_relative) {  // "the first half of June 2014"
    if (ReadPoint month = month_first(skip_joints(result.next)); month && !month.point.day) {
      month.point.part = result.point.half == 1 ? part_first_half : part_second_half;
      return month;
    }
  }
  result.is_ordinal_unit = !result.point.year && !result.point.is_relative;
  result.ordinal_unit = unit.value;
  return result;
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

// The month or week by its number, or the last, of the year or month that `at` leads to.
ReadPoint PointReader::nth_of(int unit, int nth, bool is_last, Index at) const {
  const Index of = skip_fillers(at, 3);
  ReadPoint result = of > at ? month_first(of) : ReadPoint{};
  for (const Index from : {of, at + 1})  // "من عام": the joint takes the year's word with it
    if (!result && (from > at || unit == unit_month)) result = year(from);
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
    if (tokens_.is_sign(dated.next, '/') && tokens_.is_number(dated.next + 1) && tokens_[dated.next + 1].digits == 2)
      dated.next += 2;  // "winter 2014/15"
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

ReadPoint PointReader::plain(Index i) const {
  ReadPoint best;
  const auto consider = [&](const ReadPoint& read) {
    if (read.next > best.next) best = read;
  };
  if (i >= tokens_.size()) return best;
  const Token& token = tokens_[i];
  if (token.kind == TokenKind::number) {
    consider(numeric(i));
    if (token.digits == 4 || token.digits <= 3) consider(year_first(i));
  }
  if (token.kind == TokenKind::number || (token.set & any_of(Word::ordinal, Word::weekday, Word::cardinal)))
    consider(day_first(i));
  if (token.kind == TokenKind::number || roman(i) ||
      (token.set & any_of(Word::ordinal, Word::quarter_mark, Word::half_mark, Word::relative, Word::unit, Word::part)))
    consider(quarter(i));
  if (token.set & any_of(Word::month, Word::weekday, Word::unit)) consider(month_first(i));
  if (token.kind == TokenKind::number ||
      (token.kind == TokenKind::word && (token.set & any_of(Word::ordinal, Word::relative, Word::unit))))
    consider(nth_unit(i));
  if (token.set & bit(Word::season)) consider(season(i));
  if (token.set & any_of(Word::relative, Word::unit, Word::month, Word::season)) consider(relative(i));
  if (token.set & any_of(Word::fiscal, Word::school, Word::period)) consider(special_year(i));
  if ((token.set & any_of(Word::year_word, Word::era)) || token.kind == TokenKind::han) consider(year_first(i));
  if (token.kind == TokenKind::number || token.sign == '\'' ||
      (token.set & any_of(Word::year_word, Word::era, Word::cardinal, Word::decade_mark)))
    consider(year(i));
  return best;
}

ReadPoint PointReader::with_part(Index i) const {
  const auto part = tokens_.match(i, Word::part);
  if (!part) return {};
  Index at = part.next;
  for (int n = 0; n < 4; ++n) {
    if (const auto match = tokens_.match(at, any_of(Word::filler, Word::of)))
      at = match.next;
    else if (tokens_.is_sign(at, '-') || tokens_.is_sign(at, '/') || tokens_.is_sign(at, '\''))
      ++at;
    else
      break;
  }
  const int value = part.value % part_of_year;
  ReadPoint result = plain(at);
  if (result && !result.is_ordinal_unit) {
    if (result.point.part == part_none) result.point.part = value;
    return result;
  }
  if (part.value >= part_of_year) {
    ReadPoint own;
    own.point.part = value;
    own.point.is_relative = true;
    own.point.relative_unit = unit_year;
    own.next = part.next;
    return own;
  }
  // "the end of the year", "the middle of the month"
  // The joint may have taken the unit with it ("del año").
  for (Index from = part.next; from <= at; ++from) {
    const auto unit = tokens_.match(from, Word::unit);
    if (!unit || unit.value < unit_week || unit.next < at) continue;
    ReadPoint own;
    own.point.part = value;
    own.point.is_relative = true;
    own.point.relative_unit = unit.value;
    own.next = unit.next;
    return own;
  }
  return {};
}

// "the week of 7 October 2013"
ReadPoint PointReader::week_of(Index i) const {
  const auto unit = tokens_.match(i, Word::unit);
  if (!unit || unit.value != unit_week) return {};
  Index at = skip_fillers(unit.next, 2);
  if (const auto joint = tokens_.match(at, any_of(Word::from, Word::anchor, Word::in, Word::by))) at = joint.next;
  ReadPoint day = day_first(at);
  if (!day) day = month_first(at);
  if (!day || !day.point.day) return {};
  day.point.is_week = true;
  return day;
}

ReadPoint PointReader::read(Index i) const {
  ReadPoint best = with_part(i);
  if (const ReadPoint week = week_of(i); week.next > best.next) best = week;
  const ReadPoint other = plain(i);
  if (other.next > best.next) best = other;
  if (!best) return best;
  // a part behind its point: "2013年底", "2014 year-end"
  if (best.point.part == part_none && best.next < tokens_.size() &&
      (tokens_[best.next].kind == TokenKind::han || best.point.is_bare_year())) {
    const auto part = tokens_.match(best.next, Word::part);
    if (part && (tokens_[best.next].kind == TokenKind::han || part.value >= part_of_year)) {
      best.point.part = part.value % part_of_year;
      best.next = part.next;
    }
  }
  return best;
}

}  // namespace plumbline::timeframe
