// A TOML table whose every key must be known: typed reading with messages that name file, line and key.
// Internal to rules/pack.
#pragma once

#include <toml++/toml.h>

#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// The known name nearest to `name`, or "" when none is near (edit distance above a third of its length).
std::string nearest_name(std::string_view name, const std::vector<std::string>& known);

// Every key that a reader asks for, and what it takes it for: "parts[].kind" -> "text".
struct KeyLog {
  std::map<std::string, std::string, std::less<>> keys;
};

class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string file, std::string path, KeyLog* log = nullptr,
            std::string log_path = {})
      : table_(&table), file_(std::move(file)), path_(std::move(path)), log_(log), log_path_(std::move(log_path)) {}

  // Each marks the key as known. A key of another type throws PackError.
  std::optional<std::string> text(std::string_view key);
  std::string required_text(std::string_view key);
  std::optional<double> number(std::string_view key);
  std::optional<int> integer(std::string_view key);
  bool flag(std::string_view key, bool otherwise);
  std::vector<std::string> texts(std::string_view key);  // a string or an array of strings
  std::optional<TomlTable> table(std::string_view key);
  std::vector<TomlTable> tables(std::string_view key);
  // One of `choices`, else PackError that lists them.
  std::string choice(std::string_view key, const std::vector<std::string>& choices, std::string_view otherwise);
  std::vector<std::string> keys() const;
  int line(std::string_view key) const;  // 1-based

  // Throws PackError when a key was never asked for.
  void refuse_unknown_keys() const;
  [[noreturn]] void fail(std::string_view key, const std::string& message) const;

 private:
  const toml::node* node(std::string_view key, const char* type);
  std::string below(std::string_view key) const {
    return log_path_.empty() ? std::string(key) : log_path_ + "." + std::string(key);
  }

  const toml::table* table_;
  std::string file_, path_;
  KeyLog* log_ = nullptr;
  std::string log_path_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace plumbline
