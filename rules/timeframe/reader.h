// Reads what a text says about when: its time expressions, what each belongs to, and the action's timeframe.
#pragma once

#include "rules/timeframe/context.h"
#include "rules/timeframe/timeframe.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// Safe to share between threads. Tables are read when their language is first asked for, and kept.
class TimeframeReader {
 public:
  using Context = timeframe::Context;

  // `folder` holds the tables of languages; empty: timeframe/languages in data_folder().
  // Throws std::runtime_error where there is none.
  explicit TimeframeReader(std::string folder = {});
  ~TimeframeReader();
  TimeframeReader(TimeframeReader&&) noexcept;

  // `language`: BCP 47; what stands behind the first '-' does not matter. Empty or without a table: guessed from the
  // text. Spans are bytes of `text`. Time: linear in the text.
  // Throws std::runtime_error with file:line: key, what was expected, where the language's table is wrong.
  Timeframe read(std::string_view text, std::string_view language, const Context& context = {}) const;
  // `has_later_date`: the text names a date yet to come, so that "should be adopted" and "wird eröffnet" promise.
  Tense tense(std::string_view text, std::string_view language, bool has_later_date = false) const;
  // A column's or field's heading that announces a timeframe: "Timeframe", "Start and end dates".
  bool is_timeframe_label(std::string_view heading, std::string_view language) const;

  std::vector<std::string> languages() const;  // that there are tables for
  std::string guess_language(std::string_view text) const;
  void load_all() const;  // reads every table; throws as read() does

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace plumbline
