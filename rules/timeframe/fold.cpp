// Text folded for matching, code point by code point, with an offset map.
#include "rules/timeframe/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace plumbline::timeframe {

namespace {

constexpr UChar32 dropped = -1;

struct RareFold {
  UChar32 from, to;
};
// In their order.
constexpr RareFold rare_folds[] = {
    {0x00AD, dropped}, {0x00B4, '\''},    {0x00BA, 0x00BA},  {0x02BC, '\''},    {0x0401, 0x0435},  {0x0451, 0x0435},
    {0x060C, ','},     {0x061B, ';'},     {0x061C, dropped}, {0x061F, '?'},     {0x0622, 0x0627},  {0x0623, 0x0627},
    {0x0625, 0x0627},  {0x0629, 0x0647},  {0x0640, dropped}, {0x0649, 0x064A},  {0x0671, 0x0627},  {0x06A9, 0x0643},
    {0x06CC, 0x064A},  {0x06D4, '.'},     {0x200B, dropped}, {0x200C, dropped}, {0x200D, dropped}, {0x200E, dropped},
    {0x200F, dropped}, {0x2010, '-'},     {0x2011, '-'},     {0x2012, '-'},     {0x2013, '-'},     {0x2014, '-'},
    {0x2015, '-'},     {0x2018, '\''},    {0x2019, '\''},    {0x201C, '"'},     {0x201D, '"'},     {0x201E, '"'},
    {0x201F, '"'},     {0x202A, dropped}, {0x202B, dropped}, {0x202C, dropped}, {0x202D, dropped}, {0x202E, dropped},
    {0x2032, '\''},    {0x2033, '"'},     {0x2060, dropped}, {0x2066, dropped}, {0x2067, dropped}, {0x2068, dropped},
    {0x2069, dropped}, {0x2212, '-'},     {0x2E3A, '-'},     {0x3001, ','},     {0x301C, '-'},     {0x30FC, '-'},
    {0xFE50, ','},     {0xFE58, '-'},     {0xFE63, '-'},     {0xFEFF, dropped}, {0xFF02, '"'},     {0xFF07, '\''},
    {0xFF0D, '-'},     {0xFF5E, '-'}};

// What a code point above ASCII becomes; `dropped` for what nobody sees or that spelling varies in.
UChar32 fold_rare(UChar32 c) {
  const RareFold* const rare = std::lower_bound(std::begin(rare_folds), std::end(rare_folds), c,
                                                [](const RareFold& fold, UChar32 point) { return fold.from < point; });
  if (rare != std::end(rare_folds) && rare->from == c) return rare->to;
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

bool is_combining(UChar32 c) {
  return c >= 0x300 && c < 0x370;
}

// What the code points of one and two bytes become: nearly all text that is not Chinese.
struct FoldTables {
  static constexpr UChar32 end = 0x800;
  std::array<char, 256> bytes{};               // of ASCII; 0: of no ASCII
  std::array<std::uint16_t, end> two_bytes{};  // where that is of two bytes too, and joins no letter; 0: elsewhere
};

const FoldTables& fold_tables() {
  static const FoldTables tables = [] {
    FoldTables made;
    for (UChar32 c = 0; c < 0x80; ++c)
      made.bytes[static_cast<std::size_t>(c)] = c == '~'                 ? '-'
                                                : c <= 0x20 || c == 0x7F ? ' '
                                                                         : static_cast<char>(u_tolower(c));
    for (UChar32 c = 0x80; c < FoldTables::end; ++c) {
      const UChar32 small = fold_rare(c);
      if (small >= 0x80 && small < FoldTables::end && !is_combining(c))
        made.two_bytes[static_cast<std::size_t>(c)] = static_cast<std::uint16_t>(small);
    }
    return made;
  }();
  return tables;
}

UChar32 fold_point(UChar32 c) {
  const auto at = static_cast<std::size_t>(c);
  if (c < 0x80) return fold_tables().bytes[at];
  const std::uint16_t small = c < FoldTables::end ? fold_tables().two_bytes[at] : 0;
  return small ? small : fold_rare(c);
}

bool is_continuation(std::string_view text, std::uint32_t at) {
  return (static_cast<std::uint8_t>(text[at]) & 0xC0) == 0x80;
}

// One of U+4E00 to U+9FFF, which stay as they are.
bool is_chinese_at(std::string_view text, std::uint32_t at) {
  if (at + 2 >= text.size()) return false;
  const auto lead = static_cast<std::uint8_t>(text[at]), second = static_cast<std::uint8_t>(text[at + 1]);
  const bool is_in_range = (lead >= 0xE5 && lead <= 0xE9) || (lead == 0xE4 && second >= 0xB8);
  return is_in_range && is_continuation(text, at + 1) && is_continuation(text, at + 2);
}

bool is_pair_at(std::string_view text, std::uint32_t at) {
  if (at + 1 >= text.size()) return false;
  const auto lead = static_cast<std::uint8_t>(text[at]);
  return lead >= 0xC2 && lead < 0xE0 && is_continuation(text, at + 1);
}

std::uint32_t pair_at(std::string_view text, std::uint32_t at) {
  return (static_cast<std::uint8_t>(text[at]) & 0x1Fu) << 6 | (static_cast<std::uint8_t>(text[at + 1]) & 0x3Fu);
}

UChar32 point_at(std::string_view text, std::uint32_t& at) {
  auto next = static_cast<std::int32_t>(at);
  UChar32 c;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), next, static_cast<std::int32_t>(text.size()), c);
  at = static_cast<std::uint32_t>(next);
  return c < 0 ? ' ' : c;
}

