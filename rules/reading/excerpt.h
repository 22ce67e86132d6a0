// Words for messages: a text cut to a length that can be read in one line.
#pragma once

#include <string>
#include <string_view>

namespace plumbline {

// The first words of `text`, up to `code_points` characters, with "…" where something was left out.
std::string excerpt(std::string_view text, std::size_t code_points = 60);

}  // namespace plumbline
