// Joins the segments of lines that were set wide.
#include "extractor/layout/justified.h"

#include "extractor/unicode/letters.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace plumbline::layout {

namespace {

constexpr float widest_blank_em = 3.5f;
constexpr float widest_of_many_em = 16;  // where several blanks of a line are alike
constexpr std::size_t column_lines = 6;  // that begin at one x
constexpr std::size_t cell_lines = 3;    // the same, where all of a line's parts begin so
constexpr float same_x = 0.8f;           // points
constexpr float gutter_em = 3;           // a gutter's line is no farther from the columns beside it

class Joiner {
 public:
  Joiner(const PageInk& ink, const Segments& from, const Walls& walls, const std::vector<Box>& gutters)
      : ink_(ink), from_(from), walls_(walls), gutters_(gutters) {
    for (const Segment& segment : from.all) {
      starts_.push_back(segment.box.x0);
      ends_.push_back(segment.box.x1);
    }
    std::sort(starts_.begin(), starts_.end());
    std::sort(ends_.begin(), ends_.end());
  }

  Segments join() {
    std::vector<std::uint32_t> order(from_.all.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < order.size();) {
      std::size_t end = i + 1;
      while (end < order.size() && is_beside(order[end - 1], order[end]))
        ++end;
      if (end > i + 1 && fills_column(order[i], order[end - 1])) {
        const std::vector<std::uint32_t> line(order.begin() + static_cast<std::ptrdiff_t>(i),
                                              order.begin() + static_cast<std::ptrdiff_t>(end));
        add(line, 0, line.size());
        i = end;
        continue;
      }
      end = i + 1;
      while (end < order.size() && follows(order[end - 1], order[end]))
        ++end;
      join_line({order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(end)});
      i = end;
    }
    return std::move(to_);
  }

 private:
  std::pair<float, float> key(std::uint32_t s) const {
    return {std::round(from_.all[s].baseline * 2), from_.all[s].box.x0};
  }

  float gap(std::uint32_t left, std::uint32_t right) const { return from_.all[right].box.x0 - from_.all[left].box.x1; }

  bool is_beside(std::uint32_t left, std::uint32_t right) const {
    const Segment &a = from_.all[left], &b = from_.all[right];
    return key(left).first == key(right).first && std::abs(a.size - b.size) < 0.05f * a.size && gap(left, right) > 0 &&
           gap(left, right) < widest_of_many_em * a.size &&
           !walls_.stand_between(a.box, b.box, a.baseline - 0.3f * a.size, a.is_marker ? 0 : overfull_em * a.size);
  }

  bool follows(std::uint32_t left, std::uint32_t right) const {
    return is_beside(left, right) && !parts_columns(from_.all[left], from_.all[right]);
  }

  // Its ends are those of many lines, and at one of them a gutter stands.
  bool fills_column(std::uint32_t first, std::uint32_t last) const {
    const Box &left = from_.all[first].box, &right = from_.all[last].box;
    if (count(starts_, left.x0) < column_lines || count(ends_, right.x1) < column_lines) return false;
    const float y = from_.all[first].baseline, reach = gutter_em * from_.all[first].size;
    return std::any_of(gutters_.begin(), gutters_.end(), [&](const Box& gutter) {
      return gutter.y0 <= y && gutter.y1 >= y &&
             ((gutter.x0 <= left.x0 && left.x0 - gutter.x0 < reach) ||
              (gutter.x0 >= right.x1 && gutter.x0 - right.x1 < reach));
    });
  }

  static std::size_t count(const std::vector<float>& sorted, float x) {
    const auto low = std::lower_bound(sorted.begin(), sorted.end(), x - same_x);
    return static_cast<std::size_t>(std::upper_bound(low, sorted.end(), x + same_x) - low);
  }

  // One column ends at one x, and the next begins at one x.
  bool parts_columns(const Segment& left, const Segment& right) const {
    return count(starts_, right.box.x0) >= column_lines || count(ends_, left.box.x1) >= 2 * column_lines;
  }

  // Within the line, the longest runs of like gaps; two gaps at the least, or one that is like the blanks inside.
  void join_line(const std::vector<std::uint32_t>& line) {
    for (std::size_t i = 0; i < line.size();) {
      std::size_t end = i + 1;
      float narrowest = 1e9f, widest = 0;
      while (end < line.size()) {
        const float white = gap(line[end - 1], line[end]);
        const float low = std::min(narrowest, white), high = std::max(widest, white);
        if (high - low > 0.6f + 0.06f * low) break;
        narrowest = low;
        widest = high;
        ++end;
      }
      const bool is_one = end - i >= 3 ? is_text(line, i, end) && !are_cells(line, i, end)
                                       : end - i == 2 && is_like_inside(line[i], line[i + 1]);
      if (!is_one) end = i + 1;
      add(line, i, end);
      i = end;
    }
  }

  bool is_like_inside(std::uint32_t left, std::uint32_t right) const {
    const float inside = std::max(from_.all[left].widest_gap, from_.all[right].widest_gap);
    return gap(left, right) < widest_blank_em * from_.all[left].size && inside > 0.5f * from_.all[left].size &&
           gap(left, right) < inside * 1.25f + 0.6f;
  }

  // Each begins where other lines have something that begins: blanks may be alike by chance between columns.
  bool are_cells(const std::vector<std::uint32_t>& line, std::size_t first, std::size_t end) const {
    return std::all_of(line.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                       line.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](std::uint32_t s) { return count(starts_, from_.all[s].box.x0) >= cell_lines; });
  }

  // Most of it words: numbers that stand alike far apart are a table's.
  bool is_text(const std::vector<std::uint32_t>& line, std::size_t first, std::size_t end) const {
    std::size_t words = 0;
    for (std::size_t i = first; i < end; ++i) {
      const Piece& piece = ink_.pieces[from_.order[from_.all[line[i]].first_piece]];
      if (piece.clusters == 0) continue;
      const Cluster& cluster = ink_.clusters[piece.first_cluster + piece.clusters / 2];
      if (cluster.units > 0 && is_letter(ink_.units[cluster.first_unit])) ++words;
    }
    return words * 10 >= (end - first) * 6;
  }

  void add(const std::vector<std::uint32_t>& line, std::size_t first, std::size_t end) {
    Segment joined = from_.all[line[first]];
    joined.first_piece = static_cast<std::uint32_t>(to_.order.size());
    joined.pieces = 0;
    for (std::size_t i = first; i < end; ++i) {
      const Segment& segment = from_.all[line[i]];
      if (i > first) joined.widest_gap = std::max({joined.widest_gap, segment.widest_gap, gap(line[i - 1], line[i])});
      joined.box.include(segment.box);
      joined.pieces += segment.pieces;
      joined.ends_with_colon = segment.ends_with_colon;
      joined.ends_sentence = segment.ends_sentence;
      joined.is_marker &= segment.is_marker;
      for (std::uint32_t k = 0; k < segment.pieces; ++k)
        to_.order.push_back(from_.order[segment.first_piece + k]);
    }
    to_.all.push_back(joined);
  }

  const PageInk& ink_;
  const Segments& from_;
  const Walls& walls_;
  const std::vector<Box>& gutters_;
  std::vector<float> starts_, ends_;  // of all segments, ascending
  Segments to_;
};

}  // namespace

Segments join_justified(const PageInk& ink, const Segments& segments, const Walls& walls,
                        const std::vector<Box>& gutters) {
  return Joiner(ink, segments, walls, gutters).join();
}

}  // namespace plumbline::layout
