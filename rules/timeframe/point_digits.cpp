// Points of the calendar that are written in digits: 30/6/14, 2013-06-30, 06/2014, 12-Mar-2014.
#include "rules/timeframe/points.h"

namespace plumbline::timeframe {

namespace {

bool is_separator(const Tokens& tokens, Index i, char sign) {
  return tokens.is_sign(i, sign) && !tokens.is_spaced(i);
}

}  // namespace

// "06 / 2014", "2014 /06": a blank beside the stroke, and nothing that a number goes on with.
ReadPoint PointReader::spaced_month(Index i) const {
  const Index second = i + 2, behind = i + 3;
  if (!tokens_.is_number(second) || (i > 0 && tokens_.is_sign(i - 1, '/')) || tokens_.is_sign(behind, '/')) return {};
  const bool year_leads = is_four_digit_year(i);
  if (year_leads == is_four_digit_year(second)) return {};
  const Token& month = tokens_[year_leads ? second : i];
  if (month.is_grouped || month.digits > 2 || month.value < 1 || month.value > 12) return {};
  ReadPoint result;
  result.point.year = tokens_[year_leads ? i : second].value, result.point.month = month.value;
  result.next = behind;
  return result;
}

ReadPoint PointReader::numeric(Index i) const {
  const auto plain = [&](Index at) { return tokens_.is_number(at) && !tokens_[at].is_grouped; };
  if (!plain(i) || i + 2 >= tokens_.size() || tokens_[i].digits > 4) return {};
  const Token& first = tokens_[i];
  const char sign = tokens_[i + 1].kind == TokenKind::sign ? tokens_[i + 1].sign : '\0';
  if (sign != '.' && sign != '/' && sign != '-') return {};
  // something that a number or code goes on with is no date: 1.2.3.4, 2011/93/EU
  if (i > 0 && !tokens_.is_spaced(i) && tokens_[i - 1].kind == TokenKind::sign &&
      (tokens_[i - 1].sign == sign || tokens_[i - 1].sign == '.' || tokens_[i - 1].sign == ':') && i > 1 &&
      tokens_.is_number(i - 2) && !tokens_.is_spaced(i - 1))
    return {};
  ReadPoint result;
  const Index second = i + 2;
  const bool tight = is_separator(tokens_, i + 1, sign) && !tokens_.is_spaced(second);
  if (!tight && sign == '/') return spaced_month(i);
  if (!tight && sign != '.') return {};
  // 12-Mar-2014, 2020/Sep/23
  if (const auto month = tokens_.match(second, Word::month); month && tight) {
    Index last = month.next;
    if (tokens_.is_sign(last, '.')) ++last;
    if (!is_separator(tokens_, last, sign) || !plain(last + 1)) return {};
    const Token& third = tokens_[last + 1];
    result.point.month = month.value;
    const bool year_leads = first.digits == 4;
    result.point.year = year_leads ? first.value : third.digits == 4 ? third.value : two_digit_year(third.value);
    result.point.day = year_leads ? third.value : first.value;
    result.point.is_year_short = !year_leads && third.digits != 4;
    if (result.point.day < 1 || result.point.day > 31 || (third.digits != 2 && third.digits != 4 && !year_leads))
      return {};
    result.next = last + 2;
    return result;
  }
  if (!plain(second)) return {};
  const Index third_at = second + 2;
  const bool has_third = plain(third_at) && tokens_.is_sign(second + 1, sign) &&
                         (tight ? !tokens_.is_spaced(second + 1) && !tokens_.is_spaced(third_at) : sign == '.');
  if (has_third) {
    const Token &b = tokens_[second], &c = tokens_[third_at];
    const bool goes_on = is_separator(tokens_, third_at + 1, sign) && sign != '.' && sign != '-' &&
                         third_at + 2 < tokens_.size() && !tokens_.is_spaced(third_at + 2) && !(c.digits == 4);
    if (goes_on || b.digits > 2) return {};
    int year = 0, month = b.value, day = 0;
    if (first.digits == 4 && c.digits <= 2) {
      year = first.value, day = c.value;
    } else if (first.digits <= 2 && (c.digits == 4 || (c.digits == 2 && tight))) {
      year = c.digits == 4 ? c.value : two_digit_year(c.value), day = first.value;
      result.point.is_year_short = c.digits == 2;
      const bool is_swapped = (tokens_.language().month_first && day <= 12) || (month > 12 && day <= 12);
      if (is_swapped) std::swap(month, day);
      result.point.order = is_swapped ? Point::Order::month_day : Point::Order::day_month;
    } else {
      return {};
    }
    if (year < 1500 || year > 2199 || day < 1 || month < 1 || month > 31 || day > 31) return {};
    result.point.year = year, result.point.month = month, result.point.day = day;
    result.next = third_at + 1;
    if (tokens_.is_sign(result.next, '.') && sign == '.' && first.digits == 4 && !tokens_.is_spaced(result.next) &&
        result.next + 1 < tokens_.size() && tokens_.is_number(result.next + 1) && !tokens_.is_spaced(result.next + 1))
      return {};
    return result;
  }
  // 06/2014, 06.2014, 2014/06, 2014-06; 2013/14 and 2011-12 are two years
  const Token& b = tokens_[second];
  const bool ends = !(is_separator(tokens_, second + 1, sign) && sign == '/' && second + 2 < tokens_.size() &&
                      !tokens_.is_spaced(second + 2));
  if (!tight || !ends) return {};
  if (first.digits <= 2 && is_four_digit_year(second) && first.value >= 1 && first.value <= 12 && sign != '-') {
    result.point.month = first.value, result.point.year = b.value;
  } else if (first.digits == 2 && sign == '-' && is_four_digit_year(second) && first.value >= 1 && first.value <= 12) {
    result.point.month = first.value, result.point.year = b.value;
  } else if (is_four_digit_year(i) && b.digits == 1 && b.value >= 1 && b.value != (first.value + 1) % 10) {
    result.point.year = first.value, result.point.month = b.value;  // 2015/3, 2015-3
  } else if (is_four_digit_year(i) && b.digits == 2 && b.value >= 1 && b.value <= 12 &&
             (b.value != (first.value + 1) % 100 || sign == '.')) {
    result.point.year = first.value, result.point.month = b.value;
  } else if (i == 0 && sign == '/' && first.digits == 2 && b.digits == 2 && first.value >= 1 && first.value <= 12 &&
             b.value > 12) {
    result.point.month = first.value, result.point.year = 2000 + b.value;  // "06/16: …" at the head of a milestone
  } else {
    return {};
  }
  result.next = second + 1;
  return result;
}

}  // namespace plumbline::timeframe
