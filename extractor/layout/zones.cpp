// Where columns begin and end: white strips that items stand on both sides of, from one item that crosses the strip
// to the next. A form's label column and its text are parted so, whatever the heights of their lines.
#include "extractor/layout/zones.h"

#include "extractor/layout/gaps.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace plumbline::layout {

namespace {

constexpr float same_start = 2.5f;  // points

class ZoneFinder {
 public:
  ZoneFinder(const Items& items, const Indices& region) : items_(items), region_(region) {
    std::stable_sort(region_.begin(), region_.end(),
                     [&](auto a, auto b) { return items_[a].box.y0 < items_[b].box.y0; });
    for (std::uint32_t place = 0; place < region_.size(); ++place)
      place_of_.emplace(region_[place], place);
  }

  std::vector<Zone> find() {
    for (const std::uint32_t index : region_) {
      starts_.push_back(items_[index].box.x0);
      ends_.push_back(items_[index].box.x1);
    }
    std::sort(starts_.begin(), starts_.end());
    std::sort(ends_.begin(), ends_.end());
    number_lines();
    gaps_ = find_gaps(items_, region_);
    const std::vector<float> candidates = common_places(gaps_);
    std::vector<Zone> best;
    double best_score = 0;
    for (const float x : candidates) {
      double score = 0;
      std::vector<Zone> zones = part_at(x, score);
      if (score > best_score) {
        best_score = score;
        best = std::move(zones);
      }
    }
    if (best.empty()) return {{region_, {}}};
    std::vector<Zone> zones;
    for (Zone& zone : best)
      add_with_gutters(std::move(zone), candidates, zones);
    return zones;
  }

 private:
  const Item& at_place(std::uint32_t place) const { return items_[region_[place]]; }

  // Segments on one baseline are a line.
  void number_lines() {
    line_of_.resize(region_.size());
    std::vector<std::uint32_t> by_baseline(region_.size());
    std::iota(by_baseline.begin(), by_baseline.end(), 0u);
    std::stable_sort(by_baseline.begin(), by_baseline.end(),
                     [&](auto a, auto b) { return at_place(a).baseline < at_place(b).baseline; });
    std::uint32_t line = 0;
    for (std::size_t i = 0; i < by_baseline.size(); ++i) {
      const Item& item = at_place(by_baseline[i]);
      const bool goes_on = i > 0 && item.kind == ItemKind::segment &&
                           at_place(by_baseline[i - 1]).kind == ItemKind::segment &&
                           item.baseline - at_place(by_baseline[i - 1]).baseline < 0.1f * item.size;
      if (i > 0 && !goes_on) ++line;
      line_of_[by_baseline[i]] = line;
    }
  }

  bool crosses(std::uint32_t place, float x) const {
    const Item& item = at_place(place);
    return item.box.x0 < x && item.box.x1 > x && !is_long_word(item) && !is_overfull(place, x);
  }

  // The lines next to an item, of its size.
  struct Neighbours {
    const Item *above = nullptr, *below = nullptr;
    bool are_close() const {
      return above && below && std::abs(above->box.x0 - below->box.x0) < 1.5f && below->box.y0 > above->box.y0;
    }
  };

  template <typename Wanted>
  Neighbours neighbours_of(std::uint32_t place, Wanted wanted) const {
    constexpr std::uint32_t near = 16;
    const Item& item = at_place(place);
    Neighbours found;
    for (std::uint32_t k = place - std::min(place, near); k < std::min<std::size_t>(region_.size(), place + near);
         ++k) {
      const Item& other = at_place(k);
      if (k == place || other.kind != ItemKind::segment || std::abs(other.size - item.size) > 0.1f * item.size ||
          !wanted(k))
        continue;
      Item const*& next = other.baseline <= item.baseline ? found.above : found.below;
      if (!next || std::abs(other.baseline - item.baseline) < std::abs(next->baseline - item.baseline)) next = &other;
    }
    return found;
  }

