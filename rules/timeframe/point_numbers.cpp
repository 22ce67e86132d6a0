// Numbers of days, months and years in digits, words, ordinals and Roman numerals.
#include "rules/timeframe/points.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

// Number words, one after the other: "two thousand fourteen", "二〇一四", "十二".
struct NumberWords {
  int total = 0, part = 0;  // `part` below the last thousand
  bool is_positional = true;

  bool add(int value, bool is_han) {  // false: it is no part of the number
    if (value >= 1000) {
      total += std::max(part, 1) * value, part = 0;
    } else if (value == 100 || (value == 10 && is_han)) {
      part = std::max(part, 1) * value;
    } else if (is_han && is_positional && value < 10) {
      part = part * 10 + value;
      return true;
    } else {
      const bool has_ones = part % 10 != 0 && part % 100 < 20;
      if (has_ones && value < 20) return false;
      part += value;
    }
    is_positional = false;
    return true;
  }
};

}  // namespace

PointReader::Number PointReader::number(Index i) const {
  if (tokens_.is_number(i)) {
    if (tokens_[i].is_grouped || tokens_[i].digits > 7) return {};
    return {tokens_[i].value, i + 1, false};
  }
  if (!tokens_.has(i, bit(Word::cardinal))) return {};
  constexpr int most = 8, longest = 9999;
  NumberWords words;
  Index at = i, end = 0;
  for (int n = 0; n < most; ++n) {
    const auto match = tokens_.match(at, Word::cardinal);
    if (!match || !words.add(match.value, tokens_[at].kind == TokenKind::han)) break;
    end = match.next;
    at = skip_number_joint(end, words.part);
  }
  if (words.is_positional && words.part > longest) return {};
  // "две тысячи четырнадцатый год": the last part of a year is an ordinal
  if (words.total >= 1000 && words.part % 10 == 0)
    if (const auto last = tokens_.match(end, Word::ordinal); last && last.value > 0 && tokens_.is_word(end))
      words.part += last.value, end = last.next;
  return end ? Number{words.total + words.part, end, true} : Number{};
}

// "two thousand and fourteen", "twenty-five": over one joint, if a number follows.
Index PointReader::skip_number_joint(Index at, int part) const {
  const bool is_and = tokens_.has(at, bit(Word::and_));
  const auto next = is_and || tokens_.is_sign(at, '-') ? tokens_.match(at + 1, Word::cardinal) : Tokens::Match{};
  // "اثنين وعشرين": in Arabic the ones come first
  const bool is_tens = next.value >= 20 && next.value < 100 && part < 10 && !tokens_.language().proclitics.empty();
  return next && (!is_and || !part || part >= 20 || is_tens) ? at + 1 : at;
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
