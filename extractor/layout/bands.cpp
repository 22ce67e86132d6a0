// Items that share most of their height are one line.
#include "extractor/layout/bands.h"

#include <algorithm>

namespace plumbline::layout {

std::vector<Band> bands_of(const Items& items, const Indices& column) {
  std::vector<Band> bands;
  for (const std::uint32_t index : column) {
    const Item& item = items[index];
    const bool same_line =
        !bands.empty() && std::min(bands.back().bottom, item.box.y1) - item.box.y0 >
                              0.5f * std::min(item.box.height(), bands.back().bottom - bands.back().top);
    if (!same_line) {
      bands.push_back({item.box.y0,
                       item.box.y1,
                       item.baseline,
                       item.size,
                       item.box.x1,
                       item.first_word,
                       item.starts_lower,
                       item.starts_upper,
                       item.ends_with_colon,
                       item.ends_sentence,
                       item.is_bold,
                       {index}});
      continue;
    }
    Band& band = bands.back();
    band.bottom = std::max(band.bottom, item.box.y1);
    band.right = std::max(band.right, item.box.x1);
    band.ends_with_colon = item.ends_with_colon;
    band.ends_sentence = item.ends_sentence;
    band.items.push_back(index);
  }
  return bands;
}

float leading_of(const std::vector<Band>& bands) {
  std::vector<float> gaps;
  for (std::size_t i = 1; i < bands.size(); ++i)
    gaps.push_back(bands[i].top - bands[i - 1].bottom);
  if (gaps.empty()) return 0;
  std::sort(gaps.begin(), gaps.end());
  return gaps[gaps.size() / 5];
}

}  // namespace plumbline::layout
