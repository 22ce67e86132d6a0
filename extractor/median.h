// The value in the middle.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace plumbline {

// Of an even number, the upper one of the two; `otherwise` where there are no values.
template <class Value>
Value median(std::vector<Value> values, Value otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace plumbline
