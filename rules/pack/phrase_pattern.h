// One phrase of a pack, made ready to be looked for.
//
// A tree of words that is walked along the text, keeping every place where the part before may end. Made in a few
// microseconds, where a regular expression takes a millisecond and a set of them five for each new process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct Phrase;

class PhrasePattern {
 public:
  // Throws std::invalid_argument whose message says what is wrong in which phrase.
  explicit PhrasePattern(const Phrase& phrase);

  struct Match {
    std::size_t length = 0;  // bytes from the start of the text, without a blank behind
    std::string_view number;
  };
  // The longest, at the start of loosened words; it ends where a word does.
  std::optional<Match> match(std::string_view words) const;

  bool has_ideograph() const { return ends_anywhere_; }

  // What {any} takes at the most: words, or ideographs where nothing stands between words.
  static constexpr std::size_t most_any_words = 4, most_any_ideographs = 12;

  struct Node {
    enum class Kind : std::uint8_t { word, sequence, choice, optional, number, date, any };
    Kind kind = Kind::sequence;
    bool has_gap = false;  // one blank may stand before it
    std::string word;      // of `any`: what it must begin with
    std::vector<Node> parts;
  };

  const Node& root() const { return root_; }

 private:
  Node root_;
  bool ends_anywhere_ = false;  // ideographs need nothing between them
};

}  // namespace plumbline
