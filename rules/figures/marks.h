// Marks between figures, in every script's form.
#pragma once

#include "rules/figures/figure.h"

#include <string_view>

namespace plumbline {

// A round bracket, of either width.
bool opens_bracket(const Reading& reading, std::uint32_t at);
bool closes_bracket(const Reading& reading, std::uint32_t at);
bool is_colon(const Reading& reading, std::uint32_t at);
bool is_semicolon(const Reading& reading, std::uint32_t at);
bool is_comma(const Reading& reading, std::uint32_t at);
// A comma, or the one that Chinese sets between items of a list: "、".
bool separates_items(const Reading& reading, std::uint32_t at);

// Whether words[at] stands in the figure's sentence and is that mark.
bool is_mark(const Reading& reading, const Figure& in, std::uint32_t at, std::string_view mark);

}  // namespace plumbline
