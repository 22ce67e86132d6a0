// Segments: pieces on one baseline with no wide gap between them. Every line of a column is one or a few of them.
#pragma once

#include "extractor/layout/pieces.h"

#include <cstdint>
#include <vector>

namespace plumbline::layout {

struct Segment {
  Box box;
  float baseline = 0, size = 0;
  float widest_gap = 0;                       // points, between two of its pieces
  float first_word = 0;                       // points: width of what stands before its first blank, from the left
  std::uint32_t first_piece = 0, pieces = 0;  // into Segments::order
  bool starts_lower = false, starts_upper = false;
  bool ends_with_colon = false, ends_sentence = false;
  bool is_bold = false;
  bool is_marker = false;  // nothing but a list marker
};

struct Segments {
  std::vector<Segment> all;
  std::vector<std::uint32_t> order;  // pieces of each segment, from left to right
};

// Wider gaps may part columns; layout joins again what does not.
inline constexpr float column_gap_em = 0.7f;
inline constexpr float overfull_em = 0.6f;  // that words reach over their cell's border

// What no segment goes through: the vertical rules of a page and its gutters, in the ink's frame.
class Walls {
 public:
  Walls(std::vector<Box> rules, std::vector<Box> gutters);
  // At height `y`, in the white between two pieces of text. A rule also in the last `overfull` points of the left one,
  // which did not fit its cell.
  bool stand_between(const Box& left, const Box& right, float y, float overfull) const;
  // The column right of a gutter begins with `right`, at height `y`, whatever reaches over the gutter.
  bool begin_column(const Box& right, float y) const;

 private:
  std::vector<Box> rules_, gutters_;  // by x
};

Segments collect_segments(const PageInk& ink, const Walls& walls);

}  // namespace plumbline::layout
