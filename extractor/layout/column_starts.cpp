// Parts segments at columns that other lines show.
#include "extractor/layout/column_starts.h"

#include "extractor/layout/markers.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace plumbline::layout {

namespace {

constexpr std::size_t lines_least = 6;  // that begin at an x to make it a column's
constexpr float same_x = 0.8f;          // points

class Parter {
 public:
  Parter(const PageInk& ink, const Segments& from, bool right_to_left)
      : ink_(ink), from_(from), sign_(right_to_left ? -1 : 1) {
    for (const Segment& segment : from.all)
      starts_.push_back(start(segment.box));
    std::sort(starts_.begin(), starts_.end());
  }

  Segments part() {
    to_.order.reserve(from_.order.size());
    for (const Segment& segment : from_.all)
      part(segment);
    return std::move(to_);
  }

 private:
  float start(const Box& box) const { return sign_ > 0 ? box.x0 : -box.x1; }

  std::size_t lines_that_begin_at(float x) const {
    const auto low = std::lower_bound(starts_.begin(), starts_.end(), x - same_x);
    return static_cast<std::size_t>(std::upper_bound(low, starts_.end(), x + same_x) - low);
  }

  const Piece& piece(const Segment& segment, std::uint32_t i) const {
    return ink_.pieces[from_.order[segment.first_piece + i]];
  }

  void part(const Segment& segment) {
    std::uint32_t first = 0;
    for (std::uint32_t i = 1; i < segment.pieces; ++i)
      if (begins_column(segment, i)) {
        add(segment, first, i);
        first = i;
      }
    add(segment, first, segment.pieces);
  }

  bool begins_column(const Segment& segment, std::uint32_t i) const {
    const Piece &left = piece(segment, i - 1), &right = piece(segment, i);
    const float gap = right.box.x0 - left.box.x1;
    if (gap < 0.33f * segment.size || gap < segment.widest_gap * 0.98f) return false;
    if (is_marker(segment, sign_ > 0 ? 0 : i, sign_ > 0 ? i : segment.pieces)) return false;
    const float x = start(sign_ > 0 ? right.box : left.box);
    if (lines_that_begin_at(x) < lines_least) return false;
    float second = 0;  // the widest of the line's other gaps
    for (std::uint32_t k = 1; k < segment.pieces; ++k)
      if (k != i) second = std::max(second, piece(segment, k).box.x0 - piece(segment, k - 1).box.x1);
    return gap > second * 1.3f;
  }

  bool is_marker(const Segment& segment, std::uint32_t first, std::uint32_t end) const {
    if (end - first > 3) return false;
    std::u32string text;
    for (std::uint32_t i = first; i < end; ++i) {
      const Piece& p = piece(segment, i);
      for (std::uint32_t c = 0; c < p.clusters && text.size() < 12; ++c) {
        const Cluster& cluster = ink_.clusters[p.first_cluster + c];
        text.append(ink_.units, cluster.first_unit, cluster.units);
      }
    }
    const Marker marker = find_marker(std::u32string_view(text));
    return marker.kind != MarkerKind::none && marker.length == text.size();
  }

  void add(const Segment& from, std::uint32_t first, std::uint32_t end) {
    Segment part = from;
    if (first > 0 || end < from.pieces) {
      part.box = piece(from, first).box;
      part.widest_gap = 0;
      for (std::uint32_t i = first; i < end; ++i) {
        part.box.include(piece(from, i).box);
        if (i > first) part.widest_gap = std::max(part.widest_gap, piece(from, i).box.x0 - piece(from, i - 1).box.x1);
      }
      part.is_bold = piece(from, first).is_bold;
      const bool keeps_start = sign_ > 0 ? first == 0 : end == from.pieces;
      const bool keeps_end = sign_ > 0 ? end == from.pieces : first == 0;
      if (!keeps_start) part.starts_lower = part.starts_upper = false;
      if (!keeps_end) part.ends_with_colon = part.ends_sentence = false;
    }
    part.first_piece = static_cast<std::uint32_t>(to_.order.size());
    part.pieces = end - first;
    for (std::uint32_t i = first; i < end; ++i)
      to_.order.push_back(from_.order[from.first_piece + i]);
    to_.all.push_back(part);
  }

  const PageInk& ink_;
  const Segments& from_;
  float sign_;
  std::vector<float> starts_;  // of all segments, ascending
  Segments to_;
};

}  // namespace

Segments part_at_column_starts(const PageInk& ink, const Segments& segments, bool right_to_left) {
  return Parter(ink, segments, right_to_left).part();
}

}  // namespace plumbline::layout
