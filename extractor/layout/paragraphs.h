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
  float of(float size) const;    // points
  float most(float size) const;  // points: lines farther apart are of two paragraphs
  // Lines end at one x and begin raggedly: text of a right-to-left script that was set flush left.
  bool is_end_aligned() const { return same_ends_ >= 4 && same_ends_ > 3 * same_starts_; }

 private:
  struct Seen {
    float size = 0, distance = 0;
    bool ends = false;      // a sentence does, above
    bool is_alike = false;  // both lines: none of them a heading
  };
  void find_paragraph_gaps();
  void find_paragraph_gap(std::span<const Seen> seen);

  std::vector<Seen> seen_;
  std::vector<std::pair<float, float>> usual_;           // size, distance / size
  std::vector<std::pair<float, float>> paragraph_gaps_;  // size, distance of the lines around it
  float otherwise_ = 1.2f;
  std::size_t same_starts_ = 0, same_ends_ = 0;  // lines below each other that meet on one side only
};

// For each line whether a block begins with it. Where the tags of the page have earned trust, they decide what
// geometry leaves open.
std::vector<bool> find_block_starts(std::span<const LaidLine> column, const Leading& leading, bool trusts_tags);

}  // namespace plumbline::layout
