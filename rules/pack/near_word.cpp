// Words of a phrase as people write them.
#include "rules/pack/near_word.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::size_t least_letters = 9, firm_letters = 3;

// Bytes of a letter, as the first of a word tells; 0 for scripts without long words.
std::size_t letter_bytes(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word.front());
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 0;
}

bool is_shorter(std::string_view a, std::string_view b) {
  return a.size() < b.size();
}

}  // namespace

std::size_t word_at(std::string_view text, std::string_view word) {
  if (text.starts_with(word)) return word.size();
  const std::size_t letter = letter_bytes(word);
  if (word.size() < least_letters * letter || letter == 0) return 0;
  if (text.substr(0, firm_letters * letter) != word.substr(0, firm_letters * letter)) return 0;
  const std::string_view written = text.substr(0, text.find(' '));
  const std::string_view longer = std::max(written, word, is_shorter), shorter = std::min(written, word, is_shorter);
  if (longer.size() != shorter.size() + letter) return 0;
  std::size_t same = 0;  // bytes that both begin with
  while (same < shorter.size() && longer.substr(same, letter) == shorter.substr(same, letter))
    same += letter;
  const bool is_at_end = same >= shorter.size();
  return !is_at_end && longer.substr(same + letter) == shorter.substr(same) ? written.size() : 0;
}

}  // namespace plumbline
