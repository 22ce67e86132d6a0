// Numbers as lists print them.
#pragma once

#include <cstdint>
#include <string>

namespace plumbline {

enum class NumeralSystem : std::uint8_t {
  decimal,
  decimal_zero,
  lower_letter,
  upper_letter,
  lower_roman,
  upper_roman,
  lower_cyrillic,
  upper_cyrillic,
  chinese,
  circled,
  arabic_indic,
  abjad,
  full_width,
  none,
};

// 4 -> "4", "04", "d", "D", "iv", "IV", "г", "Г", "四", "④", "٤", "د", "４", "". What a system cannot count is decimal.
std::string numeral(std::uint32_t value, NumeralSystem system);

}  // namespace plumbline
