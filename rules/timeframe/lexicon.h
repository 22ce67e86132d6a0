// The words of a language by their bytes: a trie that finds, from one place of a folded text, all entries there.
#pragma once

#include "rules/timeframe/words.h"

#include <map>
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

  struct Hit {
    std::uint32_t end = 0;    // byte behind the match
    std::uint32_t entry = 0;  // for senses()
  };
  // Appends what stands at `start`, shortest first. A match ends where a word ends, but for Chinese.
  void find(std::string_view text, std::uint32_t start, std::vector<Hit>& hits) const;

  const std::vector<Sense>& senses(std::uint32_t entry) const { return entries_[entry]; }
  WordSet set_of(std::uint32_t entry) const { return sets_[entry]; }
  bool has(std::string_view phrase, Word word) const;

 private:
  struct Node {
    std::uint32_t first = 0;  // into next_; children for the bytes [low, low + count)
    std::uint16_t count = 0;
    std::uint8_t low = 0;
    std::uint32_t exact = none, prefix = none;  // entries
  };
  static constexpr std::uint32_t none = UINT32_MAX;
  void add_plain(const std::string& phrase, Sense sense, bool from_accents);
  std::uint32_t child(std::uint32_t node, unsigned char byte) const {
    const Node& at = nodes_[node];
    const unsigned offset = static_cast<unsigned>(byte) - at.low;
    return offset < at.count ? next_[at.first + offset] : 0;
  }

  std::map<std::string, std::vector<Sense>> phrases_, stripped_;  // until finish()
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> next_;
  std::vector<std::vector<Sense>> entries_;
  std::vector<WordSet> sets_;
};

// A byte that goes on with a word: letters of any script but Chinese, which has no edges.
bool is_letter_at(std::string_view text, std::size_t at);
// A Chinese character (or kana) begins at `at`.
bool is_han_at(std::string_view text, std::size_t at);

}  // namespace plumbline::timeframe
