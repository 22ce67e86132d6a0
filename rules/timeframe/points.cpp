// Points of the calendar: the longest of what their readers find.
#include "rules/timeframe/points.h"

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

ReadPoint PointReader::plain(Index i) const {
  ReadPoint best;
  const auto consider = [&](const ReadPoint& read) {
    if (read.next > best.next) best = read;
  };
  if (i >= tokens_.size()) return best;
  const Token& token = tokens_[i];
  constexpr WordSet year_starts = any_of(Word::year_word, Word::era, Word::cardinal, Word::decade_mark);
  const bool may_be_year = token.kind == TokenKind::number || token.sign == '\'' || (token.set & year_starts);
  const ReadPoint whole = may_be_year || token.kind == TokenKind::han ? year(i) : ReadPoint{};
  if (token.kind == TokenKind::number) {
    consider(numeric(i));
    if (token.digits <= 4) consider(year_first(i, whole));
  }
  const bool is_short = token.kind == TokenKind::number && token.digits <= 2;
  const bool may_be_day = is_short || (token.set & any_of(Word::ordinal, Word::weekday, Word::cardinal));
  if (may_be_day && tokens_.hold(bit(Word::month))) consider(day_first(i));
  if (is_short || roman(i) ||
      (token.set & any_of(Word::ordinal, Word::quarter_mark, Word::half_mark, Word::relative, Word::unit, Word::part)))
    consider(quarter(i));
  if (token.set & any_of(Word::month, Word::weekday, Word::unit)) consider(month_first(i));
  const bool may_be_nth =
      is_short || (token.kind == TokenKind::word && (token.set & any_of(Word::ordinal, Word::relative, Word::unit)));
  if (may_be_nth && tokens_.hold(bit(Word::unit))) consider(nth_unit(i));
  if (token.set & bit(Word::season)) consider(season(i));
  constexpr WordSet told_apart = any_of(Word::relative, Word::unit, Word::month, Word::season);
  if ((token.set & told_apart) && tokens_.hold(bit(Word::relative))) consider(relative(i));
  if (token.set & any_of(Word::fiscal, Word::school, Word::period)) consider(special_year(i));
  if ((token.set & any_of(Word::year_word, Word::era)) || token.kind == TokenKind::han) consider(year_first(i, whole));
  if (may_be_year) consider(whole);
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
  // "início do ano letivo de 2018", "مطلع العام الدراسي": the part, or the joint, has taken the unit with it
  for (Index from = i + 1; from < at; ++from)
    if (tokens_.match(from, any_of(Word::school, Word::fiscal)).next > at) at = from;
  ReadPoint result = plain(at);
  if (result && !result.is_ordinal_unit) {
    if (result.point.part == part_none) result.point.part = value;
    return result;
  }
  return part_of_this(part, at);
}

// "year-end", "the end of the year", "the middle of the month": of the current one.
ReadPoint PointReader::part_of_this(const Tokens::Match& part, Index at) const {
  ReadPoint own;
  own.point.part = part.value % part_of_year;
  own.point.is_relative = true;
  if (part.value >= part_of_year) {
    own.point.relative_unit = unit_year;
    own.next = part.next;
    return own;
  }
  // The joint may have taken the unit with it ("del año").
  for (Index from = part.next; from <= at; ++from) {
    const auto unit = tokens_.match(from, Word::unit);
    if (!unit || unit.value < unit_week || unit.next < at) continue;
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
  ReadPoint best;
  if (tokens_.has(i, bit(Word::part))) best = with_part(i);
  if (tokens_.has(i, bit(Word::unit)))
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
