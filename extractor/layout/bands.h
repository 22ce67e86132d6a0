// The lines of one column.
#pragma once

#include "extractor/layout/item.h"

#include <vector>

namespace plumbline::layout {

struct Band {
  float top = 0, bottom = 0, baseline = 0, size = 0, right = 0, first_word = 0;
  bool starts_lower = false, starts_upper = false, ends_with_colon = false, ends_sentence = false, is_bold = false;
  Indices items;
};

// `column` from top to bottom.
std::vector<Band> bands_of(const Items& items, const Indices& column);

// The usual white between the lines of a paragraph: the smallest that is met often.
float leading_of(const std::vector<Band>& bands);

}  // namespace plumbline::layout
