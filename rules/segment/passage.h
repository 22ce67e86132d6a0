// Lines -> the text of a node: blanks folded, words that a line end broke made whole again, every byte with its place.
#pragma once

#include "rules/report.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plumbline {

// Bytes [from, to) of Document::text, all on one line.
struct LinePart {
  std::uint32_t line = 0;
  std::uint32_t from = 0, to = 0;
};

LinePart whole_line(const Document& document, std::uint32_t line);

// Joins lines; marks that point to footnotes are left out. What a hyphen at a line's end means is judged by the
// submission's own words: "investi-/gation" is one word where "investigation" stands elsewhere or the document breaks
// words as a habit; "well-/known" keeps its hyphen.
class LineJoiner {
 public:
  explicit LineJoiner(const Document& document);

  Passage join(std::span<const LinePart> parts) const;
  // A line's end broke a word, and its hyphen is none of the word's own.
  bool is_one_word_broken(std::string_view before, std::string_view after) const {
    return joint(before, after) == Joint::drop_hyphen;
  }
  void extend(Passage& passage, std::span<const LinePart> parts, std::string_view joint = {}) const;

 private:
  enum class Joint { space, none, drop_hyphen };
  struct Stretch {
    LinePart part;
    bool is_glued = false;  // to the one before: only a footnote's mark stood between them
  };
  std::vector<Stretch> without_note_marks(std::span<const LinePart> parts) const;
  Joint joint(std::string_view before, std::string_view after) const;
  bool is_known_word(std::string_view before, std::string_view after) const;
  bool is_one_word(std::string_view before, std::string_view after) const;
  bool has_word(const std::string& word) const { return words_.contains(word); }
  void count_words();

  const Document& document_;
  std::unordered_map<std::string, std::uint32_t> words_;  // loosened; only where some line ends in a hyphen
  bool breaks_words_ = false;
  bool breaks_by_sign_ = false;   // by U+2010: "-" is always a word's own
  std::vector<Span> note_marks_;  // that point to a footnote, in order
};

}  // namespace plumbline
