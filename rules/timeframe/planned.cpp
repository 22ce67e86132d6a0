// What the checks of timeframes share.
#include "rules/timeframe/planned.h"

namespace plumbline {

std::string words_of(const Action& action, std::uint32_t start, std::uint32_t length) {
  return action.passage.text.substr(start, length);
}

Finding& find_at(CheckLog& log, const Action& action, std::uint32_t start, std::uint32_t length, std::string message) {
  Finding& finding = log.find(action.id, std::move(message));
  finding.quote = words_of(action, start, length);
  finding.where = action.passage.where(start, length);
  return finding;
}

bool is_same_year_only(const Timeframe& timeframe, Day report_date) {
  if (!timeframe.latest || timeframe.latest->year() != report_date.year()) return false;
  return timeframe.latest->month() == report_date.month();
}

}  // namespace plumbline
