// Pieces -> segments, from left to right, n log n.
#include "extractor/layout/segments.h"

#include "extractor/layout/markers.h"
#include "extractor/unicode/letters.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

namespace plumbline::layout {

namespace {

constexpr std::size_t looked_at_most = 24;  // candidates for a piece; keeps piles of overprinted text linear
constexpr float marker_gap_em = 4;          // from a list marker to its item
constexpr float wall_slack = 1.5f;          // points
constexpr float overprint_em = 6;           // that words reach over it before what was not drawn with them
constexpr float blank_em = 0.55f;           // the widest blank of a line that is squeezed
constexpr float same_blank = 0.05f, same_start = 0.1f;  // points

struct Open {
  Box box;
  float baseline = 0, size = 0;
  float narrowest_gap = 1e9f, widest_gap = 0;
  float reach = 0;  // width of what sets baseline and size
  std::uint32_t first_piece = 0, last_piece = 0, pieces = 0;
};

class Builder {
 public:
  Builder(const PageInk& ink, const Walls& walls) : ink_(ink), walls_(walls), next_(ink.pieces.size(), no_index) {
    for (std::uint32_t i = 0; i < ink.pieces.size(); ++i)
      if (i == 0 || !goes_on(ink.pieces[i - 1].box.x1, ink.pieces[i - 1].baseline, i))
        line_starts_.push_back(ink.pieces[i].box.x0);
    std::sort(line_starts_.begin(), line_starts_.end());
  }

  Segments build() {
    std::vector<std::uint32_t> by_x(ink_.pieces.size());
    std::iota(by_x.begin(), by_x.end(), 0u);
    std::stable_sort(by_x.begin(), by_x.end(),
                     [&](auto a, auto b) { return ink_.pieces[a].box.x0 < ink_.pieces[b].box.x0; });
    for (const std::uint32_t piece : by_x)
      place(piece);
    return finish();
  }

 private:
  void place(std::uint32_t index) {
    const Piece& piece = ink_.pieces[index];
    const auto best = find_open(index);
    if (best == open_.end()) {
      segments_.push_back({piece.box, piece.baseline, piece.size, 1e9f, 0, piece.box.width(), index, index, 1});
      open_.emplace(piece.baseline, static_cast<std::uint32_t>(segments_.size() - 1));
      return;
    }
    const std::uint32_t at = best->second;
    Open& segment = segments_[at];
    const float gap = piece.box.x0 - segment.box.x1;
    segment.widest_gap = std::max(segment.widest_gap, gap);
    segment.narrowest_gap = std::min(segment.narrowest_gap, gap);
    next_[segment.last_piece] = index;
    segment.last_piece = index;
    ++segment.pieces;
    segment.box.include(piece.box);
    if (piece.size > segment.size * 1.15f || (piece.size > segment.size * 0.87f && piece.box.width() > segment.reach)) {
      segment.baseline = piece.baseline;
      segment.size = piece.size;
      segment.reach = piece.box.width();
      open_.erase(best);
      open_.emplace(segment.baseline, at);
    }
  }

  std::multimap<float, std::uint32_t>::iterator find_open(std::uint32_t index) {
    const Piece& piece = ink_.pieces[index];
    const float reach = piece.size * 1.2f;
    auto best = open_.end();
    float best_cost = 1e9f;
    std::size_t looked_at = 0;
    for (auto at = open_.lower_bound(piece.baseline - reach);
         at != open_.end() && at->first <= piece.baseline + reach && looked_at < looked_at_most;) {
      const Open& segment = segments_[at->second];
      const float gap = piece.box.x0 - segment.box.x1;
      if (gap > marker_gap_em * std::max({segment.size, piece.size, 12.0f})) {
        at = open_.erase(at);  // nothing further right can reach it
        continue;
      }
      ++looked_at;
      // Where lines are printed over each other, each goes on as it was drawn.
      const bool is_next = segment.last_piece + 1 == index && goes_on(segment.box.x1, segment.baseline, index);
      const float cost = is_next ? -1 : std::abs(segment.baseline - piece.baseline) + std::abs(gap) * 0.1f;
      if (cost < best_cost && belongs(segment, index, gap)) {
        best = at;
        best_cost = cost;
      }
      ++at;
    }
    return best;
  }

