// Reading numerals: separators by language, groups parted by blanks, magnitudes, number words.
#include "rules/figures/numerals.h"

#include "rules/figures/cues.h"
#include "rules/figures/number_words.h"
#include "rules/reading/characters.h"

#include <cmath>
#include <string>

namespace plumbline {
namespace {

bool groups_by_point(Language language) {
  return language == Language::fr || language == Language::es || language == Language::ru || language == Language::de ||
         language == Language::pt || language == Language::it;
}

struct Digits {
  std::string whole, fraction;
};

// Parts the separators of one token. Nothing where they are neither groups nor one decimal separator.
std::optional<Digits> part_digits(std::string_view token, Language language) {
  std::string plain;  // ASCII digits, '.' and ','
  for (std::uint32_t i = 0; i < token.size();) {
    const Character character = character_at(token, i);
    const int digit = digit_value(character.code);
    if (digit >= 0)
      plain += static_cast<char>('0' + digit);
    else
      plain += character.code == U'.' || character.code == U'٫' ? (character.code == U'.' ? '.' : 'd')
                                                                : (character.code == U'٬' ? 'g' : ',');
    i += character.length;
  }
  std::vector<std::string> parts(1);
  std::string marks;
  for (const char c : plain) {
    if (c >= '0' && c <= '9') {
      parts.back() += c;
    } else {
      marks += c;
      parts.emplace_back();
    }
  }
  if (marks.empty()) return Digits{plain, ""};
  const auto are_groups = [&](std::size_t from, std::size_t to) {
    if (parts[0].empty() || parts[0].size() > 3 || parts[0][0] == '0') return false;
    for (std::size_t i = from; i <= to; ++i)
      if (parts[i].size() != 3) return false;
    return true;
  };
  const auto join = [&](std::size_t to) {
    std::string whole;
    for (std::size_t i = 0; i <= to; ++i)
      whole += parts[i];
    return whole;
  };
  const char last = marks.back();
  const bool all_alike = marks.find_first_not_of(last) == std::string::npos;
  const std::size_t n = marks.size();
  if (all_alike && n > 1) return are_groups(1, n) ? std::optional(Digits{join(n), ""}) : std::nullopt;
  if (!all_alike) {
    const bool others_alike = marks.find_first_not_of(marks[0]) == n - 1;
    return others_alike && are_groups(1, n - 1) ? std::optional(Digits{join(n - 1), parts[n]}) : std::nullopt;
  }
  if (last == 'd') return Digits{parts[0], parts[1]};
  if (last == 'g') return Digits{join(1), ""};
  const char group_mark = groups_by_point(language) ? '.' : ',';
  if (!are_groups(1, 1)) return Digits{parts[0], parts[1]};
  if (last == group_mark) return Digits{join(1), ""};
  // "1.234" in English is a decimal, but writers carry their own conventions: only "0.123" is sure.
  return std::nullopt;
}

bool is_plain_digits(std::string_view token, std::size_t least, std::size_t most) {
  if (token.size() < least || token.size() > most) return false;
  return token.find_first_not_of("0123456789") == token.npos;
}

std::optional<Numeral> digits_at(const Reading& reading, std::uint32_t at, std::uint32_t end) {
  const Form& first = reading.form_of(reading.words[at]);
  auto digits = part_digits(first.text, first.language);
  if (!digits || digits->whole.size() > 15) return {};
  std::uint32_t next = at + 1;
  const bool may_group = first.language != Language::en && is_plain_digits(first.text, 1, 3) && first.text[0] != '0';
  while (may_group && next < end && reading.words[next].space_before && digits->whole.size() <= 12 &&
         digits->fraction.empty()) {
    const Form& group = reading.form_of(reading.words[next]);
    if (group.kind != WordKind::number || group.text.size() < 3 || !is_plain_digits(group.text.substr(0, 3), 3, 3))
      break;
    if (group.text.size() > 3 && group.text[3] != ',') break;
    digits->whole += group.text.substr(0, 3);
    if (group.text.size() > 4) digits->fraction = group.text.substr(4);
    ++next;
  }
  Numeral result;
  result.value = std::stod(digits->whole + "." + digits->fraction + "0");
  result.decimals = static_cast<int>(digits->fraction.size());
  result.word_end = next;
  return result;
}

// A magnitude behind digits: "1.7 million", "40 тыс.", "1,2 Mio.", "3万".
void apply_magnitude(const Reading& reading, std::uint32_t end, Numeral& numeral) {
  if (numeral.word_end >= end) return;
  const Form& form = reading.form_of(reading.words[numeral.word_end]);
  const double magnitude = magnitude_of(form.language, form.folded);
  if (magnitude == 0) return;
  numeral.value *= magnitude;
  numeral.decimals = 0;
  ++numeral.word_end;
  // The full stop of an abbreviation ("тыс.", "Mio."), not of a sentence.
  if (numeral.word_end + 1 < end && form.text.size() <= 8 &&
      reading.form_of(reading.words[numeral.word_end]).text == "." &&
      !reading.words[numeral.word_end + 1].starts_sentence)
    ++numeral.word_end;
}

struct Sum {
  double total = 0, current = 0;