// Writes a folded text into room that is there already.
class Writer {
 public:
  Writer(char* text, std::uint32_t* origin) : text_(text), origin_(origin) {}
  std::size_t size() const { return size_; }

  void put_byte(char byte, std::uint32_t from) {
    if (byte == ' ' && size_ > 0 && text_[size_ - 1] == ' ') return;
    text_[size_] = byte;
    origin_[size_++] = from;
  }

  // The ASCII of `source` from `at` on; returns where it ends. In locals: bytes that are written might be members.
  std::uint32_t put_ascii(std::string_view source, std::uint32_t at) {
    const char* const table = tables_.bytes.data();
    char* const text = text_;
    std::uint32_t* const origin = origin_;
    std::size_t size = size_;
    int before = size > 0 ? text[size - 1] ^ ' ' : -1;  // 0: a blank, behind which another is none
    for (const char byte : source.substr(at)) {
      const char small = table[static_cast<std::uint8_t>(byte)];
      if (small == '\0') break;
      text[size] = small;
      origin[size] = at++;
      const int here = small ^ ' ';
      size += (here | before) != 0;
      before = here;
    }
    size_ = size;
    return at;
  }

  // Likewise what is of two bytes before and behind.
  std::uint32_t put_pairs(std::string_view source, std::uint32_t at) {
    const std::uint16_t* const table = tables_.two_bytes.data();
    char* const text = text_;
    std::uint32_t* const origin = origin_;
    std::size_t size = size_;
    for (; is_pair_at(source, at); at += 2, size += 2) {
      const std::uint16_t small = table[pair_at(source, at)];
      if (small == 0) break;
      text[size] = static_cast<char>(0xC0 | (small >> 6));
      text[size + 1] = static_cast<char>(0x80 | (small & 0x3F));
      origin[size] = origin[size + 1] = at;
    }
    size_ = size;
    return at;
  }

  // Likewise Chinese.
  std::uint32_t put_chinese(std::string_view source, std::uint32_t at) {
    for (; is_chinese_at(source, at); at += 3)
      for (std::uint32_t n = 0; n < 3; ++n)
        text_[size_] = source[at + n], origin_[size_++] = at;
    return at;
  }

  void put(UChar32 c, std::uint32_t from) {
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    for (std::int32_t i = 0; i < length; ++i)
      put_byte(bytes[i], from);
  }

  // Joins a combining mark to the letter before it, as NFC does. False where they have no joint form.
  bool compose(UChar32 mark) {
    UErrorCode status = U_ZERO_ERROR;
    static const UNormalizer2* const nfc = unorm2_getNFCInstance(&status);
    if (size_ == 0 || !nfc) return false;
    auto at = static_cast<std::int32_t>(size_);
    UChar32 letter;
    U8_PREV_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text_), 0, at, letter);
    const UChar32 joint = unorm2_composePair(nfc, letter, mark);
    if (joint < 0) return false;
    size_ = static_cast<std::size_t>(at);
    put(fold_point(joint), origin_[size_]);
    return true;
  }

 private:
  char* text_;
  std::uint32_t* origin_;
  std::size_t size_ = 0;
  const FoldTables& tables_ = fold_tables();
};

}  // namespace

void fold_text(std::string_view text, Folded& folded) {
  constexpr std::size_t growth = 2;  // "Ⱥ" is two bytes, "ⱥ" three
  folded.source = text;
  folded.text.resize(text.size() * growth);
  folded.origin.resize(text.size() * growth + 1);
  Writer to(folded.text.data(), folded.origin.data());
  const auto length = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i < length;) {
    const std::uint32_t plain_end = to.put_chinese(text, to.put_pairs(text, to.put_ascii(text, i)));
    if (plain_end > i) {
      i = plain_end;
      continue;
    }
    const std::uint32_t from = i;
    const UChar32 c = point_at(text, i);
    if (is_combining(c) && to.compose(c)) continue;
    if (const UChar32 small = fold_point(c); small != dropped) to.put(small, from);
  }
  folded.origin[to.size()] = length;
  folded.text.resize(to.size());
  folded.origin.resize(to.size() + 1);
}

// The end of the code point that the last byte came from, and of the marks that were joined to it.
std::uint32_t Folded::end_of(std::uint32_t to) const {
  if (to == 0) return 0;
  std::uint32_t end = origin[to - 1];
  point_at(source, end);
  for (std::uint32_t next = end; next < origin[to]; end = next)
    if (!is_combining(point_at(source, next))) break;
  return end;
}

bool Folded::is_rare_capital(std::uint32_t from) const {
  const UChar32 c = point_at(source, from);
  return c < 0x3000 && fold_point(c) != c;
}

std::string fold_word(std::string_view text) {
  Folded folded;
  fold_text(text, folded);
  return folded.text;
}

}  // namespace plumbline::timeframe
