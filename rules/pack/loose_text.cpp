// Text with all that does not tell one heading from another taken away.
#include "rules/pack/loose_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <unordered_map>
#include <utility>

namespace plumbline {

namespace {

// Letters and signs that writers use for one another.
UChar32 same_letter(UChar32 c) {
  switch (c) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;  // forms of alef
    case 0x0649:
      return 0x064A;  // alef maqsura, ya
    case 0x0629:
      return 0x0647;  // ta marbuta, ha
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x00B4:
    case 0x0060:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x00AB:
    case 0x00BB:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      return c;
  }
}

bool is_silent(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || c == 0x0640;  // tatweel
}

void add(LooseText& out, UChar32 c, std::uint32_t from) {
  char buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out.text.append(buffer, static_cast<std::size_t>(length));
  out.origin.insert(out.origin.end(), static_cast<std::size_t>(length), from);
}

void add_letter(LooseText& out, UChar32 c, std::uint32_t from) {
  if (const int digit = u_charDigitValue(c); digit >= 0) return add(out, '0' + digit, from);
  if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return add(out, c, from);
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const folded = icu::Normalizer2::getNFKCCasefoldInstance(status);
  static const icu::Normalizer2* const taken_apart = icu::Normalizer2::getNFDInstance(status);
  c = same_letter(c);
  if (icu::UnicodeString mapping; !folded->getDecomposition(c, mapping) && !taken_apart->getDecomposition(c, mapping))
    return add(out, c, from);  // most letters
  const auto letters = taken_apart->normalize(folded->normalize(icu::UnicodeString(c), status), status);
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 letter = letters.char32At(i);
    if (!is_silent(letter)) add(out, same_letter(letter), from);
  }
}

}  // namespace

LooseText loosen(std::string_view text) {
  LooseText out;
  out.text.reserve(text.size());
  out.origin.reserve(text.size() + 1);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    const auto from = static_cast<std::uint32_t>(i);
    if (bytes[i] < 0x80) {
      const char c = text[static_cast<std::size_t>(i++)];
      out.text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\n' ? ' ' : c;
      out.origin.push_back(from);
      continue;
    }
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    if (u_isUWhiteSpace(c))
      add(out, ' ', from);
    else if (!is_silent(c))
      add_letter(out, c, from);
  }
  out.origin.push_back(static_cast<std::uint32_t>(length));
  return out;
}

LooseText loosen_to_words(std::string_view source) {
  const LooseText all = loosen(source);
  LooseText out;
  out.text.reserve(all.text.size());
  out.origin.reserve(all.origin.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(all.text.data());
  const auto length = static_cast<std::int32_t>(all.text.size());
  bool gap = false, after_ideograph = false;
  for (std::int32_t i = 0; i < length;) {
    const auto from = static_cast<std::size_t>(i);
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    if (!u_isalnum(c)) {
      gap = !out.text.empty();
      continue;
    }
    const bool is_ideograph = c >= 0x2E80 && u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);
    if (gap && !(is_ideograph && after_ideograph)) add(out, ' ', all.origin[from]);
    gap = false;
    after_ideograph = is_ideograph;
    add(out, c, all.origin[from]);
  }
  out.origin.push_back(all.origin.back());
  return out;
}

std::string loose(std::string_view text) {
  return loosen(text).text;
}

std::vector<std::string> loose_words(std::string_view source) {
  const std::string text = loose(source);
  std::vector<std::string> words;
  std::string word;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (std::int32_t i = 0; i < length;) {
    if ((bytes[i] >= 'a' && bytes[i] <= 'z') || (bytes[i] >= '0' && bytes[i] <= '9')) {
      word += text[static_cast<std::size_t>(i++)];
      continue;
    }
    const std::int32_t from = i;
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    const bool is_ideograph = u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);
    if (is_ideograph || !u_isalnum(c)) end_word();
    if (u_isalnum(c)) word.append(text, static_cast<std::size_t>(from), static_cast<std::size_t>(i - from));
    if (is_ideograph) end_word();
  }
  end_word();
  return words;
}

double word_similarity(std::string_view a, std::string_view b) {
  const auto words_a = loose_words(a), words_b = loose_words(b);
  if (words_a.empty() || words_b.empty()) return words_a.size() == words_b.size() ? 1 : 0;
  std::unordered_map<std::string, int> counts;
  for (const std::string& word : words_a)
    ++counts[word];
  std::size_t shared = 0;
  for (const std::string& word : words_b)
    if (counts[word]-- > 0) ++shared;
  return 2.0 * static_cast<double>(shared) / static_cast<double>(words_a.size() + words_b.size());
}

}  // namespace plumbline
