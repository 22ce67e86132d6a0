// What a piece of text looks like, judged by its own letters.
#include "rules/segment/looks.h"

#include "extractor/unicode/normalize.h"
#include "rules/pack/loose_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <string>

namespace plumbline {

namespace {

constexpr std::size_t longest_heading = 120;  // code points
constexpr std::size_t longest_plain_heading = 80;
constexpr std::size_t longest_bare_heading = 45;

template <typename Visit>
void each_code_point(std::string_view text, Visit visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    visit(c);
  }
}

UChar32 first_of(std::string_view text) {
  UChar32 first = 0;
  each_code_point(text.substr(0, 4), [&](UChar32 c) { first = first ? first : c; });
  return first;
}

std::string_view without_closing(std::string_view text) {
  static constexpr std::array<std::string_view, 9> closing = {"\"", "'", ")", "]", "”", "’", "»", " ", "›"};
  for (bool again = true; again && !text.empty();) {
    again = false;
    for (const std::string_view sign : closing)
      if (text.ends_with(sign)) text.remove_suffix(sign.size()), again = true;
  }
  return text;
}

// The share of words of four letters and more that begin with a capital.
double capitalised_share(std::string_view text) {
  int words = 0, capitals = 0, letters = 0;
  UChar32 first = 0;
  const auto end_word = [&] {
    if (letters >= 4) ++words, capitals += !u_islower(first);
    letters = 0;
  };
  each_code_point(text, [&](UChar32 c) {
    if (!u_isalpha(c)) return end_word();
    if (letters++ == 0) first = c;
  });
  end_word();
  return words == 0 ? 0 : static_cast<double>(capitals) / words;
}

bool holds_bare_year(std::string_view text) {
  int digits = 0;
  bool found = false, in_brackets = false;
  each_code_point(text, [&](UChar32 c) {
    if (c == '(') in_brackets = true;
    if (u_isdigit(c))
      ++digits;
    else
      digits = 0;
    found |= digits == 4 && !in_brackets;
    if (c == ')') in_brackets = false;
  });
  return found;
}

}  // namespace

bool closes_sentence(std::string_view text) {
  text = without_closing(text);
  for (const std::string_view sign : {".", "!", "?", ":", ";", "。", "؟", "！", "？", "…", "；", "："})
    if (text.ends_with(sign)) return true;
  return false;
}

std::size_t find_colon(std::string_view text) {
  return std::min(text.find(':'), text.find("："));
}

bool ends_in_colon(std::string_view text) {
  while (text.ends_with(' '))
    text.remove_suffix(1);
  return text.ends_with(':') || text.ends_with("：");
}

bool begins_small(std::string_view text) {
  return u_islower(first_of(text));
}

bool breaks_off(std::string_view text) {
  if (text.empty() || closes_sentence(text)) return false;
  return true;
}

bool goes_on(std::string_view before, std::string_view next) {
  return breaks_off(before) && begins_small(next);
}

bool looks_like_heading(std::string_view text, HeadingEvidence evidence) {
  const std::size_t length = code_points(text);
  if (length > longest_heading || length < 3 || is_address_only(text)) return false;
  const bool closed = closes_sentence(text) && !ends_in_colon(text);
  if (evidence == HeadingEvidence::style) return !closed || length < longest_plain_heading;
  if (closed || length > longest_plain_heading || begins_small(text) || holds_bare_year(text)) return false;
  if (text.ends_with(',') || ends_in_colon(text)) return false;
  if (evidence == HeadingEvidence::brevity) return length <= longest_bare_heading;
  return evidence == HeadingEvidence::words || capitalised_share(text) >= 0.75;
}

bool looks_like_sentence(std::string_view text) {
  return closes_sentence(text) || code_points(text) > longest_heading;
}

bool looks_like_name(std::string_view text) {
  const std::size_t length = code_points(text);
  if (length < 2 || length > 60 || closes_sentence(text)) return false;
  bool has_digit = false;
  each_code_point(text, [&](UChar32 c) { has_digit |= u_isdigit(c) != 0; });
  while (text.starts_with(' '))
    text.remove_prefix(1);
  return !has_digit && !begins_small(text);
}

bool is_address_only(std::string_view text) {
  const std::string low = loose(text);
  if (low.find(' ') != low.npos) return false;
  return low.starts_with("http://") || low.starts_with("https://") || low.starts_with("www.");
}

bool is_dateline(std::string_view text) {
  constexpr std::size_t most_words = 8, words_of_chinese_date = 6;
  const auto words = loose_words(text);
  const bool is_chinese = text.ends_with("日") && words.size() == words_of_chinese_date;
  const bool has_place = text.find(',') != text.npos || text.find("،") != text.npos;
  if (begins_small(text) || words.size() > most_words || !(is_chinese || has_place)) return false;
  std::size_t years = 0, days = 0;  // and months in digits
  for (const std::string& word : words) {
    if (word.find_first_not_of("0123456789") != word.npos) continue;
    const bool is_year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
    if (!is_year && word.size() > 2) return false;
    ++(is_year ? years : days);
  }
  return years == 1 && (days == 1 || days == 2);
}

bool announces_address(std::string_view text) {
  const std::string low = loose(text);
  return ends_in_colon(low) || low.ends_with(" at") || low.ends_with(" see");
}

}  // namespace plumbline
