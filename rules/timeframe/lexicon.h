// The words of a language by their bytes: a trie that finds, from one place of a folded text, all entries there.
#pragma once

#include "rules/timeframe/words.h"

#include <array>
#include <map>
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
  // Appends what stands at `start`, shortest first. A match ends where a word ends, but for Chinese.
  void find(std::string_view text, std::uint32_t start, std::vector<Hit>& hits) const;

  std::span<const Sense> senses(std::uint32_t entry) const {
    const Entry& of = entries_[entry];
    return {senses_.data() + of.first_sense, of.sense_count};
  }
  bool has(std::string_view phrase, Word word) const;

 private:
  // Of a radix tree: the bytes `label` lead to it from its parent's child. Its children stand side by side, in the
  // order of the bytes that they begin with, leads_; small, so that the tree stays in the processor's cache.
  struct Node {
    std::uint32_t first_child = 0;
    std::uint32_t label = 0;  // into labels_
    std::uint32_t entry = 0;  // the exact one, if any; then that of a prefix, if any
    std::uint8_t child_count = 0, label_length = 0;
    bool has_exact = false, has_prefix = false;
  };
  struct Phrase;
  void add_plain(const std::string& phrase, Sense sense, bool from_accents);
  void add_entry(const std::vector<Sense>& senses);
  void build(std::span<const Phrase> phrases);
  std::uint32_t child(const Node& node, std::uint8_t lead) const;  // 0: none

  std::map<std::string, std::vector<Sense>> phrases_, stripped_;  // until finish()
  std::vector<Node> nodes_;                                       // the root first, then level by level
  std::vector<std::uint8_t> leads_;                               // of each node
  std::array<std::uint32_t, 256> root_{};                         // the root's children by their bytes
  std::string labels_;
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
