// List markers: "•", "–", "1.", "(a)", "iv)".
#pragma once

#include <cstddef>
#include <string_view>

namespace plumbline::layout {

enum class MarkerKind { none, bullet, dash, number, letter };

struct Marker {
  MarkerKind kind = MarkerKind::none;
  std::size_t length = 0;  // code points, without the blank behind it
};

// The marker at the start of `text`; it must be followed by a blank or the end.
Marker find_marker(std::u32string_view text);

// The same, in UTF-8; `length` in bytes.
Marker find_marker(std::string_view text);

}  // namespace plumbline::layout
