// Fixed phrases.
#include "rules/timeframe/phrases.h"

#include "rules/timeframe/recurrences.h"

namespace plumbline::timeframe {

namespace {

class PhraseReader {
 public:
  explicit PhraseReader(const PointReader& points) : tokens_(points.tokens()), points_(points) {}

  Expression phrase(Index i) const {
    Expression result;
    auto match = tokens_.match(i, phrase_words);
    const bool is_part = match.value == vague_condition || match.value == vague_means;
    if (match.word == Word::vague && is_part) match.next = condition(i);
    if (match.word == Word::ongoing && match.value == ongoing_auxiliary) match.next = progressive(match.next);
    if (match.word == Word::ongoing && match.value == ongoing_linking && tokens_.has(match.next, bit(Word::filler)))
      return result;
    if (!match) return result;
    result.first = result.core_first = i;
    result.last = result.core_last = match.word == Word::frequency ? behind_month(points_, match.next) : match.next;
    result.form = match.word == Word::vague       ? Form::vague
                  : match.word == Word::ongoing   ? Form::ongoing
                  : match.word == Word::frequency ? Form::recurrence
                                                  : Form::placeholder;
    return result;
  }

 private:
  // "as soon as the budget allows": behind the means that it waits for, or 0.
  Index condition(Index i) const {
    constexpr Index most = 6;
    const auto when = tokens_.match(i, Word::vague);
    if (when.value != vague_condition) return 0;
    for (Index at = when.next; at < tokens_.size() && at - when.next < most; ++at) {
      if (tokens_[at].kind == TokenKind::sign && tokens_[at].sign != '\'') return 0;
      if (const auto means = tokens_.match(at, Word::vague); means && means.value == vague_means) return means.next;
    }
    return 0;
  }

  // "is drafting": behind the verb, or 0.
  Index progressive(Index i) const {
    constexpr std::size_t stem = 3;
    const auto adverb = tokens_.match(i, Word::adverb);
    for (const Index at : {i, adverb ? adverb.next : i}) {
      if (!tokens_.is_word(at) || tokens_.has(at, any_of(Word::future, Word::ongoing))) continue;
      if (tokens_.language().progressive_suffixes.end(tokens_.text(at), stem)) return at + 1;
    }
    return 0;
  }

  const Tokens& tokens_;
  const PointReader& points_;
};

}  // namespace

Expression read_phrase(const PointReader& points, Index i) {
  return PhraseReader(points).phrase(i);
}

}  // namespace plumbline::timeframe
