// How a text speaks of its deeds: which words are verbs of the future or the past, and what governs a place.
#pragma once

#include "rules/timeframe/timeframe.h"
#include "rules/timeframe/tokens.h"

namespace plumbline::timeframe {

enum class Mark : std::uint8_t { none, future, past, participle, auxiliary, present };

class Verbs {
 public:
  explicit Verbs(const Tokens& tokens) : tokens_(tokens), marks_(tokens.size(), unread) {}

  Mark mark(Index i) const {  // of the verb, or part of one, that begins at `i`
    if (i >= marks_.size()) return Mark::none;
    if (marks_[i] == unread) marks_[i] = static_cast<std::uint8_t>(read_mark(i));
    return static_cast<Mark>(marks_[i]);
  }
  const Tokens& tokens() const { return tokens_; }
  // Sentence, table cell or list item that holds `i`: tokens [first, last).
  Index sentence_start(Index i) const;
  Index sentence_end(Index i) const;
  bool ends_sentence(Index i) const { return tokens_[i].kind == TokenKind::sign && sign_ends_sentence(i); }
  bool ends_clause(Index i) const;  // a comma, bracket, relative pronoun

  // What governs the expression [first, last): future, past, present or none. `is_bare`: a participle without its
  // auxiliary ("the unit created in 2011"), which says nothing about the rest of the sentence.
  struct Governor {
    Mark mark = Mark::none;
    bool is_bare = false;
    Index at = 0;
  };
  Governor governor(Index first, Index last) const;
  bool any(Mark mark, Index first, Index last) const;  // among [first, last)
  Tense tense(bool has_later_date = false) const;      // of the whole text

 private:
  static constexpr std::uint8_t unread = 255;
  static constexpr Index reach = 40;  // tokens that a governor is looked for in; bounds the work for each expression
  std::vector<bool> quoted() const;
  Mark read_mark(Index i) const;
  bool sign_ends_sentence(Index i) const;
  bool is_main_verb(Index i) const;
  bool is_verbal_noun(Index i) const;
  bool is_finite(Index i) const;
  bool looks_like_participle(Index i) const;
  bool tells_of_past_in_clause(Index i) const;
  bool is_participle_that_tells(Index i) const;
  bool has_participle(Index i) const;
  bool has_infinitive(Index i) const;
  Governor participle_at(Index i) const;
  bool shares_promise(Index i) const;
  Governor left_of(Index first) const;
  Governor right_of(Index last, bool whole_sentence) const;

  const Tokens& tokens_;
  mutable std::vector<std::uint8_t> marks_;  // as far as they were asked for: each is needed many times
};

}  // namespace plumbline::timeframe
