// The numbers that an ODT's lists and headings count (OpenDocument 1.3, 19.880 and 16.30).
#include "extractor/odt/lists.h"

#include <algorithm>

namespace plumbline::odt {

std::string Counter::next(const ListStyle& style, std::size_t level, std::optional<std::uint32_t> start) {
  level = std::min(level, list_levels - 1);
  const ListLevel& definition = style[level];
  if (start || !begun_[level])
    counts_[level] = start.value_or(definition.start);
  else
    ++counts_[level];
  begun_[level] = true;
  std::fill(begun_.begin() + static_cast<std::ptrdiff_t>(level) + 1, begun_.end(), false);
  if (definition.is_bullet) return definition.bullet;
  if (definition.system == NumeralSystem::none) return definition.prefix + definition.suffix;
  std::string numbers;
  const std::size_t shown = std::min(definition.display_levels, level + 1);
  for (std::size_t at = level + 1 - shown; at <= level; ++at) {
    const std::string number = numeral(begun_[at] ? counts_[at] : style[at].start, style[at].system);
    if (number.empty()) continue;
    numbers += (numbers.empty() ? "" : ".") + number;
  }
  return definition.prefix + numbers + definition.suffix;
}

Counter& Lists::begin(std::string_view id, std::string_view style, std::string_view continued, bool goes_on) {
  std::size_t index = counters_.size();
  if (const auto found = by_id_.find(continued); !continued.empty() && found != by_id_.end()) index = found->second;
  if (const auto found = by_style_.find(style); goes_on && index == counters_.size() && found != by_style_.end())
    index = found->second;
  if (index == counters_.size()) counters_.emplace_back();
  if (!id.empty()) by_id_[std::string(id)] = index;
  by_style_[std::string(style)] = index;
  return counters_[index];
}

}  // namespace plumbline::odt