  // A line that did not fit into its column: the column beside it begins in it or leaves no room for what would stand
  // over both, or the line above it fills the column and all goes on below.
  bool is_overfull(std::uint32_t place, float x) const {
    const Item& item = at_place(place);
    if (item.kind != ItemKind::segment) return false;
    const Neighbours beside = neighbours_of(place, [&](std::uint32_t k) { return begins_at(k, x); });
    if (beside.above && beside.above->baseline > item.baseline - 0.1f * item.size &&
        many_begin_at(beside.above->box.x0))
      return true;
    if (beside.are_close() && beside.below->baseline - beside.above->baseline < 1.7f * item.size &&
        beside.below->box.y0 - beside.above->box.y1 < 0.7f * item.size)
      return true;
    if (item.box.x1 - x > 6 * item.size) return false;
    const Neighbours own = neighbours_of(place, [&](std::uint32_t k) {
      return std::abs(at_place(k).box.x0 - item.box.x0) < 1.5f && at_place(k).box.x1 <= x;
    });
    return own.are_close() && many_at(ends_, own.above->box.x1) &&
           own.below->baseline - own.above->baseline < 2 * 1.5f * item.size;
  }

  // It stands in the column that begins at `x`: what crosses into that did not fit its own.
  bool begins_at(std::uint32_t place, float x) const {
    const Item& item = at_place(place);
    return item.box.x0 >= x && item.box.x0 < x + 2 * item.size;
  }

  // For each line of the region whether something in it crosses `x`.
  std::vector<char> lines_across(float x) const {
    std::vector<char> is_crossed(region_.size(), 0);
    for (std::uint32_t place = 0; place < region_.size(); ++place)
      if (crosses(place, x)) is_crossed[line_of_[place]] = 1;
    return is_crossed;
  }

  // The short last line of a heading, on whatever side it stands: alone, and like the line above it.
  bool ends_heading(std::uint32_t place) const {
    if (place == 0) return false;
    const Item &above = at_place(place - 1), &line = at_place(place);
    if (place + 1 < region_.size() && share_a_line(at_place(place + 1).box, line.box)) return false;
    return above.is_bold && line.is_bold && std::abs(above.size - line.size) < 0.05f * line.size &&
           line.box.y0 - above.box.y1 < 0.6f * line.size && line.baseline > above.baseline + 0.5f * line.size;
  }

  // Parts the region at the items that cross `x`; gives the zones, and how much stands in columns.
  std::vector<Zone> part_at(float x, double& score) const {
    std::vector<Indices> stripes(1);
    std::vector<bool> is_crossing(1, false);
    const std::vector<char> is_crossed = lines_across(x);
    for (std::uint32_t place = 0; place < region_.size(); ++place) {
      const bool crossing =
          (is_crossed[line_of_[place]] && !begins_at(place, x)) || (is_crossing.back() && ends_heading(place));
      if (crossing != is_crossing.back()) {
        stripes.emplace_back();
        is_crossing.push_back(crossing);
      }
      stripes.back().push_back(region_[place]);
    }
    const std::vector<std::uint32_t> gap_counts = count_gaps(x, stripes);
    const std::vector<std::vector<float>> further = columns_beside(x, stripes, is_crossed);
    std::vector<Zone> zones;
    bool last_is_plain = false;
    std::vector<double> scores(stripes.size(), 0);
    bool any_strong = false;
    for (std::size_t i = 0; i < stripes.size(); ++i) {
      if (is_crossing[i] || (gap_counts[i] == 0 && !stands_between_lines(stripes[i], x))) continue;
      if ((i > 0 && is_of_other_columns(stripes[i], x, further[i - 1])) ||
          (i + 1 < stripes.size() && is_of_other_columns(stripes[i], x, further[i + 1])))
        continue;
      scores[i] = judge(stripes[i], x, gap_counts[i]);
      any_strong |= scores[i] >= 3;
    }
    for (std::size_t i = 0; i < stripes.size(); ++i) {
      const bool in_columns = scores[i] >= (any_strong ? 1 : 3);
      if (in_columns) {
        score += scores[i];
        zones.push_back({stripes[i], {x}});
      } else if (last_is_plain) {
        zones.back().items.insert(zones.back().items.end(), stripes[i].begin(), stripes[i].end());
      } else if (!stripes[i].empty()) {
        zones.push_back({stripes[i], {}});
      }
      if (!stripes[i].empty()) last_is_plain = !in_columns;
    }
    return zones;
  }

  // By place; stripes follow each other in the region.
  std::vector<std::uint32_t> number_stripes(const std::vector<Indices>& stripes) const {
    std::vector<std::uint32_t> stripe_of;
    stripe_of.reserve(region_.size());
    for (std::uint32_t i = 0; i < stripes.size(); ++i)
      stripe_of.insert(stripe_of.end(), stripes[i].size(), i);
    return stripe_of;
  }

