// A sweep from top to bottom over what stands side by side.
#include "extractor/layout/gaps.h"

#include <algorithm>
#include <map>
#include <queue>
#include <utility>

namespace plumbline::layout {

namespace {

constexpr std::size_t places_most = 6;

class GapFinder {
 public:
  GapFinder(const Items& items, const Indices& region) : items_(items), region_(region) {}

  std::vector<Gap> find() {
    std::multimap<float, std::uint32_t> standing;  // by x0
    using Entry = std::pair<float, std::multimap<float, std::uint32_t>::iterator>;
    const auto later = [](const Entry& a, const Entry& b) { return a.first > b.first; };
    std::priority_queue<Entry, std::vector<Entry>, decltype(later)> ends(later);
    for (std::uint32_t place = 0; place < region_.size(); ++place) {
      const Item& item = at_place(place);
      while (!ends.empty() && ends.top().first <= item.box.y0) {
        standing.erase(ends.top().second);
        ends.pop();
      }
      const auto at = standing.emplace(item.box.x0, place);
      ends.emplace(item.box.y1, at);
      note_neighbours(standing, at);
    }
    return std::move(gaps_);
  }

 private:
  const Item& at_place(std::uint32_t place) const { return items_[region_[place]]; }

  void note_neighbours(const std::multimap<float, std::uint32_t>& standing,
                       std::multimap<float, std::uint32_t>::iterator at) {
    const auto note = [&](std::uint32_t left, std::uint32_t right) {
      const Item &a = at_place(left), &b = at_place(right);
      if (!share_a_line(a.box, b.box)) return false;
      if (b.box.x0 - a.box.x1 > std::max(2.0f, 0.2f * std::min(a.size, b.size)))
        gaps_.push_back({a.box.x1, b.box.x0, left, right});
      return true;
    };
    auto before = at;
    for (int n = 0; n < 4 && before != standing.begin(); ++n)
      if (note((--before)->second, at->second)) break;
    auto after = std::next(at);
    for (int n = 0; n < 4 && after != standing.end(); ++n, ++after)
      if (note(at->second, after->second)) break;
  }

  const Items& items_;
  const Indices& region_;
  std::vector<Gap> gaps_;
};

}  // namespace

std::vector<Gap> find_gaps(const Items& items, const Indices& region) {
  return GapFinder(items, region).find();
}

std::vector<float> common_places(const std::vector<Gap>& gaps) {
  std::vector<float> chosen;
  std::vector<char> used(gaps.size(), 0);
  for (std::size_t n = 0; n < places_most; ++n) {
    std::vector<std::pair<float, int>> edges;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
      if (used[i]) continue;
      edges.emplace_back(gaps[i].x0, 1);
      edges.emplace_back(gaps[i].x1, -1);
    }
    if (edges.empty()) break;
    std::sort(edges.begin(), edges.end());
    int depth = 0, deepest = 0;
    float x = 0;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      depth += edges[i].second;
      if (depth <= deepest) continue;
      deepest = depth;
      // Near the right end: columns begin at one x, and end raggedly.
      x = edges[i + 1].first - std::min(1.0f, (edges[i + 1].first - edges[i].first) / 2);
    }
    chosen.push_back(x);
    for (std::size_t i = 0; i < gaps.size(); ++i)
      if (gaps[i].x0 <= x && gaps[i].x1 >= x) used[i] = 1;
  }
  return chosen;
}

}  // namespace plumbline::layout
