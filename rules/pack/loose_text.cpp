// Text with all that does not tell one heading from another taken away.
#include "rules/pack/loose_text.h"

#include "extractor/unicode/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <vector>

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

void add(LooseText& out, std::string_view bytes, std::uint32_t from) {
  out.text += bytes;
  out.origin.insert(out.origin.end(), bytes.size(), from);
}

void add(LooseText& out, char byte, std::uint32_t from) {
  out.text += byte;
  out.origin.push_back(from);
}

void add(std::string& out, std::string_view bytes, std::uint32_t) {
  out += bytes;
}

void add(std::string& out, char byte, std::uint32_t) {
  out += byte;
}

bool is_alphanumeric(UChar32 c) {
  return is_letter(static_cast<char32_t>(c)) || is_digit(static_cast<char32_t>(c));
}

// What stands for a character in loose text; nothing for one that is silent.
std::string loose_form(UChar32 c) {
  std::string out;
  if (u_isUWhiteSpace(c)) return " ";
  if (is_silent(c)) return out;
  if (const int digit = u_charDigitValue(c); digit >= 0) return std::string(1, static_cast<char>('0' + digit));
  if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) {
    append_code_point(out, static_cast<char32_t>(c));
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const folded = icu::Normalizer2::getNFKCCasefoldInstance(status);
  static const icu::Normalizer2* const taken_apart = icu::Normalizer2::getNFDInstance(status);
  c = same_letter(c);
  if (icu::UnicodeString mapping; !folded->getDecomposition(c, mapping) && !taken_apart->getDecomposition(c, mapping)) {
    append_code_point(out, static_cast<char32_t>(c));  // most letters
    return out;
  }
  const auto letters = taken_apart->normalize(folded->normalize(icu::UnicodeString(c), status), status);
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 letter = letters.char32At(i);
    if (!is_silent(letter)) append_code_point(out, static_cast<char32_t>(same_letter(letter)));
  }
  return out;
}

// Forms of the characters of two bytes: accented Latin, Greek, Cyrillic, Arabic.
struct ShortForms {
  static constexpr UChar32 first = 0x80, end = 0x800;

  std::string all;  // one behind the other
  std::array<std::uint16_t, static_cast<std::size_t>(end - first) + 1> starts{};

  ShortForms() {
    for (UChar32 c = first; c < end; ++c) {
      all += loose_form(c);
      starts[static_cast<std::size_t>(c - first) + 1] = static_cast<std::uint16_t>(all.size());
    }
  }
  std::string_view of(UChar32 c) const {
    const auto at = static_cast<std::size_t>(c - first);
    return std::string_view(all).substr(starts[at], static_cast<std::size_t>(starts[at + 1] - starts[at]));
  }
};

std::string_view loose_form_of_two_bytes(UChar32 c) {
  static const ShortForms forms;
  return forms.of(c);
}

char loose_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\n' ? ' ' : c;
}

// `Out` is a LooseText or, where nobody asks for origins, a string.
template <typename Out>
void loosen_into(std::string_view text, Out& out) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    const auto from = static_cast<std::uint32_t>(i);
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    if (c < 0x80) {
      add(out, loose_ascii(static_cast<char>(c)), from);
    } else if (c < ShortForms::end) {
      add(out, loose_form_of_two_bytes(c), from);
    } else {
      add(out, loose_form(c), from);
    }
  }
}

}  // namespace

LooseText loosen(std::string_view text) {
  LooseText out;
  out.text.reserve(text.size());
  out.origin.reserve(text.size() + 1);
  loosen_into(text, out);
  out.origin.push_back(static_cast<std::uint32_t>(text.size()));
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
    if (!is_alphanumeric(c)) {
      gap = !out.text.empty();
      continue;
    }
    const bool is_ideograph = c >= 0x2E80 && u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);
    if (gap && !(is_ideograph && after_ideograph)) add(out, ' ', all.origin[from]);
    gap = false;
    after_ideograph = is_ideograph;
    add(out, std::string_view(all.text).substr(from, static_cast<std::size_t>(i) - from), all.origin[from]);
  }
  out.origin.push_back(all.origin.back());
  return out;
}

std::string loose(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  loosen_into(text, out);
  return out;
}

namespace {

// Calls `visit` with each word of a loosened text.
template <typename Visit>
void each_word(std::string_view text, Visit visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  std::int32_t begin = -1;  // of the word that is open
  const auto end_word = [&](std::int32_t end) {
    if (begin >= 0) visit(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
    begin = -1;
  };
  for (std::int32_t i = 0; i < length;) {
    const std::int32_t from = i;
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    const bool is_ideograph = c >= 0x2E80 && u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);
    const bool is_in_word = is_alphanumeric(c);
    if (is_ideograph || !is_in_word) end_word(from);
    if (is_in_word && begin < 0) begin = from;
    if (is_ideograph) end_word(i);
  }
  end_word(length);
}

std::vector<std::string_view> sorted_words(std::string_view loose_text) {
  std::vector<std::string_view> words;
  each_word(loose_text, [&](std::string_view word) { words.push_back(word); });
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

std::vector<std::string> loose_words(std::string_view source) {
  std::vector<std::string> words;
  each_word(loose(source), [&](std::string_view word) { words.emplace_back(word); });
  return words;
}

std::string joined_loose_words(std::string_view source, std::string_view joint) {
  std::string joined;
  each_word(loose(source), [&](std::string_view word) {
    if (!joined.empty()) joined += joint;
    joined += word;
  });
  return joined;
}

double word_similarity(std::string_view a, std::string_view b) {
  const std::string loose_a = loose(a), loose_b = loose(b);
  const auto words_a = sorted_words(loose_a), words_b = sorted_words(loose_b);
  if (words_a.empty() || words_b.empty()) return words_a.size() == words_b.size() ? 1 : 0;
  std::size_t shared = 0;
  for (auto at_a = words_a.begin(), at_b = words_b.begin(); at_a != words_a.end() && at_b != words_b.end();) {
    const int order = at_a->compare(*at_b);
    shared += order == 0;
    if (order <= 0) ++at_a;
    if (order >= 0) ++at_b;
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(words_a.size() + words_b.size());
}

}  // namespace plumbline
