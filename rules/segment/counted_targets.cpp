// Targets under headings of the party's own that count.
#include "rules/segment/counted_targets.h"

#include "rules/segment/own_headings.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace plumbline {

namespace {

constexpr std::size_t least_targets = 2;
constexpr std::uint32_t least_lines = 3;  // of a target, its heading among them

struct CountedHeading {
  std::uint32_t place = 0;
  std::vector<int> numbers;
};

bool has(const CountedHeading& heading, std::size_t number) {
  return std::find(heading.numbers.begin(), heading.numbers.end(), static_cast<int>(number)) != heading.numbers.end();
}

// The last run of headings that count from one to `wanted`. `bare`: without a word before the number; chapters are
// numbered so too, and a count that goes on is theirs.
std::vector<CountedHeading> last_count(const std::vector<CountedHeading>& all, std::size_t wanted, std::uint32_t end,
                                       bool bare) {
  if (bare && std::any_of(all.begin(), all.end(), [&](const auto& one) { return has(one, wanted + 1); })) return {};
  std::vector<CountedHeading> last;
  for (auto one = all.rbegin(); one != all.rend() && last.size() < wanted; ++one) {
    const bool has_room = one->place + least_lines <= (last.empty() ? end : last.back().place);
    if (has_room && has(*one, wanted - last.size())) last.push_back(*one);
  }
  if (last.size() < std::max(wanted, least_targets)) return {};
  std::reverse(last.begin(), last.end());
  return last;
}

}  // namespace

std::vector<Landmark> counted_targets(const LineStream& stream, const Pack& pack) {
  std::map<std::string, std::vector<CountedHeading>> series;  // by the word before the number
  for (std::uint32_t place = 0; place < stream.size(); ++place) {
    if (!stream.begins_block(place)) continue;
    HeadingNumber number = number_at(stream, place);
    if (number.numbers.empty()) continue;
    if (!number.has_sign && words_of(stream, heading_at(stream, place)).empty()) continue;
    series[number.word].push_back({place, std::move(number.numbers)});
  }
  for (const auto& [word, all] : series) {
    const std::vector<CountedHeading> last = last_count(all, pack.targets.size(), stream.size(), word.empty());
    if (last.empty()) continue;
    std::vector<Landmark> found;
    for (const CountedHeading& one : all) {  // a table of contents
      if (one.place >= last.front().place) break;
      found.push_back(target_at(stream, pack, one.place, 0));
      found.back().kind = Landmark::Kind::contents;
    }
    int number = 0;
    for (const CountedHeading& one : last)
      found.push_back(target_at(stream, pack, one.place, ++number));
    return found;
  }
  return {};
}

std::optional<Landmark> chapter_behind(const LineStream& stream, const Pack& pack, const Landmark& last_target) {
  const auto part = std::find_if(pack.parts.begin(), pack.parts.end(),
                                 [](const Part& p) { return p.role == PartRole::section && !p.in_target; });
  const HeadingNumber last = number_at(stream, last_target.first);
  if (part == pack.parts.end() || last.numbers.empty()) return {};
  for (std::uint32_t place = last_target.last + 1; place < stream.size(); ++place) {
    if (!stream.begins_block(place)) continue;
    const HeadingNumber here = number_at(stream, place);
    const bool counts_on = std::any_of(here.numbers.begin(), here.numbers.end(), [&](int number) {
      return std::find(last.numbers.begin(), last.numbers.end(), number - 1) != last.numbers.end();
    });
    if (here.word != last.word || !counts_on) continue;
    const OwnHeading heading = heading_at(stream, place);
    if (words_of(stream, heading).empty()) continue;
    Landmark landmark;
    landmark.part = static_cast<std::uint32_t>(part - pack.parts.begin());
    landmark.first = heading.first;
    landmark.last = heading.last;
    landmark.content_from = stream.line(heading.last).span.end();
    return landmark;
  }
  return {};
}

Landmark target_at(const LineStream& stream, const Pack& pack, std::uint32_t place, int number) {
  Landmark landmark;
  landmark.kind = Landmark::Kind::heading;
  landmark.part = static_cast<std::uint32_t>(pack.part(PartRole::target) - pack.parts.data());
  landmark.first = landmark.last = place;
  landmark.number = number;
  landmark.is_numbered = landmark.has_content = true;
  landmark.content_from = stream.line(place).span.start + number_at(stream, place).title_from;
  return landmark;
}

}  // namespace plumbline
