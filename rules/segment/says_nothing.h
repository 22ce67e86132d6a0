// "No further measures are planned.": what stands where a party has nothing to report is no action.
#pragma once

#include "rules/pack/pack.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace plumbline {

// The pack's phrases of that kind (indices into Pack::nothing) that take the text: it begins with one, and little
// follows.
std::vector<std::uint32_t> phrases_of_nothing(std::string_view text, const Pack& pack);

}  // namespace plumbline