  // Drawn next, behind a blank like the others of the line, where no line begins: its words that did not fit go through
  // walls.
  bool runs_over(const Open& segment, std::uint32_t index, float gap) const {
    if (segment.last_piece + 1 != index || !goes_on(segment.box.x1, segment.baseline, index) ||
        gap < segment.narrowest_gap - same_blank || gap > segment.widest_gap + same_blank)
      return false;
    const float x = ink_.pieces[index].box.x0;
    const auto at = std::lower_bound(line_starts_.begin(), line_starts_.end(), x - same_start);
    return at == line_starts_.end() || *at > x + same_start;
  }

  // A blank behind what ends at `x`.
  bool goes_on(float x, float baseline, std::uint32_t index) const {
    const Piece& piece = ink_.pieces[index];
    const float gap = piece.box.x0 - x;
    return baseline == piece.baseline && gap >= 0 && gap < blank_em * piece.size;
  }

  bool belongs(const Open& segment, std::uint32_t index, float gap) const {
    const Piece& piece = ink_.pieces[index];
    const float em = std::min(segment.size, piece.size);
    const float shift = segment.baseline - piece.baseline;  // > 0: the piece is raised
    const float ratio = piece.size / segment.size;
    if (gap < -em * 0.6f) return false;
    const float tolerance = piece.is_word ? em * 0.4f : em * 0.15f;
    const bool behind_marker = std::abs(shift) <= em * 0.4f && ends_in_marker(segment);
    if (std::abs(shift) <= tolerance || behind_marker) {
      const float widest = behind_marker ? marker_gap_em * em : column_gap_em * std::max(em, 6.0f);
      const float y = piece.baseline - em * 0.3f;
      if (runs_over(segment, index, gap)) return true;
      return gap <= widest && !walls_.begin_column(piece.box, y) &&
             !walls_.stand_between(segment.box, piece.box, y, overfull(segment, index, behind_marker) * em);
    }
    if (gap > em * 0.45f) return false;
    const float big = std::max(segment.size, piece.size);
    if (ratio < 0.87f) return shift > -big * 0.4f && shift < big * 0.75f;    // raised or lowered mark
    if (ratio > 1.15f) return -shift > -big * 0.4f && -shift < big * 0.75f;  // the text behind such a mark
    return false;
  }

  static float overfull(const Open& segment, std::uint32_t index, bool behind_marker) {
    if (behind_marker) return 0;
    return segment.last_piece + 1 == index ? overfull_em : overprint_em;
  }

  bool ends_in_marker(const Open& segment) const {
    if (segment.pieces > 3 || segment.box.width() > segment.size * 4) return false;
    const Marker marker = find_marker(std::u32string_view(start_of(segment.first_piece, 12)));
    return marker.kind != MarkerKind::none && marker.length == start_of(segment.first_piece, 12).size();
  }

  std::u32string start_of(std::uint32_t piece, std::size_t most) const {
    std::u32string text;
    for (; piece != no_index && text.size() < most; piece = next_[piece]) {
      const Piece& p = ink_.pieces[piece];
      for (std::uint32_t c = 0; c < p.clusters && text.size() < most; ++c) {
        const Cluster& cluster = ink_.clusters[p.first_cluster + c];
        text.append(ink_.units, cluster.first_unit, cluster.units);
      }
    }
    return text;
  }

  std::u32string end_of(std::uint32_t piece) const {
    const Piece& p = ink_.pieces[piece];
    std::u32string text;
    for (std::uint32_t c = p.clusters > 3 ? p.clusters - 3 : 0; c < p.clusters; ++c) {
      const Cluster& cluster = ink_.clusters[p.first_cluster + c];
      text.append(ink_.units, cluster.first_unit, cluster.units);
    }
    return text;
  }

  Segments finish() const {
    Segments out;
    out.all.reserve(segments_.size());
    out.order.reserve(ink_.pieces.size());
    for (const Open& open : segments_) {
      Segment segment;
      segment.box = open.box;
      segment.baseline = open.baseline;
      segment.size = open.size;
      segment.widest_gap = open.widest_gap;
      segment.first_piece = static_cast<std::uint32_t>(out.order.size());
      segment.pieces = open.pieces;
      for (std::uint32_t piece = open.first_piece; piece != no_index; piece = next_[piece])
        out.order.push_back(piece);
      describe(segment, open);
      out.all.push_back(segment);
    }
    return out;
  }

