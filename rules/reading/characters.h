// Code points of valid UTF-8 and what kind they are, as fast as a table.
#pragma once

#include "rules/reading/reading.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline {

enum class CharacterKind : std::uint8_t { blank, letter, combining, digit, ideograph, mark };

struct Character {
  char32_t code = 0;
  std::uint32_t length = 0;  // bytes
  CharacterKind kind = CharacterKind::mark;
  Script script = Script::none;
  bool is_capital = false;
};

extern const std::array<Character, 0x80> ascii_characters;
Character wide_character_at(std::string_view text, std::uint32_t at);  // of those that are not ASCII
inline Character character_at(std::string_view text, std::uint32_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < ascii_characters.size() ? ascii_characters[lead] : wide_character_at(text, at);
}
char32_t code_at(std::string_view text, std::uint32_t at);
void append_code(std::string& text, char32_t code);

// Lower case, compatibility forms unfolded, without accents, tashkeel and tatweel; alef and ya forms made one.
std::string fold_word(std::string_view word);

// Value of a decimal digit of any script; -1 for what is none.
int digit_value(char32_t code);

}  // namespace plumbline
