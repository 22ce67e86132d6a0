// Numbers of days, months and years in digits, words, ordinals and Roman numerals.
#include "rules/timeframe/points.h"

#include <algorithm>

namespace plumbline::timeframe {

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
      const auto next = tokens_.match(at + 1, Word::cardinal);
      const bool is_and = tokens_.has(at, bit(Word::and_));
      // "اثنين وعشرين": in Arabic the ones come first
      const bool is_tens = next.value >= 20 && next.value < 100 && part < 10 && !tokens_.language().proclitics.empty();
      if (next && (!is_and || !part || part >= 20 || is_tens)) ++at;
    }
  }
  // "две тысячи четырнадцатый год": the last part of a year is an ordinal
  if (total >= 1000 && part % 10 == 0)
    if (const auto last = tokens_.match(end, Word::ordinal); last && last.value > 0 && tokens_.is_word(end))
      part += last.value, end = last.next;
  return end ? Number{total + part, end, true} : Number{};
}

int PointReader::read_roman(Index i) const {
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

}  // namespace plumbline::timeframe
