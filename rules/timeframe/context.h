// What is known besides an action's text: the report's date, and the columns and headings that it stands under.
#pragma once

#include "rules/timeframe/timeframe.h"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::timeframe {

enum class ColumnRole : std::uint8_t { other, timeframe, start, end };

// Bytes [start, start + length) of the text stand in a column of this role.
struct ColumnRange {
  std::uint32_t start = 0, length = 0;
  ColumnRole role = ColumnRole::other;
};

struct Context {
  std::optional<Day> report_date;
  std::vector<ColumnRange> columns;
  // What a heading that the action stands under says ("Near-term actions (2020–2025)"); it counts where the
  // action itself says nothing.
  const Timeframe* inherited = nullptr;
  bool is_planned = true;  // the text stands among what is planned: a title without a verb is a promise
};

}  // namespace plumbline::timeframe