  void describe(Segment& segment, const Open& open) const {
    std::u32string start = start_of(open.first_piece, 8), end = end_of(open.last_piece);
    segment.is_marker = ends_in_marker(open);
    float bold = 0, all = 0;
    for (std::uint32_t piece = open.first_piece; piece != no_index; piece = next_[piece]) {
      all += ink_.pieces[piece].box.width();
      if (ink_.pieces[piece].is_bold) bold += ink_.pieces[piece].box.width();
    }
    segment.is_bold = bold > 0.6f * all;
    const Piece* last = &ink_.pieces[open.first_piece];
    for (std::uint32_t piece = next_[open.first_piece]; piece != no_index; piece = next_[piece]) {
      const Piece& p = ink_.pieces[piece];
      if (last->blank_after || p.blank_before || p.box.x0 - last->box.x1 > 0.17f * p.size) break;
      last = &p;
    }
    segment.first_word = last->box.x1 - open.box.x0;
    if (std::any_of(start.begin(), start.end(), is_right_to_left)) std::swap(start, end);
    while (!end.empty() && (closes(end.back()) || is_digit(end.back())) && end.size() > 1)
      end.pop_back();
    if (!start.empty()) {
      std::size_t at = 0;
      while (at + 1 < start.size() && !is_letter(start[at]) && !is_digit(start[at]))
        ++at;
      segment.starts_lower = is_lower(start[at]);
      segment.starts_upper = is_upper(start[at]);
    }
    if (!end.empty()) {
      segment.ends_with_colon = end.back() == U':' || end.back() == 0xFF1A;
      segment.ends_sentence = plumbline::ends_sentence(end.back());
    }
  }

  const PageInk& ink_;
  const Walls& walls_;
  std::vector<std::uint32_t> next_;  // of each piece, in its segment
  std::vector<float> line_starts_;   // of what does not go on from what was drawn before it, ascending
  std::vector<Open> segments_;
  std::multimap<float, std::uint32_t> open_;  // by baseline
};

}  // namespace

Walls::Walls(std::vector<Box> rules, std::vector<Box> gutters)
    : rules_(std::move(rules)), gutters_(std::move(gutters)) {
  const auto by_x = [](const Box& a, const Box& b) { return a.x0 < b.x0; };
  std::sort(rules_.begin(), rules_.end(), by_x);
  std::sort(gutters_.begin(), gutters_.end(), by_x);
}

bool Walls::stand_between(const Box& left, const Box& right, float y, float overfull) const {
  const auto any_between = [&](const std::vector<Box>& walls, float from, float to) {
    auto at = std::lower_bound(walls.begin(), walls.end(), from, [](const Box& wall, float x) { return wall.x0 < x; });
    for (std::size_t n = 0; at != walls.end() && at->x0 <= to && n < looked_at_most * 4; ++at, ++n)
      if (at->y0 <= y && at->y1 >= y) return true;
    return false;
  };
  const float end = left.x1 - wall_slack, border = std::max(left.x0 + wall_slack, left.x1 - overfull);
  return any_between(rules_, std::min(end, border), right.x0 + 1) ||
         (right.x0 >= left.x1 && any_between(gutters_, end, right.x0 + 1));
}

bool Walls::begin_column(const Box& right, float y) const {
  constexpr float widest_gutter = 40, same_x = 1.5f;
  auto at = std::lower_bound(gutters_.begin(), gutters_.end(), right.x0 - widest_gutter,
                             [](const Box& wall, float x) { return wall.x0 < x; });
  for (std::size_t n = 0; at != gutters_.end() && at->x0 <= right.x0 && n < looked_at_most * 4; ++at, ++n)
    if (std::abs(at->x1 - right.x0) < same_x && at->x0 < at->x1 && at->y0 <= y && at->y1 >= y) return true;
  return false;
}

Segments collect_segments(const PageInk& ink, const Walls& walls) {
  return Builder(ink, walls).build();
}

}  // namespace plumbline::layout
