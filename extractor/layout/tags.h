// How far the tags of a PDF can be believed: they are held against what geometry is sure of.
#pragma once

#include "extractor/layout/paragraphs.h"

#include <cstddef>
#include <span>

namespace plumbline::layout {

// Both lines belong to a paragraph, heading or item that the file names.
bool are_tagged(const Tag& a, const Tag& b);

// Tags that part lines in the midst of a sentence, or hold together what stands far apart, were not made from the
// text's own paragraphs but line by line or page by page.
class TagTrust {
 public:
  void learn(std::span<const LaidLine> column, const Leading& leading);
  void learn(const Document& document);  // from the blocks that layout found
  bool is_earned() const;

 private:
  void count(bool is_right) { ++(is_right ? right_ : wrong_); }

  std::size_t right_ = 0, wrong_ = 0;
};

}  // namespace plumbline::layout
