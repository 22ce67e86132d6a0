// Text folded for matching, with the way back: each byte knows where it stood in the text that was read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::timeframe {

// Lower case; any decimal digit is ASCII; blanks are single spaces; dashes are '-'; full-width forms are ASCII;
// quotes are '"' or '\''; Arabic without vowel signs, tatweel and alef variants; ё is е; invisible marks are gone.
struct Folded {
  std::string_view source;  // the text read; must live as long as this is used
  std::string text;
  std::vector<std::uint32_t> origin;  // of each byte of `text`, and one behind the last: a byte of `source`

  // Bytes of `source` that the bytes [from, to) of `text` stand for.
  std::uint32_t start_of(std::uint32_t from) const { return origin[from]; }
  std::uint32_t end_of(std::uint32_t to) const;
  bool is_capital(std::uint32_t at) const {  // stood in upper case
    const auto byte = static_cast<unsigned char>(source[origin[at]]);
    return byte < 0x80 ? byte >= 'A' && byte <= 'Z' : is_rare_capital(origin[at]);
  }

 private:
  bool is_rare_capital(std::uint32_t from) const;  // not ASCII
};

// `text` may hold invalid UTF-8, which becomes spaces.
void fold_text(std::string_view text, Folded& folded);
// Only the folded text.
std::string fold_word(std::string_view text);

}  // namespace plumbline::timeframe
