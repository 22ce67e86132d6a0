// Typed reading of a TOML table whose keys have been checked (rules/pack/key_table.h), and messages with file, line and
// key. Internal to rules/pack and rules/waivers.
#pragma once

#include "rules/timeframe/timeframe.h"

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string file, std::string path = {})
      : table_(&table), file_(std::move(file)), path_(std::move(path)) {}

  std::optional<std::string> text(std::string_view key) const;
  std::string text(std::string_view key, std::string_view otherwise) const;
  std::optional<double> number(std::string_view key) const;
  std::optional<int> integer(std::string_view key) const;
  std::optional<Day> day(std::string_view key) const;  // a date of TOML, or a string
  bool flag(std::string_view key, bool otherwise) const;
  std::vector<std::string> texts(std::string_view key) const;  // a string is one
  std::optional<TomlTable> table(std::string_view key) const;
  std::vector<TomlTable> tables(std::string_view key) const;
  std::vector<std::string> keys() const;
  const toml::node* node(std::string_view key) const { return table_->get(key); }
  int line(std::string_view key) const;  // 1-based

  // Throws PackError.
  [[noreturn]] void fail(std::string_view key, const std::string& message) const;

 private:
  std::string below(std::string_view key) const {
    return path_.empty() || key.empty() ? path_ + std::string(key) : path_ + "." + std::string(key);
  }

  const toml::table* table_;
  std::string file_, path_;
};

// Throws PackError where it is no TOML.
toml::table parse_toml(std::string_view toml, const std::string& file);

}  // namespace plumbline
