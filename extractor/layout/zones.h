// Zones: a region from top to bottom, parted where columns begin and end.
#pragma once

#include "extractor/layout/item.h"

#include <vector>

namespace plumbline::layout {

// With gutters: items stand in columns, parted by white at those x. Without: one column.
struct Zone {
  Indices items;               // by y
  std::vector<float> gutters;  // from left to right
};

// Linear in items, but for sorting. One zone without gutters when nothing stands in columns.
std::vector<Zone> find_zones(const Items& items, const Indices& region);

}  // namespace plumbline::layout
