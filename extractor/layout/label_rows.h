// Where the rows of a form meet, told by the labels that stand beside them.
#pragma once

#include "extractor/layout/bands.h"

#include <vector>

namespace plumbline::layout {

// White that goes through all columns.
struct Cut {
  float y = 0;
  float white = 0;  // its height
};

struct Label {
  float top, bottom, baseline, last_baseline;
};

// y of the boundaries among `cuts`, in order, as they cost least: labels stand at the top, in the middle or at the
// bottom of their rows, all alike, and rows rarely meet within a sentence. `size` is that of the text.
std::vector<float> cut_between_labels(const std::vector<Label>& labels, const std::vector<Band>& body,
                                      const std::vector<Cut>& cuts, float size);

}  // namespace plumbline::layout
