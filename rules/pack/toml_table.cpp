// Typed reading of a TOML table whose keys have been checked.
#include "rules/pack/toml_table.h"

#include "rules/pack/read_pack.h"

namespace plumbline {

int TomlTable::line(std::string_view key) const {
  const toml::node* at = table_->get(key);
  return static_cast<int>(at ? at->source().begin.line : table_->source().begin.line);
}

void TomlTable::fail(std::string_view key, const std::string& message) const {
  const toml::node* at = table_->get(key);
  const auto& source = (at ? at->source() : table_->source()).path;  // another file where the pack extends one
  throw PackError((source ? *source : file_) + ":" + std::to_string(line(key)) + ": " + below(key) + ": " + message);
}

std::optional<std::string> TomlTable::text(std::string_view key) const {
  return (*table_)[key].value<std::string>();
}

std::string TomlTable::text(std::string_view key, std::string_view otherwise) const {
  return (*table_)[key].value_or(std::string(otherwise));
}

std::optional<double> TomlTable::number(std::string_view key) const {
  return (*table_)[key].value<double>();
}

std::optional<int> TomlTable::integer(std::string_view key) const {
  return (*table_)[key].value<int>();
}

std::optional<Day> TomlTable::day(std::string_view key) const {
  if (const auto date = (*table_)[key].value<toml::date>())
    return Day{std::chrono::year(date->year), std::chrono::month(date->month), std::chrono::day(date->day)};
  return parse_day(text(key, ""));
}

bool TomlTable::flag(std::string_view key, bool otherwise) const {
  return (*table_)[key].value_or(otherwise);
}

std::vector<std::string> TomlTable::texts(std::string_view key) const {
  const toml::node* at = table_->get(key);
  if (!at) return {};
  if (const auto value = at->value_exact<std::string>()) return {*value};
  std::vector<std::string> values;
  if (const toml::array* array = at->as_array())
    for (const toml::node& item : *array)
      values.push_back(item.value_or(std::string()));
  return values;
}

std::optional<TomlTable> TomlTable::table(std::string_view key) const {
  const toml::table* at = (*table_)[key].as_table();
  if (!at) return {};
  return TomlTable(*at, file_, below(key));
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
  std::vector<TomlTable> all;
  const toml::array* array = (*table_)[key].as_array();
  if (!array) return all;
  for (const toml::node& item : *array)
    if (const toml::table* table = item.as_table())
      all.emplace_back(*table, file_, below(key) + "[" + std::to_string(all.size()) + "]");
  return all;
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::string> all;
  for (const auto& [key, value] : *table_)
    all.emplace_back(key.str());
  return all;
}

toml::table parse_toml(std::string_view toml, const std::string& file) {
  try {
    return toml::parse(toml, file);
  } catch (const toml::parse_error& error) {
    throw PackError(file + ":" + std::to_string(error.source().begin.line) + ": " + std::string(error.description()));
  }
}

}  // namespace plumbline
