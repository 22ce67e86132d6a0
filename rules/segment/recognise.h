// Which template a submission is on.
#pragma once

#include "rules/pack/pack.h"
#include "rules/segment/line_stream.h"

#include <span>

namespace plumbline {

struct Recognition {
  const Pack* pack = nullptr;  // null: no template recognised
  double score = 0;            // of the best pack, 0..1
};

// A pack's score: how many of its marks, in the one language where that is greatest, begin a line of the document
// (numbering aside), as a share of `enough_marks` or of all. Where a pack has names, one that stands anywhere in the
// first lines counts as a mark; without one the marks count 0.4. 0 where a counter-mark heads something in the first
// lines. The best pack wins when its score reaches its own `recognise_at`.
Recognition recognise(const LineStream& stream, std::span<const Pack> packs);

}  // namespace plumbline
