// Where sentences begin and end: one pass over the code points, with what the word before a full stop tells.
#include "extractor/unicode/sentences.h"

#include "extractor/unicode/normalize.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>

namespace plumbline {

namespace {

using Words = std::set<std::string, std::less<>>;

// Before a name: never the end.
const Words& titles() {
  static const Words words = {"dr",  "mr",  "mrs",  "ms",   "prof", "sr",   "sra",    "dra", "mme",  "mlle",
                              "gen", "gov", "sen",  "hon",  "sig",  "dott", "st",     "vs",  "cf",   "vgl",
                              "bzw", "ggf", "sog",  "inkl", "evtl", "ca",   "approx", "e.g", "i.e",  "z.b",
                              "d.h", "u.a", "p.ej", "p.ex", "т.е",  "см",   "им",     "ул",  "акад", "проф",
                              "гл",  "lic", "ing",  "msgr", "mgr",  "ee",   "ff"};
  return words;
}

// Before a number or a Roman numeral: no end; otherwise they are words ("state of the art.").
const Words& references() {
  static const Words words = {
      "no",  "nos", "nr",   "nrs",  "art", "arts", "sec",  "secs", "para", "paras", "fig", "figs", "vol", "vols",
      "ch",  "p",   "pp",   "abs",  "núm", "num",  "nro",  "pág",  "pag",  "págs",  "al",  "стр",  "рис", "ст",
      "п",   "пп",  "гл",   "табл", "res", "doc",  "cap",  "inc",  "jan",  "feb",   "mar", "apr",  "jun", "jul",
      "aug", "sep", "sept", "oct",  "nov", "dec",  "janv", "févr", "juil", "déc",   "ene", "abr",  "ago", "set",
      "dic", "янв", "февр", "апр",  "авг", "сент", "окт",  "нояб", "дек",  "ok",    "okt", "dez",  "mai", "gg"};
  return words;
}

// Short forms that may also end a sentence: only a capital after them is the end.
const Words& sentence_starters() {
  static const Words words = {"the", "this", "these", "those", "it",      "its",   "in",    "a",    "an",
                              "he",  "she",  "they",  "we",    "our",     "as",    "for",   "to",   "on",
                              "at",  "by",   "when",  "after", "however", "since", "while", "such", "under",
                              "all", "each", "there", "el",    "la",      "los",   "las",   "se",   "en",
                              "le",  "les",  "il",    "die",   "der",     "das",   "es",    "o",    "os"};
  return words;
}

struct Point {
  UChar32 c;
  std::uint32_t at;
};

std::vector<Point> points_of(std::string_view text) {
  std::vector<Point> points;
  points.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    const auto at = static_cast<std::uint32_t>(i);
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    points.push_back({c, at});
  }
  return points;
}

bool is_full_stop_of_ideographs(UChar32 c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF61;
}
bool is_strong_end(UChar32 c) {
  return c == '!' || c == '?' || c == 0x061F || c == 0x06D4 || c == 0x0964 || c == 0x2026;
}
bool is_digit(UChar32 c) {
  return u_charType(c) == U_DECIMAL_DIGIT_NUMBER;
}
bool is_ideograph(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);
}

bool is_closer(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || c == '"' || c == '\'' || c == 0x201C;
}

bool is_opener(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION || c == '"' || c == '\'' || c == 0x201E ||
         c == 0xBF || c == 0xA1;
}

class Splitter {
 public:
  Splitter(std::string_view text, std::string_view language)
      : text_(text), points_(points_of(text)), is_german_(language.starts_with("de")) {}

  std::vector<Span> split() {
    std::vector<Span> sentences;
    for (std::size_t i = skip_blanks(0); i < points_.size();) {
      const std::size_t end = end_of_sentence(i);
      std::size_t last = end;
      while (last > i && u_isUWhiteSpace(points_[last - 1].c))
        --last;
      sentences.push_back({points_[i].at, offset(last) - points_[i].at});
      i = skip_blanks(end);
    }
    return sentences;
  }

