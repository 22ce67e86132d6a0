// What kind of character a code point is.
#include "extractor/unicode/letters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace plumbline {

namespace {

UChar32 as_icu(char32_t c) {
  return c > 0x10FFFF ? 0xFFFD : static_cast<UChar32>(c);
}

}  // namespace

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return u_isalpha(as_icu(c));
}
bool is_upper(char32_t c) {
  return u_isUUppercase(as_icu(c)) || u_istitle(as_icu(c));
}
bool is_lower(char32_t c) {
  return u_isULowercase(as_icu(c));
}
bool is_digit(char32_t c) {
  if (c < 0x80) return c >= U'0' && c <= U'9';
  return u_isdigit(as_icu(c));
}

bool is_combining(char32_t c) {
  const auto type = u_charType(as_icu(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

bool is_ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0x31C0 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFF65) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_right_to_left(char32_t c) {
  const auto direction = u_charDirection(as_icu(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E ||
         c == 0x061F || c == 0x06D4 || c == 0x0964 || c == 0x2026;
}

bool closes(char32_t c) {
  const auto type = u_charType(as_icu(c));
  return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || c == U'"' || c == U'\'' || c == 0x201D ||
         c == 0x201C || c == 0xBB;
}

char32_t combining_form(char32_t c) {
  if (is_combining(c)) return c;
  switch (c) {
    case 0x0060:
      return 0x0300;
    case 0x00B4:
      return 0x0301;
    case 0x02C6:
      return 0x0302;
    case 0x02DC:
      return 0x0303;
    case 0x00AF:
      return 0x0304;
    case 0x02D8:
      return 0x0306;
    case 0x02D9:
      return 0x0307;
    case 0x00A8:
      return 0x0308;
    case 0x02DA:
      return 0x030A;
    case 0x02DD:
      return 0x030B;
    case 0x02C7:
      return 0x030C;
    case 0x00B8:
      return 0x0327;
    case 0x02DB:
      return 0x0328;
    default:
      return 0;
  }
}

std::u32string to_utf32(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    out += static_cast<char32_t>(c);
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : text)
    append_code_point(out, c);
  return out;
}

void append_code_point(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  char buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(c));
  out.append(buffer, static_cast<std::size_t>(length));
}

}  // namespace plumbline
