// Years: 2014, "the year 2014", FY14, 1435 AH, "the 1990s"; and the year that is said behind a day, month or quarter.
#include "rules/timeframe/points.h"

namespace plumbline::timeframe {

bool PointReader::is_four_digit_year(Index i) const {
  if (!tokens_.is_number(i)) return false;
  const Token& token = tokens_[i];
  if (token.digits != 4 || token.is_grouped || token.value < 1500 || token.value > 2199) return false;
  return !tokens_.is_sign(i + 1, '%');
}

Index PointReader::behind_second_year(Index joint, int first) const {
  if (!tokens_.is_sign(joint, '/') && !tokens_.is_sign(joint, '-')) return 0;
  const Index at = joint + 1;
  if (!tokens_.is_number(at) || tokens_[at].is_grouped) return 0;
  const bool is_next = tokens_[at].digits == 4 ? tokens_[at].value == first + 1
                                               : tokens_[at].digits == 2 && tokens_[at].value == (first + 1) % 100;
  const bool goes_on = (tokens_.is_sign(at + 1, '/') || tokens_.is_sign(at + 1, '-')) && tokens_.is_number(at + 2);
  return is_next && !goes_on ? at + 1 : 0;
}

Index PointReader::skip_to_year(Index i) const {
  for (int n = 0; n < 3; ++n) {
    if (const auto match = tokens_.match(i, any_of(Word::filler, Word::of, Word::year_word)))
      i = match.next;
    else if (tokens_.is_sign(i, '-') || tokens_.is_sign(i, '\''))
      ++i;
    else
      break;
  }
  return i;
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
  at = skip_to_year(at);
  ReadPoint result;
  if (is_four_digit_year(at)) {
    result = year(at);
  } else if (tokens_.is_number(at) && tokens_[at].digits == 2 && !tokens_.is_spaced(at)) {
    result.point.year = two_digit_year(tokens_[at].value);  // FY14
    result.next = at + 1;
  }
  if (!result) return {};
  if (const Index behind = behind_second_year(result.next, result.point.year); behind && kind.word != Word::period)
    result.point.last_year = result.point.year + 1, result.next = behind;
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
  result.next = next;
  add_year_word(result, tokens_[at].kind == TokenKind::han);
  return result;
}

// "2014 года" takes its word with it, "the 2014 school year" its kind; 2013/14 and 2014-2015 as one thing are ranges.
void PointReader::add_year_word(ReadPoint& read, bool is_chinese) const {
  if (const auto word = tokens_.match(read.next, Word::year_word)) {
    const bool is_next_years = is_four_digit_year(word.next) && !is_chinese;
    if (!is_next_years || tokens_[read.next].kind == TokenKind::han) {
      read.has_year_word = true;
      read.next = word.next;
      if (tokens_.is_sign(read.next, '.') && !tokens_.is_spaced(read.next) &&
          tokens_.text_of(word.next - 1, word.next).size() <= 4)
        ++read.next;
    }
  }
  // "the 2014 school year", "the 2014/15 school year", "2014学年"
  const Index second = behind_second_year(read.next, read.point.year);
  const auto kind = tokens_.match(second ? second : read.next, any_of(Word::school, Word::fiscal));
  if (!kind || read.point.is_decade) return;
  if (second) read.point.last_year = read.point.year + 1;
  read.point.is_school = kind.word == Word::school;
  read.point.is_fiscal = kind.word == Word::fiscal;
  read.has_year_word = true;
  read.next = kind.next;
}

void PointReader::add_year(ReadPoint& read) const {
  const auto take_relative = [&](const ReadPoint& with) {
    read.point.is_relative = true, read.point.relative = with.point.relative, read.point.relative_unit = unit_year;
    read.next = with.next;
  };
  const auto relative_year = [&](Index at) {
    const ReadPoint with = relative(at);
    return with && with.point.relative_unit == unit_year ? with : ReadPoint{};
  };
  // "الربع الأول من العام المقبل": the year's own word is among the joints
  if (const auto of = tokens_.match(read.next, Word::of))
    for (const Index at : {read.next + 1, of.next})
      if (const ReadPoint with = relative_year(at); with && at <= of.next) return take_relative(with);
  const Index at = skip_joints(read.next);
  if (const ReadPoint with = special_year(at)) {
    read.point.year = with.point.year, read.point.is_fiscal = with.point.is_fiscal, read.next = with.next;
    return;
  }
  if (const ReadPoint with = year(at)) {
    read.point.year = with.point.year, read.point.era = with.point.era, read.next = with.next;
    return;
  }
  if (const ReadPoint with = relative_year(at)) return take_relative(with);
  if (const auto in = tokens_.match(read.next, Word::in); in && in.value == 0)  // "from April in 2016"
    if (const ReadPoint with = year(in.next); with && !with.point.era && !with.point.is_decade) {
      read.point.year = with.point.year, read.next = with.next;
      return;
    }
  if (at > read.next && tokens_.is_sign(at - 1, '\'') && tokens_.is_number(at) && tokens_[at].digits == 2 &&
      !tokens_.is_spaced(at)) {  // '14
    read.point.year = two_digit_year(tokens_[at].value), read.point.is_year_short = true, read.next = at + 1;
    return;
  }
  if (read.point.day) return;
  if (const auto unit = tokens_.match(at, Word::unit); unit && unit.value == unit_year && at > read.next) {
    read.point.is_relative = true, read.point.relative = relative_this, read.point.relative_unit = unit_year;
    read.next = unit.next;  // "the end of the year"
  }
}

}  // namespace plumbline::timeframe