 private:
  std::uint32_t offset(std::size_t i) const {
    return i < points_.size() ? points_[i].at : static_cast<std::uint32_t>(text_.size());
  }
  UChar32 at(std::size_t i) const { return i < points_.size() ? points_[i].c : 0; }
  std::size_t skip_blanks(std::size_t i) const {
    while (i < points_.size() && u_isUWhiteSpace(points_[i].c))
      ++i;
    return i;
  }

  std::size_t end_of_sentence(std::size_t start) const {
    for (std::size_t i = start; i < points_.size(); ++i) {
      const UChar32 c = points_[i].c;
      if (c != '.' && !is_full_stop_of_ideographs(c) && !is_strong_end(c)) continue;
      std::size_t after = i + 1;
      while (after < points_.size() && (at(after) == c || is_strong_end(at(after)) || is_closer(at(after))))
        ++after;
      if (is_full_stop_of_ideographs(c) || ends_here(start, i, after)) return after;
      i = after - 1;
    }
    return points_.size();
  }

  // The point or mark at `stop` and what closes with it, up to `after`: is it the end of what began at `start`?
  bool ends_here(std::size_t start, std::size_t stop, std::size_t after) const {
    if (after >= points_.size()) return true;
    const bool blank = u_isUWhiteSpace(at(after));
    if (!blank) return is_ideograph(at(after)) && (stop == 0 || !is_digit(at(stop - 1)));
    std::size_t next = skip_blanks(after);
    while (next < points_.size() && is_opener(at(next)))
      ++next;
    if (u_islower(at(next)) || at(next) == ',' || at(next) == ';') return false;
    if (at(stop) != '.' || after > stop + 1) return true;
    return !is_abbreviation(start, stop, next);
  }

  bool is_abbreviation(std::size_t start, std::size_t stop, std::size_t next) const {
    std::size_t first = stop;
    while (first > start && (u_isalnum(at(first - 1)) || u_charType(at(first - 1)) == U_NON_SPACING_MARK ||
                             (at(first - 1) == '.' && first < stop)))
      --first;
    if (first == stop) return false;
    const std::string word = fold(text_.substr(offset(first), offset(stop) - offset(first)));
    const bool opens = first == start || (first == start + 1 && is_opener(at(start)));
    if (opens && stop - first <= 3) return true;  // "1. Improve", "(a. …": a list's marker
    if (titles().contains(word)) return true;
    if (references().contains(word)) return is_digit(at(next)) || is_roman(next);
    if (is_digit(at(first))) return is_german_ && stop - first <= 2 && u_isalpha(at(next));  // "am 3. Mai"
    if (stop - first == 1 || word == "uu") return is_initial(first, next);
    if (word.find('.') != word.npos) return !sentence_starters().contains(word_at(next));  // "U.S. Department"
    return false;
  }

  // "J. Smith", "z. B.", "EE. UU.", "т. е."; but "в 2016 г. Министерство" and "Annex B. The ministry" end.
  bool is_initial(std::size_t first, std::size_t next) const {
    const UChar32 letter = at(first);
    if (!u_isalpha(letter) || is_ideograph(letter)) return false;
    if (u_isupper(letter)) return !sentence_starters().contains(word_at(next));
    const bool is_year = letter == 0x0433 || letter == 0x0434;  // г., д.
    return !is_year && at(next + 1) == '.';
  }

  bool is_roman(std::size_t i) const {
    const std::string word = word_at(i);
    return !word.empty() && word.find_first_not_of("ivxlc") == word.npos && u_isupper(at(i));
  }

  std::string word_at(std::size_t i) const {
    std::size_t end = i;
    while (end < points_.size() && u_isalnum(at(end)))
      ++end;
    return fold(text_.substr(offset(i), offset(end) - offset(i)));
  }

  std::string_view text_;
  std::vector<Point> points_;
  bool is_german_;
};

}  // namespace

std::vector<Span> split_sentences(std::string_view text, std::string_view language) {
  return Splitter(text, language).split();
}

}  // namespace plumbline
