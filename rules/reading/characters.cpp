// Code points and their kinds, from ICU.
#include "rules/reading/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace plumbline {
namespace {

CharacterKind kind_of(UChar32 code) {
  if (u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC)) return CharacterKind::ideograph;
  switch (u_charType(code)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return CharacterKind::letter;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return CharacterKind::combining;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharacterKind::digit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
      return CharacterKind::blank;
    default:
      return CharacterKind::mark;
  }
}

Script script_of(UChar32 code) {
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(code, &error)) {
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    case USCRIPT_ARABIC:
      return Script::arabic;
    default:
      return Script::other;
  }
}

constexpr Character classify_ascii(unsigned char byte) {
  Character result{byte, 1, CharacterKind::mark, Script::none, false};
  if (byte <= ' ' || byte == 0x7f) result.kind = CharacterKind::blank;
  if (byte >= '0' && byte <= '9') result.kind = CharacterKind::digit;
  const bool is_upper = byte >= 'A' && byte <= 'Z';
  if (is_upper || (byte >= 'a' && byte <= 'z')) {
    result.kind = CharacterKind::letter;
    result.script = Script::latin;
    result.is_capital = is_upper;
  }
  return result;
}

constexpr std::array<Character, 0x80> classify_all_ascii() {
  std::array<Character, 0x80> table{};
  for (unsigned char byte = 0; byte < 0x80; ++byte)
    table[byte] = classify_ascii(byte);
  return table;
}

std::uint32_t length_of(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

const icu::Normalizer2* decomposer() {
  UErrorCode error = U_ZERO_ERROR;
  return icu::Normalizer2::getNFKDInstance(error);
}

char32_t plain_letter(char32_t code) {
  switch (code) {
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ':
      return U'ا';
    case U'ى':
      return U'ي';
    case U'ة':
      return U'ه';
    case U'ł':
      return U'l';
    case U'ø':
      return U'o';
    case U'đ':
      return U'd';
    default:
      return code;
  }
}

}  // namespace

char32_t code_at(std::string_view text, std::uint32_t at) {
  const auto byte = [&](std::uint32_t i) {
    return at + i < text.size() ? static_cast<char32_t>(static_cast<unsigned char>(text[at + i])) : U'\0';
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return lead;
  if (lead < 0xe0) return (lead & 0x1f) << 6 | (byte(1) & 0x3f);
  if (lead < 0xf0) return (lead & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
  return (lead & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f);
}

constinit const std::array<Character, 0x80> ascii_characters = classify_all_ascii();

Character wide_character_at(std::string_view text, std::uint32_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  Character result;
  result.code = code_at(text, at);
  result.length = std::min<std::uint32_t>(length_of(lead), static_cast<std::uint32_t>(text.size()) - at);
  const auto code = static_cast<UChar32>(result.code);
  result.kind = kind_of(code);
  if (result.kind == CharacterKind::letter) {
    result.script = script_of(code);
    result.is_capital = u_isupper(code);
  }
  return result;
}

void append_code(std::string& text, char32_t code) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xc0 | code >> 6);
    put(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    put(0xe0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3f));
    put(0x80 | (code & 0x3f));
  } else {
    put(0xf0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3f));
    put(0x80 | (code >> 6 & 0x3f));
    put(0x80 | (code & 0x3f));
  }
}

std::string fold_word(std::string_view word) {
  bool is_ascii = true;
  std::string result;
  result.reserve(word.size());
  for (const char c : word) {
    is_ascii = is_ascii && static_cast<unsigned char>(c) < 0x80;
    result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  if (is_ascii) return result;
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString folded =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  folded.foldCase();
  if (const auto* normalizer = decomposer()) folded = normalizer->normalize(folded, error);
  result.clear();
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 code = folded.char32At(i);
    if (code == 0x640 || u_charType(code) == U_NON_SPACING_MARK) continue;
    append_code(result, plain_letter(static_cast<char32_t>(code)));
  }
  return result;
}

int digit_value(char32_t code) {
  if (code >= '0' && code <= '9') return static_cast<int>(code - '0');
  return code < 0x80 ? -1 : u_charDigitValue(static_cast<UChar32>(code));
}

}  // namespace plumbline
