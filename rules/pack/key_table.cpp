// What a TOML file may hold.
#include "rules/pack/key_table.h"

#include "rules/pack/phrase_parser.h"
#include "rules/pack/read_pack.h"
#include "rules/timeframe/timeframe.h"

#include <re2/re2.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <stdexcept>

namespace plumbline {

namespace {

constexpr std::int64_t greatest_number = 100000;

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0u);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, change}));
    }
  }
  return row.back();
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names)
    out += (out.empty() ? "\"" : ", \"") + name + "\"";
  return out;
}

std::vector<std::string> names_of(const KeyTable& table) {
  std::vector<std::string> names;
  for (const Key& key : table.keys)
    names.emplace_back(key.name);
  return names;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_language(const std::string& code) {
  static const std::set<std::string, std::less<>> known = [] {
    std::set<std::string, std::less<>> codes;
    for (const char* const* language = uloc_getISOLanguages(); *language; ++language)
      codes.emplace(*language);
    return codes;
  }();
  return known.contains(code.substr(0, code.find('-')));
}

class Checker {
 public:
  Checker(const toml::table& root, const KeyTable& known, const std::string& file)
      : root_(root), known_(known), file_(file) {}

  void run() {
    for (const Key& key : known_.keys)
      if (const toml::node* node = root_.get(key.name); node && key.type == KeyType::languages)
        languages_ = strings(*node, std::string(key.name));
    table(root_, known_, "");
  }

 private:
  [[noreturn]] void fail(const toml::node& at, const std::string& path, const std::string& message) const {
    const auto& source = at.source().path;  // another file where the pack extends one
    throw PackError((source ? *source : file_) + ":" + std::to_string(at.source().begin.line) + ": " + path + ": " +
                    message);
  }

  static std::string below(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : path + "." + std::string(key);
  }

  void table(const toml::table& table, const KeyTable& known, const std::string& path) const {
    for (const auto& [name, node] : table)
      if (!known.find(name.str())) refuse_unknown(node, name.str(), known, below(path, name.str()));
    for (const Key& key : known.keys) {
      const toml::node* node = table.get(key.name);
      const std::string at = below(path, key.name);
      if (node && !key.only.of.empty()) refuse_out_of_place(*node, key, table, known, at);
      if (node)
        value(*node, key, at);
      else if (key.is_required)
        fail(table, at, "is missing; expected " + expected(key));
    }
  }

  [[noreturn]] void refuse_unknown(const toml::node& node, std::string_view name, const KeyTable& known,
                                   const std::string& path) const {
    if (&known != &known_ && known_.find(name))
      fail(node, path, "unknown key; \"" + std::string(name) + "\" stands at the top, before the first [table]");
    const std::vector<std::string> names = names_of(known);
    const std::string near = suggestion(name, names);
    fail(node, path, "unknown key" + (near.empty() ? "; known are " + quoted_list(names) : near));
  }

  void refuse_out_of_place(const toml::node& node, const Key& key, const toml::table& table, const KeyTable& known,
                           const std::string& path) const {
    const Key& other = *known.find(key.only.of);
    const toml::node* given = table.get(other.name);
    const std::string is = given ? given->value<std::string>().value_or("") : other.choices.front();
    if (contains(key.only.is, is) || !contains(other.choices, is)) return;
    fail(node, path,
         "says nothing where " + std::string(other.name) + " is \"" + is + "\"; expected only where it is " +
             quoted_list(key.only.is));
  }

  void value(const toml::node& node, const Key& key, const std::string& path) const {
    switch (key.type) {
      case KeyType::table:
        if (!node.is_table()) fail(node, path, "expected " + expected(key));
        return table(*node.as_table(), *key.below, path);
      case KeyType::tables:
        return tables(node, key, path);
      case KeyType::wordings:
      case KeyType::phrases:
        return wordings(node, key, path);
      case KeyType::choices:
        return choices(node, key, path);
      case KeyType::languages:
        if (languages_.empty()) fail(node, path, "expected at least one language code (BCP 47)");
        for (const std::string& code : languages_)
          if (!is_language(code))
            fail(node, path, "expected language codes (BCP 47), such as \"en\"; got \"" + code + "\"");
        return;
      case KeyType::patterns:
        for (const std::string& text : node.is_string() ? std::vector{text_of(node, key, path)} : strings(node, path))
          if (const RE2 compiled(text, RE2::Quiet); !compiled.ok())
            fail(node, path, "pattern \"" + text + "\": " + compiled.error());
        return;
      case KeyType::texts:
        strings(node, path);
        return;
      default:
        scalar(node, key, path);
    }
  }

  void scalar(const toml::node& node, const Key& key, const std::string& path) const {
    bool is_right = false;
    if (key.type == KeyType::flag) {
      is_right = node.is_boolean();
    } else if (key.type == KeyType::share) {
      const auto number = node.is_number() ? node.value<double>() : std::nullopt;
      is_right = number && *number >= 0 && *number <= 1;
    } else if (key.type == KeyType::number) {
      const auto number = node.value_exact<std::int64_t>();
      is_right = number && *number >= key.least && *number <= greatest_number;
    } else if (key.type == KeyType::day && node.is_date()) {
      is_right = true;
    } else {
      return check_text(text_of(node, key, path), node, key, path);
    }
    if (!is_right) fail(node, path, "expected " + expected(key));
  }

  void check_text(const std::string& text, const toml::node& node, const Key& key, const std::string& path) const {
    const bool is_right = key.type == KeyType::name
                              ? text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == text.npos
                          : key.type == KeyType::day    ? parse_day(text).has_value()
                          : key.type == KeyType::choice ? contains(key.choices, text)
                                                        : true;
    if (!is_right)
      fail(node, path, "expected " + expected(key) + "; got \"" + text + "\"" + suggestion(text, key.choices));
  }

  std::string text_of(const toml::node& node, const Key& key, const std::string& path) const {
    auto text = node.value_exact<std::string>();
    if (!text || text->empty()) fail(node, path, "expected " + expected(key));
    return *std::move(text);
  }

  std::vector<std::string> strings(const toml::node& node, const std::string& path) const {
    const toml::array* array = node.as_array();
    if (!array) fail(node, path, "expected an array of strings, such as ['…', '…']");
    std::vector<std::string> texts;
    for (const toml::node& item : *array) {
      auto text = item.value_exact<std::string>();
      if (!text || text->empty()) fail(item, path, "expected an array of strings only, none empty");
      texts.push_back(*std::move(text));
    }
    return texts;
  }

  const toml::table& table_of(const toml::node& node, const Key& key, const std::string& path) const {
    if (!node.is_table()) fail(node, path, "expected " + expected(key));
    return *node.as_table();
  }

  void wordings(const toml::node& node, const Key& key, const std::string& path) const {
    for (const auto& [language, texts] : table_of(node, key, path)) {
      const std::string at = below(path, language.str());
      const bool is_own = !texts.source().path || *texts.source().path == file_;
      if (is_own && !contains(languages_, language.str()))
        fail(texts, at, "the pack's languages are " + quoted_list(languages_) + "; expected one of these");
      const std::vector<std::string> all = strings(texts, at);
      if (key.type == KeyType::phrases) phrases(all, texts, at);
    }
  }

  void phrases(const std::vector<std::string>& texts, const toml::node& node, const std::string& path) const {
    for (const std::string& text : texts)
      try {
        parse_phrase({text, {}});
      } catch (const std::invalid_argument& error) {
        fail(node, path, error.what());
      }
  }

  void choices(const toml::node& node, const Key& key, const std::string& path) const {
    for (const auto& [name, choice] : table_of(node, key, path))
      check_text(text_of(choice, key, below(path, name.str())), choice,
                 {name.str(), KeyType::choice, false, 0, key.choices}, below(path, name.str()));
  }

  void tables(const toml::node& node, const Key& key, const std::string& path) const {
    const toml::array* array = node.as_array();
    if (!array) fail(node, path, "expected " + expected(key));
    std::set<std::string> seen;
    for (std::size_t i = 0; i < array->size(); ++i) {
      const toml::node& item = (*array)[i];
      const std::string at = path + "[" + std::to_string(i) + "]";
      if (!item.is_table()) fail(item, at, "expected " + expected(key));
      table(*item.as_table(), *key.below, at);
      const toml::node* name = key.identity.empty() ? nullptr : item.as_table()->get(key.identity);
      if (!name) continue;
      const std::string text = name->value<std::string>().value_or(std::to_string(name->value_or(std::int64_t{0})));
      if (!seen.insert(text).second)
        fail(*name, below(at, key.identity), "another [[" + path + "]] has \"" + text + "\" too; expected another one");
    }
  }

  static std::string expected(const Key& key) {
    switch (key.type) {
      case KeyType::text:
        return "a string, not empty";
      case KeyType::name:
        return "small letters, digits and hyphens";
      case KeyType::choice:
      case KeyType::choices:
        return "one of " + quoted_list(key.choices);
      case KeyType::day:
        return "a day as \"YYYY-MM-DD\"";
      case KeyType::flag:
        return "true or false";
      case KeyType::share:
        return "a number from 0 to 1";
      case KeyType::number:
        return "a whole number from " + std::to_string(key.least) + " to " + std::to_string(greatest_number);
      case KeyType::texts:
        return "an array of strings";
      case KeyType::patterns:
        return "a regular expression, or an array of them";
      case KeyType::languages:
        return "an array of language codes (BCP 47)";
      case KeyType::wordings:
      case KeyType::phrases:
        return "a table of languages, each with an array of strings";
      case KeyType::table:
        return "a table ([" + std::string(key.name) + "])";
      case KeyType::tables:
        return "an array of tables ([[" + std::string(key.name) + "]])";
    }
    return "";
  }

  const toml::table& root_;
  const KeyTable& known_;
  const std::string& file_;
  std::vector<std::string> languages_;
};

}  // namespace

const Key* KeyTable::find(std::string_view name) const {
  const auto at = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
  return at == keys.end() ? nullptr : &*at;
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
  const std::string* nearest = nullptr;
  std::size_t least = name.size() / 3 + 2;
  for (const std::string& candidate : known)
    if (const std::size_t distance = edit_distance(name, candidate); distance < least)
      least = distance, nearest = &candidate;
  return nearest ? *nearest : "";
}

std::string suggestion(std::string_view name, const std::vector<std::string>& known) {
  const std::string nearest = nearest_name(name, known);
  return nearest.empty() ? "" : " (did you mean \"" + nearest + "\"?)";
}

void check_keys(const toml::table& root, const KeyTable& known, const std::string& file) {
  Checker(root, known, file).run();
}

}  // namespace plumbline
