// How a text ends: in a full stop, in a word that must be followed by another, inside a bracket.
#pragma once

#include "rules/reading/reading.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline {

struct TextEnd {
  std::optional<Word> last;      // that is neither a closing quote nor a bracket; nothing: the text has no words
  bool is_terminal = false;      // . ! ? : ; or an address
  bool joins_next_item = false;  // "…; and", "…, y": the item before the last of a list
  std::uint64_t words_hash = 0;  // of all words, marks aside
  std::size_t words = 0;
};

TextEnd end_of(const Reading& reading, const Text& text, std::string_view passage);

// What can end no text: `breaks off behind "of the"`; empty where it may end so. `is_list_item`: a comma or "and" may
// end it.
std::string broken_word(const Reading& reading, const Text& text, const TextEnd& end, std::string_view passage,
                        bool is_list_item);
// `breaks off behind ","`, "breaks off inside a bracket".
std::string broken_mark(const Reading& reading, const TextEnd& end, std::string_view passage, bool is_list_item);

// Not a title: words of grammar stand in it, and most others are small.
bool reads_as_sentence(const Reading& reading, const Text& text, std::size_t least_grammar_words);

}  // namespace plumbline
