// White between items that stand beside each other, and where it is the same on many lines.
#pragma once

#include "extractor/layout/item.h"

#include <cstdint>
#include <vector>

namespace plumbline::layout {

struct Gap {
  float x0, x1;
  std::uint32_t left, right;  // places in the region
};

// Between each item of `region`, which is by y, and its nearest neighbours on both sides. n log n.
std::vector<Gap> find_gaps(const Items& items, const Indices& region);

// The x that most gaps share, then the x that most of the others share, and so on: few.
std::vector<float> common_places(const std::vector<Gap>& gaps);

}  // namespace plumbline::layout
