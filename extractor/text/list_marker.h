// What marks an item of a list in plain text.
#pragma once

#include <cstdint>
#include <string_view>

namespace plumbline {

struct ListMarker {
  enum class Kind : std::uint8_t { none, bullet, dash, number, letter, roman, outline };
  Kind kind = Kind::none;
  std::uint32_t length = 0;  // bytes, without the blank behind it
  std::uint32_t value = 0;   // of a number, letter or Roman numeral, from 1
  char32_t sign = 0;         // the bullet, or what closes the number: '.', ')', …
  explicit operator bool() const { return kind != Kind::none; }
};

// The marker at the start of a line (normalised, no blank before it): "•", "-", "1.", "2)", "(a)", "iv.", "1.2.3".
// Text must follow it. "3 schools", "2013." and "J. Smith" are no markers.
ListMarker list_marker(std::string_view line);

}  // namespace plumbline
