// The words of a heading or label as a pack writes them, matched loosely.
//
//   Policy target [No.|Number|n°] {number}
//
// Words match without regard to case, accents, punctuation, blanks and line breaks between them, long ones with one
// slip of the pen (rules/pack/near_word.h). `[a|b]` may be there or not, `(a|b)` is one of them, `{number}` is a number
// in digits, Roman numerals or (up to ten) written out,
// `{any}` is one to four words, `{date}` a date or month in digits (06/16, 30.6.2016) or a year.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct Phrase {
  std::string text;         // as the pack writes it
  std::string language;     // BCP 47
  int line = 0;             // of the pack's file; 0 where it was read without lines
  bool is_literal = false;  // brackets and braces are punctuation like any other (official titles)
};

struct PhraseMatch {
  std::uint32_t phrase = 0;  // index into what the PhraseSet was made of
  std::uint32_t length = 0;  // bytes of the text that it takes, from its start
  std::optional<int> number;
  std::string printed_number;  // as it stands there, loosened
};

// Many phrases, looked for at once. Matches begin at the start of a text. Not from several threads: patterns are made
// by the first that asks, as a submission needs those of its own template only.
class PhraseSet {
 public:
  PhraseSet();  // matches nothing
  explicit PhraseSet(std::vector<Phrase> phrases);
  PhraseSet(PhraseSet&&) noexcept;
  PhraseSet& operator=(PhraseSet&&) noexcept;
  ~PhraseSet();

  // All phrases that stand at the start of `words` (see loosen_to_words()), longest first; each ends at a word's end.
  std::vector<PhraseMatch> match(std::string_view words) const;

  // Indices of the phrases that stand at any word of `words`, ascending.
  std::vector<std::uint32_t> match_anywhere(std::string_view words) const;

  // Has the patterns made now. Throws std::invalid_argument whose message says what is wrong in which phrase.
  void prepare() const;

 private:
  struct Patterns;
  mutable std::vector<Phrase> phrases_;  // until their patterns are made
  mutable std::unique_ptr<Patterns> patterns_;
};

// A phrase as a person would say it: what may be left out is, the first of alternatives stands.
std::string spoken(std::string_view phrase);

}  // namespace plumbline
