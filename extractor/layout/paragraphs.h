// Where a paragraph ends and the next begins, among the lines of one column.
#pragma once

#include "extractor/layout/write.h"

#include <span>
#include <vector>

namespace plumbline::layout {

// The usual distance of baselines in text of a size, learnt from all columns of a page.
class Leading {
 public:
  void learn(std::span<const LaidLine> column);
  void settle();
  float of(float size) const;  // points

 private:
  std::vector<std::pair<float, float>> seen_;   // size, distance / size
  std::vector<std::pair<float, float>> usual_;  // size, distance / size
  float otherwise_ = 1.2f;
};

// For each line whether a block begins with it.
std::vector<bool> find_block_starts(std::span<const LaidLine> column, const Leading& leading);

}  // namespace plumbline::layout
