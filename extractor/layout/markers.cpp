// List markers.
#include "extractor/layout/markers.h"

#include "extractor/unicode/letters.h"

#include <algorithm>
#include <string>

namespace plumbline::layout {

namespace {

bool is_bullet(char32_t c) {
  constexpr std::u32string_view bullets = U"•‣◦▪▫■□●○◆◇➢➤►▶✓✔❖⁃∙·\uF0B7\uF0A7\uF0D8\uF0FC\uF076\uF0A8\uF0E8\uF0F0";
  return bullets.find(c) != bullets.npos;
}

bool is_dash(char32_t c) {
  return c == U'-' || c == U'–' || c == U'—' || c == U'*' || c == U'−';
}

bool is_roman(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    constexpr std::u32string_view digits = U"ivxlIVXL";
    return digits.find(c) != digits.npos;
  });
}

bool ends_token(std::u32string_view text, std::size_t at) {
  return at == text.size() || text[at] == U' ';
}

// "1", "12", "1.2.3": at most three digits a part, so that a year is none.
std::size_t number_length(std::u32string_view text) {
  std::size_t at = 0, part = 0;
  while (at < text.size() && at < 12) {
    if (is_digit(text[at]) && part < 3)
      ++part;
    else if (text[at] == U'.' && part > 0 && at + 1 < text.size() && is_digit(text[at + 1]))
      part = 0;
    else
      break;
    ++at;
  }
  return at;
}

}  // namespace

Marker find_marker(std::u32string_view text) {
  if (text.empty()) return {};
  if (is_bullet(text[0])) return {MarkerKind::bullet, 1};
  // Word's second-level bullet is the letter o of a typewriter.
  if (text[0] == U'o' && (text.size() == 1 || (text.size() > 2 && text[1] == U' ' && is_upper(text[2]))))
    return {MarkerKind::bullet, 1};
  if (is_dash(text[0]) && ends_token(text, 1)) return {MarkerKind::dash, 1};
  const std::size_t opening = text[0] == U'(' || text[0] == 0xFF08 ? 1 : 0;
  const auto closes_marker = [&](std::size_t at) {
    if (at >= text.size()) return false;
    const char32_t c = text[at];
    const bool bracket = c == U')' || c == 0xFF09;
    if (opening == 1) return bracket && at + 1 <= text.size();
    return (bracket || c == U'.' || c == 0x3001 || c == 0xFF0E) && (ends_token(text, at + 1) || c == 0x3001);
  };
  const std::size_t digits = number_length(text.substr(opening));
  if (digits > 0 && closes_marker(opening + digits)) return {MarkerKind::number, opening + digits + 1};
  if (digits > 1 && opening == 0 && text.substr(0, digits).find(U'.') != text.npos && ends_token(text, digits))
    return {MarkerKind::number, digits};
  std::size_t letters = 0;
  while (opening + letters < text.size() && letters < 6 && is_letter(text[opening + letters]))
    ++letters;
  const bool is_one = letters == 1 || (letters > 1 && is_roman(text.substr(opening, letters)));
  if (is_one && closes_marker(opening + letters)) return {MarkerKind::letter, opening + letters + 1};
  return {};
}

Marker find_marker(std::string_view text) {
  const std::u32string start = to_utf32(text.substr(0, 48));
  Marker marker = find_marker(std::u32string_view(start));
  std::string bytes;
  for (std::size_t i = 0; i < marker.length; ++i)
    append_code_point(bytes, start[i]);
  marker.length = bytes.size();
  return marker;
}

}  // namespace plumbline::layout
