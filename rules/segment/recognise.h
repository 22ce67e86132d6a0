// Which template a submission is on.
#pragma once

#include "extractor/document.h"
#include "rules/pack/pack.h"

#include <span>

namespace plumbline {

struct Recognition {
  const Pack* pack = nullptr;  // null: no template recognised
  double score = 0;            // of the best pack, 0..1
};

// A pack's score is the share of its marks, in the one language where it is greatest, that begin a line of the
// document; 0 where a counter-mark stands. The best pack wins when its score reaches its own `recognise_at`.
Recognition recognise(const Document& document, std::span<const Pack> packs);

}  // namespace plumbline
