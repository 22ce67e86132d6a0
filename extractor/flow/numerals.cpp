// Numbers as lists print them.
#include "extractor/flow/numerals.h"

#include "extractor/unicode/letters.h"

#include <array>
#include <string_view>

namespace plumbline {

namespace {

std::string roman(std::uint32_t value, bool upper) {
  struct Step {
    std::uint32_t value;
    std::string_view sign;
  };
  static constexpr std::array<Step, 13> steps = {{{1000, "m"},
                                                  {900, "cm"},
                                                  {500, "d"},
                                                  {400, "cd"},
                                                  {100, "c"},
                                                  {90, "xc"},
                                                  {50, "l"},
                                                  {40, "xl"},
                                                  {10, "x"},
                                                  {9, "ix"},
                                                  {5, "v"},
                                                  {4, "iv"},
                                                  {1, "i"}}};
  std::string out;
  for (const Step& step : steps)
    for (; value >= step.value; value -= step.value)
      out += step.sign;
  if (upper)
    for (char& c : out)
      c = static_cast<char>(c - 'a' + 'A');
  return out;
}

// a … z, aa, bb …, as Word and LibreOffice count on.
std::string letters(std::uint32_t value, std::u32string_view alphabet) {
  const auto size = static_cast<std::uint32_t>(alphabet.size());
  std::string out;
  for (std::uint32_t i = 0; i <= (value - 1) / size && i < 8; ++i)
    append_code_point(out, alphabet[(value - 1) % size]);
  return out;
}

std::string chinese(std::uint32_t value) {
  static constexpr std::u32string_view digits = U"〇一二三四五六七八九";
  std::string out;
  if (value >= 20) append_code_point(out, digits[value / 10]);
  if (value >= 10) append_code_point(out, U'十');
  if (value % 10) append_code_point(out, digits[value % 10]);
  return out;
}

std::string with_digits(const std::string& decimal, char32_t zero) {
  std::string out;
  for (char c : decimal)
    append_code_point(out, zero + static_cast<char32_t>(c - '0'));
  return out;
}

}  // namespace

std::string numeral(std::uint32_t value, NumeralSystem system) {
  const std::string decimal = std::to_string(value);
  if (value == 0 || value > 3999) return system == NumeralSystem::none ? "" : decimal;
  switch (system) {
    case NumeralSystem::decimal:
      return decimal;
    case NumeralSystem::decimal_zero:
      return value < 10 ? "0" + decimal : decimal;
    case NumeralSystem::lower_letter:
      return letters(value, U"abcdefghijklmnopqrstuvwxyz");
    case NumeralSystem::upper_letter:
      return letters(value, U"ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    case NumeralSystem::lower_roman:
      return roman(value, false);
    case NumeralSystem::upper_roman:
      return roman(value, true);
    case NumeralSystem::lower_cyrillic:
      return letters(value, U"абвгдежзиклмнопрстуфхцчшщэюя");
    case NumeralSystem::upper_cyrillic:
      return letters(value, U"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ");
    case NumeralSystem::chinese:
      return value < 100 ? chinese(value) : decimal;
    case NumeralSystem::circled: {
      std::string out;
      if (value <= 20) append_code_point(out, U'①' + value - 1);
      return out.empty() ? decimal : out;
    }
    case NumeralSystem::arabic_indic:
      return with_digits(decimal, U'٠');
    case NumeralSystem::abjad:
      return letters(value, U"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ");
    case NumeralSystem::full_width:
      return with_digits(decimal, U'０');
    case NumeralSystem::none:
      return "";
  }
  return decimal;
}

}  // namespace plumbline
