// Where a paragraph ends and the next begins, among the lines of one column.
#pragma once

#include "extractor/layout/write.h"

#include <span>
#include <vector>

namespace plumbline::layout {

// The usual distance of baselines in text of a size, learnt from all columns of a page; and on which side lines meet.
class Leading {
 public:
  void learn(std::span<const LaidLine> column);
  void settle();
  float of(float size) const;  // points
  // Lines end at one x and begin raggedly: text of a right-to-left script that was set flush left.
  bool is_end_aligned() const { return same_ends_ >= 4 && same_ends_ > 3 * same_starts_; }

 private:
  std::vector<std::pair<float, float>> seen_;   // size, distance / size
  std::vector<std::pair<float, float>> usual_;  // size, distance / size
  float otherwise_ = 1.2f;
  std::size_t same_starts_ = 0, same_ends_ = 0;  // lines below each other that meet on one side only
};

// For each line whether a block begins with it.
std::vector<bool> find_block_starts(std::span<const LaidLine> column, const Leading& leading);

}  // namespace plumbline::layout
