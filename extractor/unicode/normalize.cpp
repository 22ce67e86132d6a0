// Text as Plumbline keeps it.
#include "extractor/unicode/normalize.h"

#include "extractor/unicode/letters.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace plumbline {

namespace {

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

bool is_dropped(UChar32 c) {
  switch (c) {
    case 0x00AD:  // soft hyphen
    case 0x200B:
    case 0x2060:
    case 0xFEFF:
      return true;  // zero-width space, word joiner, byte-order mark
    default:
      return u_charType(c) == U_CONTROL_CHAR && !u_isUWhiteSpace(c);
  }
}

// Folds blanks and drops what nobody sees.
std::string clean(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  bool blank = false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(raw.data());
  const auto length = static_cast<std::int32_t>(raw.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    if (u_isUWhiteSpace(c)) {
      blank = !out.empty();
      continue;
    }
    if (is_dropped(c)) continue;
    if (blank) out += ' ';
    blank = false;
    append_code_point(out, static_cast<char32_t>(c));
  }
  return out;
}

std::string to_form(const icu::Normalizer2* form, const std::string& text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  form->normalizeUTF8(0, text, sink, nullptr, status);
  return U_SUCCESS(status) ? out : text;
}

}  // namespace

std::string normalize_line(std::string_view raw) {
  std::string text = clean(raw);
  if (is_plain_ascii(text)) return text;
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
  return to_form(nfc, text);
}

std::string fold(std::string_view text) {
  std::string out = clean(text);
  if (is_plain_ascii(out)) {
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfkc_casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  return to_form(nfkc_casefold, out);
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace plumbline
