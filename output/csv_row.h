// One row of a CSV table (RFC 4180) that no spreadsheet runs and no terminal obeys.
#pragma once

#include "output/places.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline {

// Appends cells to `out`, and the row's end when it goes.
class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}
  ~CsvRow() { out_ += "\r\n"; }
  CsvRow(const CsvRow&) = delete;
  CsvRow& operator=(const CsvRow&) = delete;

  // Text of others, untrusted. What a spreadsheet would take for a formula begins with an apostrophe; controls and
  // overrides of the direction of writing are shown as \u{XXXX}; what is no UTF-8 is U+FFFD.
  CsvRow& text(std::string_view text);
  CsvRow& text(const std::optional<Passage>& passage);
  CsvRow& word(std::string_view word) { return raw(word); }  // a word of ours: never quoted
  CsvRow& integer(std::int64_t value);
  CsvRow& integer(const std::optional<int>& value) { return value ? integer(std::int64_t{*value}) : raw(""); }
  CsvRow& day(const std::optional<Day>& day) { return raw(day ? to_string(*day) : std::string()); }
  CsvRow& place(const Places& places, const Where& where);  // three cells: page, start, length; or all empty

 private:
  CsvRow& raw(std::string_view cell);
  CsvRow& quoted(std::string_view cell);

  std::string& out_;
  bool is_first_ = true;
};

}  // namespace plumbline
