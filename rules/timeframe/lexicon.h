// The words of a language: from one place of a folded text, all entries there.
#pragma once

#include "rules/timeframe/trie.h"
#include "rules/timeframe/words.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::timeframe {

// One kind that a word or phrase is of. `capital`: only where it stands with a capital ("May", "March").
struct Sense {
  Word word = Word::filler;
  int value = 0;
  bool capital = false;
};

class Lexicon {
 public:
  // `phrase` is folded. "quarter{,s}" stands for both; a '*' at the end for any letters that follow.
  // Words with accents are found without them too, unless that is another word.
  void add(std::string_view phrase, Sense sense);
  // To be called once, after the last add.
  void finish();

  struct Entry {
    WordSet set = 0;  // kinds of its senses
    std::uint32_t first_sense = 0, sense_count = 0;
  };
  struct Hit {
    WordSet set = 0;
    std::uint32_t end = 0;    // byte behind the match
    std::uint32_t entry = 0;  // for senses()
  };
  // Appends what stands at `start`, shortest first; returns all their kinds. A match ends where a word ends, but for
  // Chinese. `text` holds no NUL.
  WordSet find(std::string_view text, std::uint32_t start, std::vector<Hit>& hits) const;

  std::span<const Sense> senses(std::uint32_t entry) const {
    const Entry& of = entries_[entry];
    return {senses_.data() + of.first_sense, of.sense_count};
  }
  bool has(std::string_view phrase, Word word) const;

 private:
  struct Added {
    std::string text;  // without its '*'
    bool is_prefix = false, from_accents = false;
    Sense sense;
  };
  void add_plain(std::string_view phrase, Sense sense);
  void add_entry(std::span<const Added* const> alike);

  std::vector<Added> added_;  // until finish()
  Trie phrases_;
  std::vector<Entry> entries_;
  std::vector<Sense> senses_;
};

// A byte that goes on with a word: letters of any script but Chinese, which has no edges.
bool is_rare_letter_at(std::string_view text, std::size_t at);  // not ASCII
inline bool is_letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? lead >= 'a' && lead <= 'z' : is_rare_letter_at(text, at);
}
// A Chinese character (or kana) begins at `at`.
bool is_han_at(std::string_view text, std::size_t at);

}  // namespace plumbline::timeframe
