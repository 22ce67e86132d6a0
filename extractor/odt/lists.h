// The numbers that an ODT's lists and headings count.
#pragma once

#include "extractor/odt/styles.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::odt {

// One count through nested levels.
class Counter {
 public:
  // The next marker at `level` (from 0); `start` restarts the level there.
  std::string next(const ListStyle& style, std::size_t level, std::optional<std::uint32_t> start = {});

 private:
  std::array<std::uint32_t, list_levels> counts_{};
  std::array<bool, list_levels> begun_{};
};

// Which text:list goes on with the count of which.
class Lists {
 public:
  // The counter for a list that begins at the top level. `continued` is the id that it says it continues;
  // `goes_on` that it continues the last list of its style.
  Counter& begin(std::string_view id, std::string_view style, std::string_view continued, bool goes_on);

 private:
  std::vector<Counter> counters_;
  std::map<std::string, std::size_t, std::less<>> by_id_, by_style_;
};

}  // namespace plumbline::odt
