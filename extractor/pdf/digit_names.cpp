// Which digits the glyphs of a font are, where the file's own word for it cannot be true.
#include "extractor/pdf/digit_names.h"

#include <poppler/CharCodeToUnicode.h>
#include <poppler/XRef.h>
#include <poppler/fofi/FoFiTrueType.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

namespace plumbline::pdf {

namespace {

bool is_digit(Unicode c) {
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

// What the file calls a code of two bytes; empty where its codes are not the font's own numbers of characters.
std::optional<Unicode> said_of(const GfxFont& font, CharCode code) {
  const std::array<char, 2> bytes = {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
  CharCode number = 0;
  const Unicode* unicode = nullptr;
  int length = 0;
  double dx = 0, dy = 0, ox = 0, oy = 0;
  if (font.getNextChar(bytes.data(), 2, &number, &unicode, &length, &dx, &dy, &ox, &oy) != 2) return std::nullopt;
  if (number != code || length != 1) return std::nullopt;
  return *unicode;
}

// Whether the file calls two codes by one digit. Asked first, since it does not take the font's own file.
bool repeats_a_digit(const GfxCIDFont& font) {
  const CharCodeToUnicode* map = font.getToUnicode();
  const CharCode end = map == nullptr ? 0 : std::min<CharCode>(map->getLength(), 0x10000);
  std::set<Unicode> digits;
  for (CharCode code = 0; code < end; ++code)
    if (const auto said = said_of(font, code); said && is_digit(*said) && !digits.insert(*said).second) return true;
  return false;
}

// Glyph -> digit or sign among digits. Where a font has one glyph for two characters, the first of these stands.
std::map<int, char32_t> digits_of(const FoFiTrueType& font) {
  static constexpr std::array<std::pair<char32_t, char32_t>, 4> ranges = {
      {{U'0', U'9'}, {U'\u0660', U'\u066C'}, {U'\u06F0', U'\u06F9'}, {U'\u0966', U'\u096F'}}};
  std::map<int, char32_t> digits;
  int table = -1;
  for (const auto& [platform, encoding] : {std::pair(3, 10), {3, 1}, {0, 4}, {0, 3}})
    if (table < 0) table = font.findCmap(platform, encoding);
  if (table < 0) return digits;
  for (const auto& [first, last] : ranges)
    for (char32_t c = first; c <= last; ++c)
      if (const int glyph = font.mapCodeToGID(table, c); glyph > 0) digits.emplace(glyph, c);
  return digits;
}

std::map<CharCode, char32_t> codes_of(const std::map<int, char32_t>& digits, const GfxCIDFont& font) {
  std::map<CharCode, char32_t> codes;
  if (font.getCIDToGID() == nullptr) {
    for (const auto& [glyph, digit] : digits)
      codes[static_cast<CharCode>(glyph)] = digit;
    return codes;
  }
  for (CharCode code = 0; code < font.getCIDToGIDLen(); ++code)
    if (const auto digit = digits.find(font.getCIDToGID()[code]); digit != digits.end()) codes[code] = digit->second;
  return codes;
}

}  // namespace

DigitNames::DigitNames(const GfxFont& font, XRef* file) {
  if (file == nullptr || !font.hasToUnicodeCMap() ||
      (font.getType() != fontCIDType2 && font.getType() != fontCIDType2OT))
    return;
  if (!repeats_a_digit(static_cast<const GfxCIDFont&>(font))) return;
  // Poppler reads a font's file through one that is not const, and leaves it as it is.
  const auto bytes = const_cast<GfxFont&>(font).readEmbFontFile(file);
  if (!bytes) return;
  const auto embedded = FoFiTrueType::make(bytes->data(), static_cast<int>(bytes->size()));
  if (!embedded) return;
  std::set<Unicode> digits;
  bool is_believed = true;
  for (const auto& [code, digit] : codes_of(digits_of(*embedded), static_cast<const GfxCIDFont&>(font))) {
    const std::optional<Unicode> said = said_of(font, code);
    if (!said) continue;
    if (is_digit(*said)) is_believed = digits.insert(*said).second && is_believed;
    if (*said != digit && (is_digit(*said) || is_digit(digit))) names_[code] = {*said, digit};
  }
  if (is_believed) names_.clear();
}

std::optional<char32_t> DigitNames::name_of(CharCode code, const Unicode* unicode, int length) const {
  if (names_.empty() || length != 1) return std::nullopt;
  const auto name = names_.find(code);
  // Where codes are not glyph numbers, the map was made for other codes than this.
  if (name == names_.end() || name->second.said != *unicode) return std::nullopt;
  return name->second.is;
}

}  // namespace plumbline::pdf
