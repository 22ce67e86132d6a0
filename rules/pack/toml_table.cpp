// A TOML table whose every key must be known.
#include "rules/pack/toml_table.h"

#include "rules/pack/read_pack.h"

#include <algorithm>
#include <numeric>

namespace plumbline {

namespace {

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

}  // namespace

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
  const std::string* nearest = nullptr;
  std::size_t least = name.size() / 3 + 2;
  for (const std::string& candidate : known)
    if (const std::size_t distance = edit_distance(name, candidate); distance < least)
      least = distance, nearest = &candidate;
  return nearest ? *nearest : "";
}

const toml::node* TomlTable::node(std::string_view key, const char* type) {
  known_.emplace(key);
  if (log_) log_->keys.emplace(below(key), type);
  return table_->get(key);
}

int TomlTable::line(std::string_view key) const {
  const toml::node* at = table_->get(key);
  return static_cast<int>(at ? at->source().begin.line : table_->source().begin.line);
}

void TomlTable::fail(std::string_view key, const std::string& message) const {
  const std::string name = path_.empty() || key.empty() ? path_ + std::string(key) : path_ + "." + std::string(key);
  const toml::node* at = table_->get(key);
  const auto& source = (at ? at->source() : table_->source()).path;  // another file where the pack extends one
  throw PackError((source ? *source : file_) + ":" + std::to_string(line(key)) + ": " + name + ": " + message);
}

std::optional<std::string> TomlTable::text(std::string_view key) {
  const toml::node* at = node(key, "text");
  if (!at) return {};
  if (const auto value = at->value_exact<std::string>()) return *value;
  fail(key, "expected a string");
}

std::string TomlTable::required_text(std::string_view key) {
  if (auto value = text(key); value && !value->empty()) return *value;
  const std::string near = nearest_name(key, keys());
  fail(key, "is missing; expected a string" + (near.empty() || near == key ? "" : " (is \"" + near + "\" meant?)"));
}

std::optional<double> TomlTable::number(std::string_view key) {
  const toml::node* at = node(key, "number");
  if (!at) return {};
  if (const auto value = at->value<double>(); value && !at->is_boolean()) return *value;
  fail(key, "expected a number");
}

std::optional<int> TomlTable::integer(std::string_view key) {
  const toml::node* at = node(key, "integer");
  if (!at) return {};
  if (const auto value = at->value_exact<std::int64_t>(); value && *value >= 0 && *value <= 100000)
    return static_cast<int>(*value);
  fail(key, "expected a whole number from 0 to 100000");
}

bool TomlTable::flag(std::string_view key, bool otherwise) {
  const toml::node* at = node(key, "flag");
  if (!at) return otherwise;
  if (const auto value = at->value_exact<bool>()) return *value;
  fail(key, "expected true or false");
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
  const toml::node* at = node(key, "texts");
  if (!at) return {};
  if (const auto value = at->value_exact<std::string>()) return {*value};
  const toml::array* array = at->as_array();
  if (!array) fail(key, "expected a string or an array of strings");
  std::vector<std::string> values;
  for (const toml::node& item : *array) {
    const auto value = item.value_exact<std::string>();
    if (!value) fail(key, "expected an array of strings only");
    values.push_back(*value);
  }
  return values;
}

std::optional<TomlTable> TomlTable::table(std::string_view key) {
  const toml::node* at = node(key, "table");
  if (!at) return {};
  if (!at->is_table()) fail(key, "expected a table");
  return TomlTable(*at->as_table(), file_, path_.empty() ? std::string(key) : path_ + "." + std::string(key), log_,
                   below(key));
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  const toml::node* at = node(key, "tables");
  std::vector<TomlTable> all;
  if (!at) return all;
  const toml::array* array = at->as_array();
  if (!array) fail(key, "expected an array of tables ([[" + std::string(key) + "]])");
  for (const toml::node& item : *array) {
    if (!item.is_table()) fail(key, "expected an array of tables ([[" + std::string(key) + "]])");
    const std::string name = std::string(key) + "[" + std::to_string(all.size()) + "]";
    all.emplace_back(*item.as_table(), file_, path_.empty() ? name : path_ + "." + name, log_, below(key) + "[]");
  }
  return all;
}

std::string TomlTable::choice(std::string_view key, const std::vector<std::string>& choices,
                              std::string_view otherwise) {
  const auto value = text(key);
  if (!value) return std::string(otherwise);
  if (std::find(choices.begin(), choices.end(), *value) != choices.end()) return *value;
  const std::string nearest = nearest_name(*value, choices);
  fail(key, "expected one of " + quoted_list(choices) + "; got \"" + *value + "\"" +
                (nearest.empty() ? "" : " (did you mean \"" + nearest + "\"?)"));
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::string> all;
  for (const auto& [key, value] : *table_)
    all.emplace_back(key.str());
  return all;
}

void TomlTable::refuse_unknown_keys() const {
  for (const std::string& key : keys()) {
    if (known_.contains(key)) continue;
    const std::string nearest = nearest_name(key, {known_.begin(), known_.end()});
    fail(key, "unknown key" + (nearest.empty() ? "; known are " + quoted_list({known_.begin(), known_.end()})
                                               : " (did you mean \"" + nearest + "\"?)"));
  }
}

}  // namespace plumbline
