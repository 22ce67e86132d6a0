// Reads a language's table, and says where it is wrong.
#include "rules/timeframe/language.h"

#include "rules/file_text.h"
#include "rules/timeframe/fold.h"
#include "rules/timeframe/month_names.h"
#include "rules/timeframe/value_names.h"
#include "rules/toml/known_table.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

namespace plumbline::timeframe {

namespace {

constexpr std::string_view known_keys[] = {"language",
                                           "name",
                                           "locales",
                                           "capital",
                                           "proclitics",
                                           "article",
                                           "participle_suffixes",
                                           "participle_prefixes",
                                           "plural_suffixes",
                                           "predicate_suffixes",
                                           "determiners",
                                           "infinitive_suffixes",
                                           "document_suffixes",
                                           "not_participles",
                                           "past_suffixes",
                                           "progressive_suffixes",
                                           "not_pasts",
                                           "future_suffixes",
                                           "not_futures",
                                           "compound_numbers",
                                           "before_includes",
                                           "school_year",
                                           "fiscal_first_month",
                                           "nouns_are_capital",
                                           "participle_follows",
                                           "year_needs_no_cue",
                                           "month_first",
                                           "adjective_follows",
                                           "attribute_mark",
                                           "negation",
                                           "not_past_prefixes",
                                           "year_precedes_noun",
                                           "words",
                                           "values",
                                           "examples"};

class TableReader {
 public:
  TableReader(std::string path, Language& language) : path_(std::move(path)), language_(language) {}

  void read(TomlLines lines) {
    toml::table table;
    try {
      const auto text = text_of_file(path_);
      if (!text) throw LanguageError(path_ + ": cannot be read; expected the words of a language");
      auto known = lines == TomlLines::needed ? std::nullopt : known_table(*text);
      table = known ? std::move(*known) : toml::parse(*text, path_);
    } catch (const toml::parse_error& error) {
      throw LanguageError(place(error.source().begin.line) + ": " + std::string(error.description()));
    }
    for (const auto& [key, node] : table)
      if (std::find(std::begin(known_keys), std::end(known_keys), key.str()) == std::end(known_keys))
        fail(node, std::string(key.str()), "no such key; see docs/timeframes.md");
    read_habits(table);
    if (const toml::table* words = table["words"].as_table()) read_words(*words);
    if (const toml::table* values = table["values"].as_table()) read_values(*values);
    std::vector<std::string> capital;
    for (const std::string& name : strings(table, "capital"))
      capital.push_back(fold_word(name));
    add_month_names(strings(table, "locales"), capital, language_.lexicon);
    language_.lexicon.finish();
    if (const toml::node* list = table.get("examples")) read_examples(*list);
  }

 private:
  std::string place(toml::source_index line) const { return path_ + ":" + std::to_string(line); }
  [[noreturn]] void fail(const toml::node& node, const std::string& key, const std::string& what) const {
    throw LanguageError(place(node.source().begin.line) + ": " + key + ": " + what);
  }

  std::string text(const toml::table& table, std::string_view key, const std::string& where) const {
    const toml::node* node = table.get(key);
    if (!node) return {};
    const auto value = node->value<std::string>();
    if (!value) fail(*node, where + std::string(key), "a text was expected");
    return *value;
  }

  std::vector<std::string> list(const toml::node& node, const std::string& where) const {
    const toml::array* array = node.as_array();
    if (!array) fail(node, where, "a list of words was expected");
    std::vector<std::string> result;
    for (const toml::node& item : *array) {
      const auto value = item.value_exact<std::string>();
      if (!value || value->empty()) fail(item, where, "a word in quotes was expected");
      result.push_back(*value);
    }
    return result;
  }

  std::vector<std::string> strings(const toml::table& table, std::string_view key) const {
    const toml::node* node = table.get(key);
    return node ? list(*node, std::string(key)) : std::vector<std::string>();
  }

