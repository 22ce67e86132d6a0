// What a TOML file may hold: each key with its type, checked before anything is read.
// Internal to rules/pack and rules/waivers.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

enum class KeyType : std::uint8_t {
  text,       // not empty; several lines are one text
  name,       // of small letters, digits and hyphens
  choice,     // one of `choices`
  day,        // YYYY-MM-DD, as a string or a date of TOML
  flag,       // true, false
  share,      // 0 to 1
  number,     // a whole one, `least` to 100000
  texts,      // an array of texts
  patterns,   // a regular expression (RE2), or an array of them
  languages,  // an array of codes (BCP 47): those that the keys of `wordings` may be
  wordings,   // a table: texts by language
  phrases,    // the same, each a phrase (rules/pack/phrase.h)
  choices,    // a table: one of `choices` for each of its keys
  table,
  tables,  // an array of tables
};

struct KeyTable;

struct Key {
  std::string_view name;
  KeyType type = KeyType::text;
  bool is_required = false;
  int least = 0;
  std::vector<std::string> choices = {};
  const KeyTable* below = nullptr;  // keys of a table, or of each of an array's
  std::string_view identity = {};   // of an array's tables: the key that tells one from another
  // It has a meaning only where the key `of` beside it is one of `is`; where that is absent, it counts as the first of
  // its choices.
  struct Only {
    std::string_view of;
    std::vector<std::string> is;
  } only = {};
};

struct KeyTable {
  std::vector<Key> keys;
  const Key* find(std::string_view name) const;
};

// The known name nearest to `name`, or "" when none is near (edit distance above a third of its length).
std::string nearest_name(std::string_view name, const std::vector<std::string>& known);
// ` (did you mean "…"?)`, or nothing.
std::string suggestion(std::string_view name, const std::vector<std::string>& known);

// Throws PackError on the first key that is unknown, of another type, out of place, or missing, with its file and line,
// what was expected and the nearest known name. `file` is the one whose languages count: of a pack that another one
// extends, phrases may be in more.
void check_keys(const toml::table& root, const KeyTable& known, const std::string& file);

}  // namespace plumbline
