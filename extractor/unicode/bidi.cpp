// Text as it is drawn -> text as it is read.
#include "extractor/unicode/bidi.h"

#include "extractor/unicode/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>

namespace plumbline {

BidiClass bidi_class_of(std::u32string_view text) {
  BidiClass weak = BidiClass::neutral;
  for (const char32_t c : text) {
    if (c > 0x10FFFF) continue;
    switch (u_charDirection(static_cast<UChar32>(c))) {
      case U_LEFT_TO_RIGHT:
        return BidiClass::left;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        return BidiClass::right;
      case U_EUROPEAN_NUMBER:
      case U_ARABIC_NUMBER:
        return BidiClass::number;
      case U_COMMON_NUMBER_SEPARATOR:
        weak = BidiClass::separator;
        break;
      case U_EUROPEAN_NUMBER_SEPARATOR:
        weak = BidiClass::sign;
        break;
      case U_EUROPEAN_NUMBER_TERMINATOR:
        weak = BidiClass::terminator;
        break;
      default:
        break;
    }
  }
  return weak;
}

namespace {

// True for each item that is read from left to right.
std::vector<bool> find_forward(std::span<const BidiClass> items, bool right_to_left, bool arabic_digits_rule) {
  const std::size_t n = items.size();
  std::vector<bool> forward(n);
  const auto is_number = [&](std::size_t i) { return i < n && items[i] == BidiClass::number; };
  for (std::size_t i = 0; i < n; ++i) {
    const bool between_digits = i > 0 && is_number(i - 1) && is_number(i + 1);
    switch (items[i]) {
      case BidiClass::left:
      case BidiClass::number:
        forward[i] = true;
        break;
      case BidiClass::separator:
        forward[i] = between_digits;
        break;
      case BidiClass::sign:
        forward[i] = between_digits && !arabic_digits_rule;
        break;
      case BidiClass::terminator:
        forward[i] = !arabic_digits_rule && ((i > 0 && is_number(i - 1)) || is_number(i + 1));
        break;
      case BidiClass::right:
      case BidiClass::neutral:
        break;
    }
  }
  // Neutrals between two of one direction take it; digits count as right to left here (N1), unless they are
  // part of a left-to-right phrase; neutrals elsewhere take the paragraph's.
  enum class Side : std::uint8_t { left, right, edge };
  const auto strong = [&](std::size_t i) {
    if (items[i] == BidiClass::left) return Side::left;
    return right_to_left ? Side::right : (items[i] == BidiClass::right ? Side::right : Side::left);
  };
  for (std::size_t i = 0; i < n;) {
    const auto is_strong = [&](std::size_t k) {
      return items[k] == BidiClass::left || items[k] == BidiClass::right || items[k] == BidiClass::number;
    };
    if (is_strong(i) || forward[i]) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < n && !is_strong(end) && !forward[end])
      ++end;
    const Side before = i == 0 ? Side::edge : strong(i - 1), after = end == n ? Side::edge : strong(end);
    bool goes_forward = !right_to_left;
    if (before == after && before != Side::edge) goes_forward = before == Side::left;
    for (; i < end; ++i)
      forward[i] = goes_forward;
  }
  return forward;
}

}  // namespace

std::vector<std::uint32_t> reading_order(std::span<const BidiClass> from_left, bool right_to_left,
                                         bool arabic_digits_rule) {
  const std::size_t n = from_left.size();
  std::vector<std::uint32_t> order(n);
  for (std::size_t i = 0; i < n; ++i)
    order[i] = static_cast<std::uint32_t>(i);
  const std::vector<bool> forward = find_forward(from_left, right_to_left, arabic_digits_rule);
  // In a right-to-left line everything is turned and the forward runs are turned back; in a left-to-right one
  // only the backward runs are turned, numbers inside them back again.
  const auto turn_runs = [&](bool which) {
    for (std::size_t i = 0; i < n;) {
      std::size_t end = i;
      const auto matches = [&](std::size_t k) { return forward[order[k]] == which; };
      while (end < n && matches(end))
        ++end;
      if (end > i)
        std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(end));
      i = std::max(end, i + 1);
    }
  };
  if (right_to_left) {
    std::reverse(order.begin(), order.end());
    turn_runs(true);
    return order;
  }
  // Left to right: a number between right-to-left letters is part of their run.
  std::vector<bool> backward(n);
  for (std::size_t i = 0; i < n; ++i)
    backward[i] = !forward[i];
  for (std::size_t i = 0; i < n;) {
    if (from_left[i] != BidiClass::number) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < n && forward[end] && from_left[end] != BidiClass::left)
      ++end;
    const bool inside = i > 0 && backward[i - 1] && end < n && backward[end];
    for (; i < end; ++i)
      backward[i] = inside;
    i = std::max(i, end);
  }
  for (std::size_t i = 0; i < n;) {
    std::size_t end = i;
    while (end < n && backward[end])
      ++end;
    if (end > i) {
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(end));
      for (std::size_t a = i; a < end;) {
        std::size_t b = a;
        while (b < end && forward[order[b]])
          ++b;
        if (b > a)
          std::reverse(order.begin() + static_cast<std::ptrdiff_t>(a), order.begin() + static_cast<std::ptrdiff_t>(b));
        a = std::max(b, a + 1);
      }
    }
    i = std::max(end, i + 1);
  }
  return order;
}

char32_t mirrored(char32_t c) {
  return c > 0x10FFFF ? c : static_cast<char32_t>(u_charMirror(static_cast<UChar32>(c)));
}

void append_unfolded(std::u32string& out, char32_t c) {
  const bool is_form = (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x0132 && c <= 0x0133);
  icu::UnicodeString letters;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = is_form ? icu::Normalizer2::getNFKCInstance(status) : nullptr;
  if (form == nullptr || U_FAILURE(status) || !form->getDecomposition(static_cast<UChar32>(c), letters)) {
    out += c;
    return;
  }
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const auto letter = static_cast<char32_t>(letters.char32At(i));
    if (letter != U' ' || out.empty()) out += letter;
  }
}

}  // namespace plumbline