  std::vector<std::string> folded(const toml::table& table, std::string_view key) const {
    std::vector<std::string> result = strings(table, key);
    for (std::string& word : result)
      word = fold_word(word);
    std::sort(result.begin(), result.end());
    return result;
  }

  void add_suffixes(const toml::table& table, std::string_view key, Suffixes& to) const {
    for (std::string& suffix : folded(table, key))
      to.add(std::move(suffix));
  }

  template <typename Value>
  void set(const toml::table& table, std::string_view key, Value& to, const char* expected) const {
    const toml::node* node = table.get(key);
    if (!node) return;
    const auto value = node->value_exact<std::conditional_t<std::is_same_v<Value, int>, std::int64_t, Value>>();
    if (!value) fail(*node, std::string(key), expected);
    to = static_cast<Value>(*value);
  }

  void read_habits(const toml::table& table) {
    Language& to = language_;
    to.code = text(table, "language", "");
    to.name = text(table, "name", "");
    if (to.code.empty()) throw LanguageError(place(1) + ": language: a BCP 47 code was expected, as \"en\"");
    to.proclitics = folded(table, "proclitics");
    to.article = fold_word(text(table, "article", ""));
    to.negation = fold_word(text(table, "negation", ""));
    to.attribute_mark = fold_word(text(table, "attribute_mark", ""));
    set(table, "compound_numbers", has_compounds_, "true or false was expected");
    set(table, "nouns_are_capital", to.nouns_are_capital, "true or false was expected");
    set(table, "participle_follows", to.participle_follows, "true or false was expected");
    set(table, "year_needs_no_cue", to.year_needs_no_cue, "true or false was expected");
    set(table, "month_first", to.month_first, "true or false was expected");
    set(table, "adjective_follows", to.adjective_follows, "true or false was expected");
    set(table, "year_precedes_noun", to.year_precedes_noun, "true or false was expected");
    read_verbs(table);
    read_years(table);
  }

  // How its verbs show their tense.
  void read_verbs(const toml::table& table) {
    Language& to = language_;
    add_suffixes(table, "participle_suffixes", to.participle_suffixes);
    to.participle_prefixes = folded(table, "participle_prefixes");
    for (std::string& word : folded(table, "not_participles")) {
      if (word.size() > 1 && word.starts_with('*'))
        to.not_participle_suffixes.add(word.substr(1));
      else
        to.not_participles.push_back(std::move(word));
    }
    to.determiners = folded(table, "determiners");
    add_suffixes(table, "infinitive_suffixes", to.infinitive_suffixes);
    add_suffixes(table, "document_suffixes", to.document_suffixes);
    add_suffixes(table, "plural_suffixes", to.plural_suffixes);
    add_suffixes(table, "predicate_suffixes", to.predicate_suffixes);
    add_suffixes(table, "past_suffixes", to.past_suffixes);
    to.not_pasts = folded(table, "not_pasts");
    to.not_past_prefixes = folded(table, "not_past_prefixes");
    add_suffixes(table, "progressive_suffixes", to.progressive_suffixes);
    add_suffixes(table, "future_suffixes", to.future_suffixes);
    to.not_futures = folded(table, "not_futures");
  }

  // Its school and fiscal years, and what "before" leaves in.
  void read_years(const toml::table& table) {
    Language& to = language_;
    if (const toml::node* includes = table.get("before_includes")) {
      const std::string said = text(table, "before_includes", "");
      if (said != "day" && said != "unit") fail(*includes, "before_includes", "\"day\" or \"unit\" was expected");
      to.before_includes_day = true;
      to.before_includes_unit = said == "unit";
    }
    set(table, "fiscal_first_month", to.fiscal_first_month, "a month from 1 to 12 was expected");
    if (const toml::node* school = table.get("school_year")) {
      const toml::array* months = school->as_array();
      if (!months || months->size() != 2 || !months->get(0)->is_integer() || !months->get(1)->is_integer())
        fail(*school, "school_year", "its first and last month were expected, as [9, 6]");
      to.school_first_month = static_cast<int>(**months->get(0)->as_integer());
      to.school_last_month = static_cast<int>(**months->get(1)->as_integer());
    }
  }

