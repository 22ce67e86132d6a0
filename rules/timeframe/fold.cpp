// Text folded for matching, code point by code point, with an offset map.
#include "rules/timeframe/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#include <array>

namespace plumbline::timeframe {

namespace {

constexpr UChar32 dropped = -1;

// What a code point above ASCII becomes; `dropped` for what nobody sees or that spelling varies in.
UChar32 fold_rare(UChar32 c) {
  switch (c) {
    case 0x00AD:
    case 0x061C:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0x2066:
    case 0x2067:
    case 0x2068:
    case 0x2069:
    case 0x202A:
    case 0x202B:
    case 0x202C:
    case 0x202D:
    case 0x202E:
    case 0xFEFF:
    case 0x0640:
      return dropped;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x2E3A:
    case 0x301C:
    case 0xFF5E:
    case 0xFF0D:
    case 0xFE58:
    case 0xFE63:
      return '-';
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x2032:
    case 0x00B4:
    case 0xFF07:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0xFF02:
      return '"';
    case 0x060C:
    case 0x3001:
    case 0xFE50:
      return ',';
    case 0x061B:
      return ';';
    case 0x061F:
      return '?';
    case 0x06D4:
      return '.';
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;
    case 0x0649:
    case 0x06CC:
      return 0x064A;
    case 0x06A9:
      return 0x0643;
    case 0x0629:
      return 0x0647;
    case 0x0451:
    case 0x0401:
      return 0x0435;
    case 0x00BA:
      return 0x00BA;
    default:
      break;
  }
  if ((c >= 0x064B && c <= 0x065F) || c == 0x0670) return dropped;
  if (c >= 0xFF01 && c <= 0xFF5E) {
    const UChar32 ascii = c - 0xFEE0;
    return ascii >= 'A' && ascii <= 'Z' ? ascii + 32 : ascii;
  }
  if (c >= 0x4E00 && c <= 0x9FFF) return c;
  if (const std::int32_t digit = u_charDigitValue(c); digit >= 0) return '0' + digit;
  if (u_isUWhiteSpace(c)) return ' ';
  return u_tolower(c);
}

constexpr UChar32 table_end = 0x700;  // Latin to Arabic: nearly all text that is not ASCII or Chinese

const std::array<UChar32, table_end>& fold_table() {
  static const std::array<UChar32, table_end> table = [] {
    std::array<UChar32, table_end> made{};
    for (UChar32 c = 0; c < table_end; ++c) {
      made[static_cast<std::size_t>(c)] = c >= 0x80 ? fold_rare(c) : c <= 0x20 || c == 0x7F ? ' ' : u_tolower(c);
    }
    return made;
  }();
  return table;
}

UChar32 fold_point(UChar32 c) {
  return c < table_end ? fold_table()[static_cast<std::size_t>(c)] : fold_rare(c);
}

void put(Folded& folded, UChar32 c, std::uint32_t from, std::uint32_t to, bool capital) {
  if (c == ' ' && !folded.text.empty() && folded.text.back() == ' ') return;
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  for (std::int32_t i = 0; i < length; ++i) {
    folded.text += bytes[i];
    folded.origin.push_back(from);
    folded.ends.push_back(to);
    folded.is_capital.push_back(capital);
  }
}

// Joins a combining mark to the letter before it, as NFC does. False where they have no joint form.
bool compose(Folded& folded, UChar32 mark, std::uint32_t to) {
  UErrorCode status = U_ZERO_ERROR;
  static const UNormalizer2* const nfc = unorm2_getNFCInstance(&status);
  if (folded.text.empty() || !nfc) return false;
  auto at = static_cast<std::int32_t>(folded.text.size());
  UChar32 letter;
  U8_PREV_OR_FFFD(reinterpret_cast<const std::uint8_t*>(folded.text.data()), 0, at, letter);
  const UChar32 joint = unorm2_composePair(nfc, letter, mark);
  if (joint < 0) return false;
  const auto start = static_cast<std::size_t>(at);
  const std::uint32_t from = folded.origin[start];
  const bool capital = folded.is_capital[start];
  folded.text.resize(start);
  folded.origin.resize(start);
  folded.ends.resize(start + 1);
  folded.is_capital.resize(start);
  put(folded, fold_point(joint), from, to, capital);
  return true;
}

}  // namespace

void Folded::clear() {
  text.clear();
  origin.clear();
  ends.assign(1, 0);
  is_capital.clear();
}

void fold_text(std::string_view text, Folded& folded) {
  folded.clear();
  folded.text.reserve(text.size());
  folded.origin.reserve(text.size() + 1);
  folded.ends.reserve(text.size() + 1);
  folded.is_capital.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    const std::int32_t start = i;
    UChar32 c;
    U8_NEXT(bytes, i, length, c);
    if (c < 0) c = ' ';
    const UChar32 small = fold_point(c);
    const auto from = static_cast<std::uint32_t>(start), to = static_cast<std::uint32_t>(i);
    if (small == dropped) continue;
    if (c >= 0x300 && c < 0x370 && compose(folded, c, to)) continue;
    put(folded, small, from, to, small != c && c < 0x3000);
  }
  folded.origin.push_back(static_cast<std::uint32_t>(text.size()));
}

std::string fold_word(std::string_view text) {
  Folded folded;
  fold_text(text, folded);
  return folded.text;
}

}  // namespace plumbline::timeframe
