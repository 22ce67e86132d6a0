// Which of two headings stands under the other.
#include "rules/segment/heading_rank.h"

#include "extractor/unicode/normalize.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cctype>
#include <span>
#include <string>

namespace plumbline {

namespace {

constexpr float least_size_step = 0.6f;  // points: smaller differences come from rounding

std::size_t roman_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && length < 5 && std::string_view("IVXivx").find(text[length]) != std::string_view::npos)
    ++length;
  return length;
}

struct Digits {
  int count = 0;
  std::size_t bytes = 0;
};

// Of any script.
Digits digits_at(std::string_view text, std::size_t at) {
  Digits digits;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (auto i = static_cast<std::int32_t>(at); i < static_cast<std::int32_t>(text.size()); ++digits.count) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, static_cast<std::int32_t>(text.size()), c);
    if (!u_isdigit(c)) break;
    digits.bytes = static_cast<std::size_t>(i) - at;
  }
  return digits;
}

bool is_part_of_number(const Digits& digits) {
  return digits.count > 0 && digits.count <= 2;
}

bool is_mark(char c) {
  return c == '.' || c == ')' || c == ':' || c == '-';
}

// Digits, Roman numerals or a letter with signs around them: "2.1 ", "IV. ", "(a) ".
Enumeration numeral_enumeration(std::string_view text) {
  std::size_t at = text.starts_with('(') ? 1 : 0;
  if (text.starts_with(". ")) at = 2;  // ". 2.1": a number read from right to left
  int depth = 0;
  bool is_digit = false, is_small = false;
  if (const Digits digits = digits_at(text, at); is_part_of_number(digits)) {
    at += digits.bytes;
    is_digit = true;
    for (depth = 1; at + 1 < text.size() && text[at] == '.' && is_part_of_number(digits_at(text, at + 1)); ++depth)
      at += 1 + digits_at(text, at + 1).bytes;
  } else if (const std::size_t roman = roman_length(text.substr(at)); roman > 0) {
    at += roman;
    depth = 1;
  } else if (at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0) {
    is_small = std::islower(static_cast<unsigned char>(text[at])) != 0;
    at += 1;
    depth = 1;
  }
  if (depth == 0 || at >= text.size()) return {};
  if (is_small && text[at] != ')') return {};
  std::size_t blanks = at;
  while (blanks < text.size() && text[blanks] == ' ')
    ++blanks;
  if (blanks < text.size() && is_mark(text[blanks])) at = blanks;
  const bool is_marked = is_mark(text[at]) || text.starts_with(". ");
  while (at < text.size() && is_mark(text[at]))
    ++at;
  const bool is_apart = at < text.size() && text[at] == ' ';
  while (at < text.size() && text[at] == ' ')
    ++at;
  if (at >= text.size() || digits_at(text, at).count > 0) return {};
  const bool is_title = is_digit && std::isupper(static_cast<unsigned char>(text[at])) != 0;  // "1 Introduction"
  if (!is_marked && !(is_apart && (depth >= 2 || is_title))) return {};
  return {at, depth};
}

std::size_t prefix_length(std::string_view text, std::span<const std::string_view> prefixes) {
  for (const std::string_view prefix : prefixes)
    if (text.starts_with(prefix)) return prefix.size();
  return 0;
}