  // Of each stripe, where other columns begin beside those of its lines that cross `x`; ascending.
  std::vector<std::vector<float>> columns_beside(float x, const std::vector<Indices>& stripes,
                                                 const std::vector<char>& is_crossed) const {
    std::vector<std::vector<float>> starts(stripes.size());
    const std::vector<std::uint32_t> stripe_of = number_stripes(stripes);
    for (std::uint32_t place = 0; place < region_.size(); ++place)
      if (is_crossed[line_of_[place]] && at_place(place).box.x0 > x && !begins_at(place, x))
        starts[stripe_of[place]].push_back(at_place(place).box.x0);
    for (std::vector<float>& of_stripe : starts)
      std::sort(of_stripe.begin(), of_stripe.end());
    return starts;
  }

  // All that stands right of `x` begins where columns beside the lines that cross `x` do: these lines are no text over
  // all columns, they fill one that reaches beyond `x`, and what is in the stripe are its short lines.
  bool is_of_other_columns(const Indices& stripe, float x, const std::vector<float>& starts) const {
    return std::all_of(stripe.begin(), stripe.end(), [&](std::uint32_t index) {
      const float start = items_[index].box.x0;
      if (start < x) return true;
      const auto at = std::lower_bound(starts.begin(), starts.end(), start - same_start);
      return at != starts.end() && *at < start + same_start;
    });
  }

  std::vector<std::uint32_t> count_gaps(float x, const std::vector<Indices>& stripes) const {
    const std::vector<std::uint32_t> stripe_of = number_stripes(stripes);
    std::vector<std::uint32_t> counts(stripes.size(), 0);
    for (const Gap& gap : gaps_) {
      if (gap.x0 > x || gap.x1 < x) continue;
      const std::uint32_t a = stripe_of[gap.left], b = stripe_of[gap.right];
      if (a == b && is_white_enough(gap)) ++counts[a];
    }
    return counts;
  }

  // Wider than the blanks of its own line: a river through justified text is no gutter.
  bool is_white_enough(const Gap& gap) const {
    const Item &a = at_place(gap.left), &b = at_place(gap.right);
    const float inside = std::max(a.widest_gap, b.widest_gap);
    const bool one_line = std::abs(a.baseline - b.baseline) < 0.1f * a.size;
    return !one_line || gap.x1 - gap.x0 > 1.5f * inside;
  }

  // How much of a stripe stands in columns; below 3 it is taken only beside a stripe that is sure.
  double judge(const Indices& stripe, float x, std::uint32_t gap_count) const {
    std::vector<float> right_starts, left_ends;
    float right_start = 1e9f, em = 1e9f;
    std::size_t left = 0;
    bool is_grid_right = false;
    for (const std::uint32_t index : stripe) {
      const Item& item = items_[index];
      is_grid_right |= item.kind == ItemKind::grid && item.box.x0 >= x;
      em = std::min(em, std::max(item.size, 1.0f));
      if (item.box.x0 < x) {
        ++left;
        if (item.box.x1 <= x) left_ends.push_back(item.box.x1);
      } else {
        right_starts.push_back(item.box.x0);
        right_start = std::min(right_start, item.box.x0);
      }
    }
    if (left == 0 || right_starts.empty()) return 0;
    const float white = right_start - usual_end(left_ends);
    if (white < 0.2f * em) return 0;
    std::sort(right_starts.begin(), right_starts.end());
    const auto aligned = std::count_if(right_starts.begin(), right_starts.end(),
                                       [&](float start) { return start < right_start + 2.5f; });
    const bool is_aligned = static_cast<std::size_t>(aligned) * 10 >= right_starts.size() * 6;
    if (is_grid_right && gap_count > 0) return 3;  // a label beside the table that it labels
    if (gap_count >= 3) return static_cast<double>(gap_count);
    if (is_aligned && right_starts.size() >= 2 && white >= 0.6f * em) return 3;
    if (white >= 0.6f * em && many_begin_at(right_start)) return 3;
    if (white >= 3 * em) return 2.9;
    return white >= 1.0f * em ? 2 : 0;
  }

  // Where a column ends, but for few of its lines, which did not fit.
  static float usual_end(std::vector<float>& ends) {
    if (ends.empty()) return -1e9f;
    const auto at = ends.begin() + static_cast<std::ptrdiff_t>(ends.size() - 1 - ends.size() / 10);
    std::nth_element(ends.begin(), at, ends.end());
    return *at;
  }

