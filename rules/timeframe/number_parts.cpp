// Number words that are written together.
#include "rules/timeframe/number_parts.h"

#include <algorithm>

namespace plumbline::timeframe {

// Its parts from left to right, the longest first: "tausend" multiplies what stands before it.
int NumberParts::number(std::string_view word) const {
  int total = 0, part = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::pair<std::string, int>* best = nullptr;
    for (const auto& one : by_first_byte_[static_cast<unsigned char>(word[at])])
      if (word.substr(at).starts_with(one.first) && (!best || one.first.size() > best->first.size())) best = &one;
    if (best) {
      at += best->first.size();
      if (best->second >= 1000)
        total += std::max(part, 1) * best->second, part = 0;
      else if (best->second == 100)
        part = std::max(part, 1) * 100;
      else
        part += best->second;
    } else if (at > 0 && word.substr(at).starts_with("und")) {
      at += 3;  // "fünfundzwanzig"
    } else {
      return 0;
    }
    if (total + part > 1'000'000) return 0;
  }
  return total + part;
}

}  // namespace plumbline::timeframe
