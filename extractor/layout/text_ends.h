// How a text begins and ends, as far as layout asks.
#pragma once

#include <string_view>

namespace plumbline::layout {

// Its first letter is a small one; digits and scripts without case say no.
bool starts_lower(std::string_view text);
// Its last character, brackets and quotation marks that close aside; a blank for an empty text.
char32_t last_mark(std::string_view text);

}  // namespace plumbline::layout
