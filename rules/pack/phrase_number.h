// Numbers of headings: in digits, in Roman numerals, or (up to ten) written out in a language that Plumbline reads.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

std::optional<int> number_of(std::string_view loose_text);

// Bytes that a number at the start of a loosened text may take; none where none stands there.
std::vector<std::size_t> number_lengths(std::string_view loose_text);

}  // namespace plumbline
