// Points of the calendar that are written in digits: 30/6/14, 2013-06-30, 06/2014, 12-Mar-2014.
#include "rules/timeframe/points.h"

#include <utility>

namespace plumbline::timeframe {

namespace {

bool is_separator(const Tokens& tokens, Index i, char sign) {
  return tokens.is_sign(i, sign) && !tokens.is_spaced(i);
}

bool is_plain_number(const Tokens& tokens, Index i) {
  return tokens.is_number(i) && !tokens[i].is_grouped;
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

// 12-Mar-2014, 2020/Sep/23
ReadPoint PointReader::named_month_between(Index i, char sign) const {
  const auto month = tokens_.match(i + 2, Word::month);
  if (!month) return {};
  const Index joint = month.next + tokens_.is_sign(month.next, '.');
  if (!is_separator(tokens_, joint, sign) || !is_plain_number(tokens_, joint + 1)) return {};
  const Token &first = tokens_[i], &third = tokens_[joint + 1];
  const bool year_leads = first.digits == 4;
  ReadPoint result;
  result.point.month = month.value;
  result.point.year = year_leads ? first.value : third.digits == 4 ? third.value : two_digit_year(third.value);
  result.point.day = year_leads ? third.value : first.value;
  result.point.is_year_short = !year_leads && third.digits != 4;
  if (result.point.day < 1 || result.point.day > 31 || (third.digits != 2 && third.digits != 4 && !year_leads))
    return {};
  result.next = joint + 2;
  return result;
}

// 30/6/14, 2013-06-30, "30. 6. 2014"
ReadPoint PointReader::three_numbers(Index i, char sign, bool is_tight) const {
  const Index second = i + 2, third = i + 4;
  const Token &a = tokens_[i], &b = tokens_[second], &c = tokens_[third];
  const bool goes_on = is_separator(tokens_, third + 1, sign) && sign == '/' && third + 2 < tokens_.size() &&
                       !tokens_.is_spaced(third + 2) && c.digits != 4;
  if (goes_on || b.digits > 2) return {};
  ReadPoint result;
  int year = 0, month = b.value, day = 0;
  if (a.digits == 4 && c.digits <= 2) {
    year = a.value, day = c.value;
  } else if (a.digits <= 2 && (c.digits == 4 || (c.digits == 2 && is_tight))) {
    year = c.digits == 4 ? c.value : two_digit_year(c.value), day = a.value;
    result.point.is_year_short = c.digits == 2;
    const bool is_swapped = (tokens_.language().month_first && day <= 12) || (month > 12 && day <= 12);
    if (is_swapped) std::swap(month, day);
    result.point.order = is_swapped ? Point::Order::month_day : Point::Order::day_month;
  } else {
    return {};
  }
  if (year < 1500 || year > 2199 || day < 1 || month < 1 || month > 31 || day > 31) return {};
  result.point.year = year, result.point.month = month, result.point.day = day;
  result.next = third + 1;
  const bool is_longer_number = sign == '.' && a.digits == 4 && is_separator(tokens_, result.next, '.') &&
                                tokens_.is_number(result.next + 1) && !tokens_.is_spaced(result.next + 1);
  return is_longer_number ? ReadPoint{} : result;
}

// 06/2014, 06.2014, 2014/06, 2014-06; 2013/14 and 2011-12 are two years
ReadPoint PointReader::two_numbers(Index i, char sign) const {
  const Index second = i + 2;
  if (is_separator(tokens_, second + 1, '/') && sign == '/' && second + 2 < tokens_.size() &&
      !tokens_.is_spaced(second + 2))
    return {};
  const Token &a = tokens_[i], &b = tokens_[second];
  const auto is_month = [](const Token& token) { return token.value >= 1 && token.value <= 12; };
  ReadPoint result;
  result.next = second + 1;
  if (is_four_digit_year(second) && is_month(a) && (sign == '-' ? a.digits == 2 : a.digits <= 2)) {
    result.point.month = a.value, result.point.year = b.value;
    return result;
  }
  if (is_four_digit_year(i)) {
    const bool is_month_alone = b.digits == 1 && b.value >= 1 && b.value != (a.value + 1) % 10;  // 2015/3, 2015-3
    const bool is_no_next_year = b.digits == 2 && is_month(b) && (b.value != (a.value + 1) % 100 || sign == '.');
    if (!is_month_alone && !is_no_next_year) return {};
    result.point.year = a.value, result.point.month = b.value;
    return result;
  }
  if (i != 0 || sign != '/' || a.digits != 2 || b.digits != 2 || !is_month(a) || b.value <= 12) return {};
  result.point.month = a.value, result.point.year = two_digit_year(b.value);  // "06/16: …" at the head of a milestone
  return result;
}

ReadPoint PointReader::numeric(Index i) const {
  if (!is_plain_number(tokens_, i) || i + 2 >= tokens_.size() || tokens_[i].digits > 4) return {};
  const char sign = tokens_[i + 1].kind == TokenKind::sign ? tokens_[i + 1].sign : '\0';
  if (sign != '.' && sign != '/' && sign != '-') return {};
  // something that a number or code goes on with is no date: 1.2.3.4, 2011/93/EU
  if (i > 1 && !tokens_.is_spaced(i) && tokens_[i - 1].kind == TokenKind::sign &&
      (tokens_[i - 1].sign == sign || tokens_[i - 1].sign == '.' || tokens_[i - 1].sign == ':') &&
      tokens_.is_number(i - 2) && !tokens_.is_spaced(i - 1))
    return {};
  const Index second = i + 2, third = i + 4;
  const bool is_tight = is_separator(tokens_, i + 1, sign) && !tokens_.is_spaced(second);
  if (!is_tight && sign != '.') return sign == '/' ? spaced_month(i) : ReadPoint{};
  if (is_tight && tokens_.match(second, Word::month)) return named_month_between(i, sign);
  if (!is_plain_number(tokens_, second)) return {};
  const bool has_third = is_plain_number(tokens_, third) && tokens_.is_sign(second + 1, sign) &&
                         (is_tight ? !tokens_.is_spaced(second + 1) && !tokens_.is_spaced(third) : sign == '.');
  if (has_third) return three_numbers(i, sign, is_tight);
  return is_tight ? two_numbers(i, sign) : ReadPoint{};
}

}  // namespace plumbline::timeframe
