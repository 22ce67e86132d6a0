// Dates that cannot be.
#include "rules/timeframe/calendar.h"

#include <algorithm>
#include <array>

namespace plumbline::timeframe {

bool is_impossible(const Point& point) {
  if (point.month > 12 || point.month < 0 || point.quarter > 4 || point.half > 2) return true;
  if (!point.month || point.day <= 28 || point.era) return false;
  return point.day > days_in_month(point.year ? point.year : 2000, point.month);
}

std::string why_impossible(const Point& point) {
  if (!is_impossible(point)) return {};
  static constexpr std::array names = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                       "July", "August",  "September", "October", "November", "December"};
  if (point.month > 12 || point.month < 0) return "there is no month " + std::to_string(point.month);
  if (point.quarter > 4) return "there is no quarter " + std::to_string(point.quarter);
  if (point.half > 2) return "there is no half-year " + std::to_string(point.half);
  const int length = days_in_month(point.year ? point.year : 2000, point.month);
  std::string name = names[static_cast<std::size_t>(point.month)];
  if (point.month == 2 && point.year && point.day == 29) name += " " + std::to_string(point.year);
  return name + " has " + std::to_string(length) + " days";
}

Point nearest_possible(Point point) {
  point.month = std::clamp(point.month, 0, 12);
  point.quarter = std::min(point.quarter, 4);
  point.half = std::min(point.half, 2);
  if (point.month && !point.era)
    point.day = std::min(point.day, days_in_month(point.year ? point.year : 2000, point.month));
  return point;
}

}  // namespace plumbline::timeframe
