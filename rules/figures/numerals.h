// Numbers as nine languages write them, in digits and in words.
#pragma once

#include "rules/reading/reading.h"

#include <optional>
#include <string_view>

namespace plumbline {

struct Numeral {
  double value = 0;
  int decimals = 0;
  std::uint32_t word_end = 0;  // behind its last word
  bool is_spelled_out = false;
};

// The number whose first word is words[at]; nothing where none stands there, or where it may be read in two ways
// ("1.234" is a thousand in one convention and little more than one in another).
std::optional<Numeral> numeral_at(const Reading& reading, std::uint32_t at, std::uint32_t end);

// A month's name in that language ("june", "июня"), folded.
bool is_month(Language language, std::string_view folded);

}  // namespace plumbline
