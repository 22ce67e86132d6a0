// Where a target's title ends.
#pragma once

#include "extractor/document.h"
#include "rules/pack/pack.h"
#include "rules/segment/passage.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace plumbline {

// How many of `parts`, the lines that begin with a target's title, are its: as many as make the official title of that
// number, or of another where this one's is something else; of a title that is nobody's, up to four that look alike.
std::size_t title_lines(const Document& document, const LineJoiner& joiner, const Pack& pack,
                        const std::vector<LinePart>& parts, std::optional<int> number);

}  // namespace plumbline