  // A label in the middle beside two lines, at a height between theirs. By y.
  bool stands_between_lines(const Indices& stripe, float x) const {
    float first = 1e9f, last = -1e9f;  // of the right
    for (const std::uint32_t index : stripe)
      if (const Box& box = items_[index].box; box.x1 > x)
        first = std::min(first, box.y0), last = std::max(last, box.y1);
    const auto is_between = [&](const Box& box) { return box.y0 > first && box.y1 < last; };
    std::size_t between = 0, left = 0;
    for (const std::uint32_t index : stripe)
      if (const Box& box = items_[index].box; box.x1 <= x) ++left, between += is_between(box);
    return between > 0 && between * 2 >= left && many_begin_at(right_start_of(stripe, x));
  }

  float right_start_of(const Indices& stripe, float x) const {
    float start = 1e9f;
    for (const std::uint32_t index : stripe)
      if (items_[index].box.x1 > x) start = std::min(start, items_[index].box.x0);
    return start;
  }

  // Column text above or below, of which the stripe has the first or last line only.
  bool many_begin_at(float x) const { return many_at(starts_, x); }

  static bool many_at(const std::vector<float>& places, float x) {
    const auto low = std::lower_bound(places.begin(), places.end(), x - 1.5f);
    const auto high = std::upper_bound(low, places.end(), x + 1.5f);
    return high - low >= 6;
  }

  // More gutters of the same zone: nothing in it crosses them, and something stands between each two. Text that crosses
  // them above and below all that stands right of the first gutter is none of the zone.
  void add_with_gutters(Zone zone, const std::vector<float>& candidates, std::vector<Zone>& zones) const {
    Zone above, below;
    for (const float x : candidates) {
      if (zone.gutters.empty()) break;
      if (std::find(zone.gutters.begin(), zone.gutters.end(), x) != zone.gutters.end()) continue;
      std::vector<float> gutters = zone.gutters;
      gutters.insert(std::upper_bound(gutters.begin(), gutters.end(), x), x);
      const auto [first, end] = span_below(zone, x);
      const auto begin = zone.items.begin();
      const Zone middle{{begin + first, begin + end}, gutters};
      const bool is_crossed = std::any_of(middle.items.begin(), middle.items.end(),
                                          [&](std::uint32_t index) { return crosses(place_of_.at(index), x); });
      if (is_crossed || !all_columns_filled(middle, gutters)) continue;
      above.items.insert(above.items.end(), begin, begin + first);
      below.items.insert(below.items.begin(), begin + end, zone.items.end());
      zone = middle;
    }
    for (Zone* part : {&above, &zone, &below})
      if (!part->items.empty()) zones.push_back(std::move(*part));
  }

  // The items of a zone between those that cross `x` above the first and below the last item right of its gutters.
  std::pair<std::ptrdiff_t, std::ptrdiff_t> span_below(const Zone& zone, float x) const {
    float top = 1e9f, bottom = -1e9f;  // of what stands right of the first gutter
    for (const std::uint32_t index : zone.items)
      if (const Box& box = items_[index].box; box.x0 > zone.gutters.front())
        top = std::min(top, box.y0), bottom = std::max(bottom, box.y1);
    std::ptrdiff_t first = 0, end = static_cast<std::ptrdiff_t>(zone.items.size());
    for (std::ptrdiff_t i = 0; i < end; ++i) {
      const std::uint32_t index = zone.items[static_cast<std::size_t>(i)];
      if (!crosses(place_of_.at(index), x)) continue;
      if (items_[index].box.y1 <= top) first = i + 1;
      if (items_[index].box.y0 >= bottom) end = i;
    }
    return {first, end};
  }

  bool all_columns_filled(const Zone& zone, const std::vector<float>& gutters) const {
    std::vector<std::size_t> filled(gutters.size() + 1, 0);
    for (const std::uint32_t index : zone.items) {
      const float x = items_[index].box.x0;
      ++filled[static_cast<std::size_t>(std::upper_bound(gutters.begin(), gutters.end(), x) - gutters.begin())];
    }
    return std::all_of(filled.begin(), filled.end(), [](std::size_t n) { return n > 0; });
  }

  const Items& items_;
  Indices region_;
  std::vector<Gap> gaps_;
  std::vector<float> starts_, ends_;  // of all items, ascending
  std::unordered_map<std::uint32_t, std::uint32_t> place_of_;
  std::vector<std::uint32_t> line_of_;  // by place
};

}  // namespace

std::vector<Zone> find_zones(const Items& items, const Indices& region) {
  return ZoneFinder(items, region).find();
}

}  // namespace plumbline::layout
