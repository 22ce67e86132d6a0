// A submission's texts as words, read once for all checks: which words stand where, and how often.
//
// Flat vectors linked by index. A form is one spelling in one language; what is known of it is worked out once,
// however often it stands there.
#pragma once

#include "rules/report.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

enum class Language : std::uint8_t { unknown, en, fr, es, ru, ar, zh, de, pt, it };
Language language_of(std::string_view tag);  // of a BCP 47 tag

enum class WordKind : std::uint8_t {
  word,       // letters, and digits behind letters ("MD5"); apostrophes and hyphens part words
  number,     // digits with "." and "," between them
  ideograph,  // one Chinese character
  address,    // a web or e-mail address, up to the next blank, without punctuation at its end
  mark,       // any other single character
};

enum class Script : std::uint8_t { none, latin, cyrillic, arabic, other };

struct Form {
  std::string text;         // as written
  std::string folded;       // lower case, without accents
  std::uint32_t lemma = 0;  // equal for the inflections that light stemming brings together
  std::uint32_t root = 0;   // equal for words whose stems begin alike: looser than lemma
  Language language = Language::unknown;
  Script script = Script::none;
  WordKind kind = WordKind::mark;
  std::uint16_t letters = 0, capitals = 0;
  bool is_capitalised = false;
  bool is_function_word = false;  // article, preposition, conjunction, pronoun, auxiliary
  bool stands_small = false;      // the submission writes it in small letters, here or elsewhere
  bool cannot_end = false;        // an article, preposition or conjunction that no sentence ends with
  bool is_all_capitals() const { return letters >= 2 && capitals == letters; }
  bool has_inner_capital() const { return capitals > (is_capitalised ? 1 : 0) && capitals < letters; }
  bool is_content_word() const { return kind == WordKind::word && !is_function_word; }
};

struct Word {
  std::uint32_t start = 0, length = 0;  // bytes of its passage's text
  std::uint32_t form = 0;
  bool space_before = false;
  bool starts_sentence = false;
  std::uint32_t end() const { return start + length; }
};

enum class TextKind : std::uint8_t { title, goal, group_heading, action, loose };

// One passage of the report, or a paragraph that no node claims.
struct Text {
  TextKind kind = TextKind::action;
  std::uint32_t index = 0;          // into Report's targets, goals, groups, actions; Reading::loose
  std::uint32_t target = no_index;  // the target that it stands under
  std::uint32_t first_word = 0, word_count = 0;
  Language language = Language::unknown;
};

struct Reading {
  std::vector<Form> forms;
  std::vector<Word> words;
  std::vector<Text>
      texts;  // in order: each target with its goals and actions; then what stands directly under the report
  std::vector<Passage> loose;
  Language language = Language::unknown;  // of the document

  std::span<const Word> words_of(const Text& text) const {
    return std::span(words).subspan(text.first_word, text.word_count);
  }
  const Form& form_of(const Word& word) const { return forms[word.form]; }
};

// Never fails. Linear in the text.
Reading read(const Document& document, const Report& report);

// Reading of one text alone, as an action; for tests of what rests on a Reading.
Reading read_text(std::string_view text, Language language);

const Passage& passage_of(const Report& report, const Reading& reading, const Text& text);
std::string_view node_of(const Report& report, const Text& text);  // its id; "report" for loose text

}  // namespace plumbline