  Word kind(const toml::key& key, const toml::node& node, const std::string& where) const {
    const auto word = word_named(key.str());
    if (!word) fail(node, where + std::string(key.str()), "no such kind of word; see docs/timeframes.md");
    return *word;
  }

  void add(const std::string& phrase, Sense sense) {
    std::string_view written = phrase;
    sense.capital = written.starts_with('^');
    if (sense.capital) written.remove_prefix(1);
    const bool is_prefix = written.ends_with('*');
    if (is_prefix) written.remove_suffix(1);
    fold_text(written, folded_);
    if (is_prefix) folded_.text += '*';
    language_.lexicon.add(folded_.text, sense);
  }

  void read_words(const toml::table& words) {
    for (const auto& [key, node] : words) {
      const Word word = kind(key, node, "words.");
      if (needs_value(word))
        fail(node, "words." + std::string(key.str()),
             "has values: [values." + std::string(key.str()) + "] was expected");
      for (const std::string& phrase : list(node, "words." + std::string(key.str())))
        add(phrase, {word, 0, false});
    }
  }

  void read_values(const toml::table& values) {
    for (const auto& [key, node] : values) {
      const std::string where = "values." + std::string(key.str());
      const Word word = kind(key, node, "values.");
      const toml::table* entries = node.as_table();
      if (!entries) fail(node, where, "a table was expected");
      for (const auto& [name, phrases] : *entries) {
        const int value = value_of(word, name.str(), phrases, where);
        for (const std::string& phrase : list(phrases, where + "." + std::string(name.str()))) {
          add(phrase, {word, value, false});
          if (word == Word::cardinal && has_compounds_ && phrase.find(' ') == phrase.npos)
            language_.number_parts.add(fold_word(phrase), value);
        }
      }
    }
  }

  int value_of(Word word, std::string_view name, const toml::node& node, const std::string& where) const {
    if (const auto known = value_named(word, name)) return *known;
    int value = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value);
    if (!has_value_names(word) && error == std::errc() && end == name.data() + name.size()) return value;
    const std::string expected = has_value_names(word) ? "one of " + list_of_value_names(word) : "a number";
    fail(node, where + "." + std::string(name), expected + " was expected");
  }

  void read_examples(const toml::node& node) {
    const toml::array* examples = node.as_array();
    if (!examples) fail(node, "examples", "[[examples]] was expected");
    for (const toml::node& item : *examples) {
      const toml::table* table = item.as_table();
      if (!table) fail(item, "examples", "a table was expected");
      Example example;
      example.line = static_cast<int>(item.source().begin.line);
      example.text = text(*table, "text", "examples.");
      example.report_date = text(*table, "report_date", "examples.");
      example.status = text(*table, "status", "examples.");
      example.earliest = text(*table, "earliest", "examples.");
      example.latest = text(*table, "latest", "examples.");
      example.timeframe = strings(*table, "timeframe");
      example.other = strings(*table, "other");
      static const std::set<std::string_view> states = {"dated", "recurring", "vague", "ongoing", "none"};
      if (example.text.empty()) fail(item, "examples.text", "a sentence was expected");
      if (!states.count(example.status))
        fail(item, "examples.status", "one of dated, recurring, vague, ongoing, none was expected");
      language_.examples.push_back(std::move(example));
    }
  }

  bool has_compounds_ = false;
  Folded folded_;
  std::string path_;
  Language& language_;
};

}  // namespace

Language read_language(const std::string& path, TomlLines lines) {
  Language language;
  language.file = path;
  TableReader(path, language).read(lines);
  return language;
}

std::vector<std::string> languages_in(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> codes;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".toml") codes.push_back(entry.path().stem().string());
  if (error || codes.empty()) throw LanguageError(folder + ": tables of languages (*.toml) were expected here");
  std::sort(codes.begin(), codes.end());
  return codes;
}

}  // namespace plumbline::timeframe