  bool add(double value) {
    const double rest = std::fmod(current, 100);
    if (value >= 1000) {
      if (total != 0 && value >= last_magnitude) return false;
      last_magnitude = value;
      total += (current == 0 ? 1 : current) * value;
      current = 0;
      return true;
    }
    if (value >= 100) {
      if (value == 100 && current >= 1 && current < 10) {
        current *= 100;
        return true;
      }
      if (current != 0) return false;
      current = value;
      return true;
    }
    if (value == 20 && rest == 4) {  // quatre-vingts
      current += 76;
      return true;
    }
    const bool fits = rest == 0 || (value < 10 && rest >= 20 && std::fmod(rest, 10) == 0) ||
                      (value >= 10 && value < 20 && (rest == 60 || rest == 80));
    if (!fits || (current == 0 && value == 0)) return false;
    current += value;
    return true;
  }

 private:
  double last_magnitude = 0;
};

// Number words in Chinese: 三百二十四, 一千二百.
std::optional<Numeral> ideographs_at(const Reading& reading, std::uint32_t at, std::uint32_t end) {
  double total = 0, section = 0, digit = 0;
  std::uint32_t next = at;
  int digits = 0;
  for (; next < end; ++next) {
    const double value = number_word(Language::zh, reading.form_of(reading.words[next]).folded);
    if (value < 0) break;
    ++digits;
    if (value >= 10000) {
      total = (total + section + digit) * value;
      section = digit = 0;
    } else if (value >= 10) {
      section += (digit == 0 ? 1 : digit) * value;
      digit = 0;
    } else {
      if (digit != 0) return {};  // 二〇一三: a year or a code, digit by digit
      digit = value;
    }
  }
  if (digits == 0) return {};
  return Numeral{total + section + digit, 0, next, true};
}

std::optional<Numeral> words_at(const Reading& reading, std::uint32_t at, std::uint32_t end) {
  const Form& first = reading.form_of(reading.words[at]);
  if (first.kind == WordKind::ideograph) return ideographs_at(reading, at, end);
  if (number_word(first.language, first.folded) < 0) return {};
  Sum sum;
  std::uint32_t next = at;
  double last = 0;
  while (next < end) {
    const Form& form = reading.form_of(reading.words[next]);
    std::uint32_t skip = 0;
    // Behind a first number word: "twenty-four", "one hundred and twelve", "treinta y dos".
    if (next > at) {
      const bool is_hyphen = form.text == "-" && !reading.words[next].space_before;
      const bool joins = cue_at(reading, Cue::joins_numerals, next, end) > 0 &&
                         (last >= 100 || form.language != Language::en) && last >= 20;
      if ((is_hyphen || joins) && next + 1 < end) skip = 1;
    }
    const Form& word = reading.form_of(reading.words[next + skip]);
    const double value = word.kind == WordKind::word ? number_word(word.language, word.folded) : -1;
    if (value < 0 || !sum.add(value)) break;
    last = value;
    next += skip + 1;
  }
  if (next == at) return {};
  return Numeral{sum.total + sum.current, 0, next, true};
}

}  // namespace

std::optional<Numeral> numeral_at(const Reading& reading, std::uint32_t at, std::uint32_t end) {
  const Form& form = reading.form_of(reading.words[at]);
  if (form.kind == WordKind::number) {
    auto result = digits_at(reading, at, end);
    if (result) apply_magnitude(reading, end, *result);
    return result;
  }
  if (form.kind == WordKind::word || form.kind == WordKind::ideograph) return words_at(reading, at, end);
  return {};
}

}  // namespace plumbline