constexpr std::string_view han_numbers[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
constexpr std::string_view han_marks[] = {"、", "．", ".", "，", "：", "）", ")"};
constexpr std::string_view han_units[] = {"部分", "章", "节", "篇"};
constexpr std::string_view arabic_ordinals[] = {"أولا",  "اولا",  "ثانيا", "ثالثا", "رابعا", "خامسا",
                                                "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"};
constexpr std::string_view arabic_definite_ordinals[] = {"الأول",  "الاول",  "الأولى", "الثاني", "الثانية",
                                                         "الثالث", "الرابع", "الخامس", "السادس", "السابع",
                                                         "الثامن", "التاسع", "العاشر"};
constexpr std::string_view after_arabic[] = {"ً", " ", ":", "-", "–", ".", "،", ")"};

// "一、", "（二）", "第三章 ".
Enumeration han_enumeration(std::string_view text) {
  constexpr std::string_view brackets[] = {"（", "("}, ordinal[] = {"第"};
  std::size_t at = prefix_length(text, brackets);
  const bool is_bracketed = at > 0;
  const bool is_ordinal = !is_bracketed && (at = prefix_length(text, ordinal)) > 0;
  const std::size_t numeral = at;
  while (const std::size_t length = prefix_length(text.substr(at), han_numbers))
    at += length;
  if (at == numeral) return {};
  const std::size_t mark = prefix_length(text.substr(at), is_ordinal ? std::span<const std::string_view>(han_units)
                                                                     : std::span<const std::string_view>(han_marks));
  if (mark == 0) return {};
  at += mark;
  while (at < text.size() && (text[at] == ' ' || text[at] == ':'))
    ++at;
  return at < text.size() ? Enumeration{at, is_bracketed ? 2 : 1} : Enumeration{};
}

// "أولا: ".
Enumeration arabic_enumeration(std::string_view text) {
  std::size_t at = prefix_length(text, arabic_ordinals);
  if (at == 0) return {};
  const std::size_t word = at;
  while (const std::size_t length = prefix_length(text.substr(at), after_arabic))
    at += length;
  return at > word && at < text.size() ? Enumeration{at, 1} : Enumeration{};
}

// As fold() gives them.
constexpr std::string_view divisions[] = {"chapter", "part",    "section", "chapitre", "partie", "capitulo",
                                          "parte",   "seccion", "titulo",  "titre",    "глава",  "раздел",
                                          "часть",   "الفصل",   "القسم",   "الجزء",    "الباب",  "المحور"};

// "الأول: " behind the name of a division.
Enumeration definite_ordinal(std::string_view text) {
  const std::size_t ordinal = prefix_length(text, arabic_definite_ordinals);
  std::size_t at = ordinal;
  while (const std::size_t length = at == 0 ? 0 : prefix_length(text.substr(at), after_arabic))
    at += length;
  return at > ordinal && at < text.size() ? Enumeration{at, 1} : Enumeration{};
}

// "Chapter 2. Aims", "PART A - AIMS", "Глава III. Цели": the word, its number, and a sign or the end of a short word.
Enumeration named_enumeration(std::string_view text) {
  const auto blank = text.find(' ');
  if (blank == text.npos || blank > 24) return {};
  Enumeration rest = numeral_enumeration(text.substr(blank + 1));
  if (rest.length == 0) rest = definite_ordinal(text.substr(blank + 1));
  if (rest.length == 0) return {};
  const std::string word = fold(text.substr(0, blank));
  const bool is_division = std::find(std::begin(divisions), std::end(divisions), word) != std::end(divisions);
  return is_division ? Enumeration{blank + 1 + rest.length, rest.depth, true} : Enumeration{};
}

}  // namespace

Enumeration enumeration_of(std::string_view text) {
  if (const Enumeration found = numeral_enumeration(text); found.length > 0) return found;
  if (const Enumeration found = han_enumeration(text); found.length > 0) return found;
  if (const Enumeration found = arabic_enumeration(text); found.length > 0) return found;
  return named_enumeration(text);
}

bool is_all_capitals(std::string_view text) {
  int capitals = 0, small = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(text.size());) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, static_cast<std::int32_t>(text.size()), c);
    capitals += u_isupper(c) != 0;
    small += u_islower(c) != 0;
  }
  return capitals > 2 && small == 0;
}

HeadingRank rank_of(const Document& document, std::uint32_t line) {
  const Line& at = document.lines[line];
  HeadingRank rank;
  const Enumeration numbering = enumeration_of(document.text_of(at));
  rank.depth = numbering.depth;
  rank.is_division = numbering.is_division;
  rank.level = at.block == no_index ? 0 : document.blocks[at.block].level;
  rank.size = at.style.size;
  rank.is_bold = at.style.bold;
  rank.is_capitals = is_all_capitals(document.text_of(at));
  return rank;
}

bool stands_under(const HeadingRank& heading, const HeadingRank& above) {
  if (heading.size > above.size + least_size_step) return false;
  if (heading.is_division != above.is_division) return above.is_division;
  if (heading.depth > 0 && above.depth > 0) return heading.depth > above.depth;
  if (heading.size + least_size_step < above.size) return true;
  if (heading.level > 0 && above.level > 0 && heading.level != above.level) return heading.level > above.level;
  if ((heading.depth > 0) != (above.depth > 0)) return above.depth > 0 || !heading.is_capitals;
  if (heading.is_capitals != above.is_capitals) return above.is_capitals;
  return above.is_bold && !heading.is_bold;
}

}  // namespace plumbline
