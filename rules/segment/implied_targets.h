// Targets whose headings do not say what they are: "3. Open contracting", and under it the template's labels.
#pragma once

#include "rules/segment/landmarks.h"

namespace plumbline {

// The landmarks, and one for each heading that a run of labels of a target's parts stands under. Only where no
// landmark is a target. The heading must be numbered, a heading to the reader, or alone in its row of a form.
std::vector<Landmark> with_implied_targets(const LineStream& stream, const Pack& pack, std::vector<Landmark> landmarks);

}  // namespace plumbline
