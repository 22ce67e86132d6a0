// What the grammar knows of one language: its words by kind and a few habits. Read from languages/<bcp47>.toml.
#pragma once

#include "rules/timeframe/lexicon.h"
#include "rules/timeframe/number_parts.h"
#include "rules/toml/lines.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::timeframe {

// An example of a table, run as a test. `timeframe` and `other` are the words that are, and are not, the timeframe.
struct Example {
  std::string text, report_date, status;
  std::string earliest, latest;  // ISO 8601; "open"; empty = not looked at
  std::vector<std::string> timeframe, other;
  int line = 0;
};

// Endings of words.
class Suffixes {
 public:
  void add(std::string suffix) {
    const unsigned char last = byte_of(suffix.back());
    list_.insert(list_.begin() + first_[last + 1], std::move(suffix));
    for (std::size_t byte = last + 1; byte < first_.size(); ++byte)
      ++first_[byte];
  }
  bool empty() const { return list_.empty(); }
  // `word` ends with one of them, and at least `stem` bytes stand before it.
  bool end(std::string_view word, std::size_t stem) const {
    const unsigned char last = byte_of(word.back());
    for (std::uint16_t n = first_[last]; n < first_[last + 1]; ++n)
      if (word.size() >= list_[n].size() + stem && std::equal(list_[n].rbegin(), list_[n].rend(), word.rbegin()))
        return true;
    return false;
  }

 private:
  static unsigned char byte_of(char byte) { return static_cast<unsigned char>(byte); }
  std::vector<std::string> list_;           // by their last bytes
  std::array<std::uint16_t, 257> first_{};  // of `list_`, by last byte
};

struct Language {
  std::string code, name, file;
  Lexicon lexicon;
  std::vector<std::string> proclitics;           // folded; written together with the next word (Arabic و ب ل ال)
  std::string article;                           // folded; the last of them: what follows it is one word
  Suffixes participle_suffixes;                  // folded; of past participles ("ed")
  std::vector<std::string> participle_prefixes;  // folded; German "ge": a participle has both
  std::vector<std::string> not_participles;      // folded, sorted
  Suffixes not_participle_suffixes;              // folded; of words that only look like one ("*ité")
  std::vector<std::string> determiners;          // folded, sorted; behind them stands a noun and no participle ("una")
  Suffixes infinitive_suffixes;                  // folded; of a verb that a noun leads to ("meta de reducir")
  Suffixes document_suffixes;                    // folded; of nouns that bear years ("Klimastrategie")
  Suffixes predicate_suffixes;           // folded; of participles that alone say what was done ("завершена")
  Suffixes plural_suffixes;              // folded; of what is counted, where a year may stand before a noun too
  Suffixes past_suffixes;                // folded; of verbs in the past ("aron")
  std::vector<std::string> not_pasts;    // folded, sorted
  Suffixes progressive_suffixes;         // folded; of what is being done ("ando")
  Suffixes future_suffixes;              // folded; of verbs in the future ("ará")
  std::vector<std::string> not_futures;  // folded, sorted
  NumberParts number_parts;              // number words are written together (German, Italian)
  int school_first_month = 9, school_last_month = 6;
  int fiscal_first_month = 1;  // 10: the year before's October
  // "before 31 July", "before July": whether what is named still counts.
  bool before_includes_day = false, before_includes_unit = false;
  bool nouns_are_capital = false;   // German
  bool participle_follows = false;  // it may stand behind its date: "1995 gegründet", "1995年设立"
  bool year_needs_no_cue = false;   // "wird 2014 eingeführt", "2014年将"
  bool year_precedes_noun = false;  // "the 2010 strategy"; elsewhere "la stratégie de 2010"
  bool adjective_follows = false;   // its noun: "le comité permanent"; elsewhere "the permanent committee"
  bool month_first = false;         // 3/4/2014 is 4 March
  std::string negation;             // folded; before a participle: "не"
  std::string attribute_mark;       // folded; stands between a clause and the noun that it describes: Chinese 的
  // Folded; a word behind a relative pronoun ("التي قدمتها") that begins with none of these is a verb of the past.
  std::vector<std::string> not_past_prefixes;
  std::vector<Example> examples;
};

// A table that cannot be used: "languages/xx.toml:12: words.by: a list of words was expected".
struct LanguageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Throws LanguageError. Examples have lines where these are needed.
Language read_language(const std::string& path, TomlLines lines);
// Codes of the tables in `folder` ("ar", "de", …), sorted. Throws LanguageError where there is no such folder.
std::vector<std::string> languages_in(const std::string& folder);

}  // namespace plumbline::timeframe
