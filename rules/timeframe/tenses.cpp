// How a text speaks of all its deeds together.
#include "rules/timeframe/verbs.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace plumbline::timeframe {

// "wird … bereitstellen": a promise, where "wird … bereitgestellt" may be a practice.
bool Verbs::has_infinitive(Index i) const {
  if (!tokens_.language().nouns_are_capital) return false;
  for (Index at = i + 1; at < tokens_.size() && at - i < reach && !ends_sentence(at); ++at) {
    const Token& token = tokens_[at];
    if (tokens_.has(at, bit(Word::clause))) return false;  // "sieht vor, dass … werden": another clause's verb
    if (token.kind != TokenKind::word || token.is_capital || token.end - token.start < 5) continue;
    const bool ends_clause_here = at + 1 >= tokens_.size() || ends_sentence(at + 1) || ends_clause(at + 1) ||
                                  tokens_.has(at + 1, bit(Word::and_));
    if (!ends_clause_here) continue;
    const std::string_view word = tokens_.text(at);
    const bool is_verb_form = word.ends_with("en") || word.ends_with("ern") || word.ends_with("eln");
    return is_verb_form && mark(at) != Mark::participle && !tokens_.has(at, any_of(Word::participle, Word::auxiliary));
  }
  return false;
}

// Which tokens stand in quotation marks, of a text that is more than a quotation.
std::vector<bool> Verbs::quoted() const {
  constexpr std::string_view marks[] = {"\"", "«", "»", "“", "”", "„", "「", "」"};
  std::vector<bool> found(tokens_.size());
  std::optional<Index> open;
  for (Index i = 0; i < tokens_.size(); ++i) {
    if (std::find(std::begin(marks), std::end(marks), tokens_.text(i)) == std::end(marks)) continue;
    if (open) std::fill(found.begin() + *open, found.begin() + i, true);
    open = open ? std::nullopt : std::optional(i);
  }
  const auto outside = std::count(found.begin(), found.end(), false);
  return outside < 4 ? std::vector<bool>(tokens_.size()) : found;
}

// The first verb of each sentence that tells; what stands in its relative clauses, or is quoted, does not count.
Tense Verbs::tense(bool has_later_date) const {
  const std::vector<bool> is_quoted = quoted();
  int promises = 0, deeds = 0, others = 0;
  for (Index start = 0; start < tokens_.size();) {
    Index end = start;
    bool is_promise = false, is_deed = false, is_ongoing = false;
    for (; end < tokens_.size() && (end == start || !ends_sentence(end - 1)); ++end) {
      if (is_quoted[end]) continue;
      if (tokens_.match(end, Word::ongoing)) is_ongoing = true;
      const auto future = tokens_.match(end, Word::future);
      const Mark here = mark(end);
      if (here == Mark::future && (!future || future.value == 0 || has_later_date || has_infinitive(end)))
        is_promise = true;
      if (is_promise || is_deed) continue;
      if (here == Mark::past || is_participle_that_tells(end)) is_deed = true;
      if (here == Mark::participle && end > start + 1 && tokens_.language().year_precedes_noun &&
          (tokens_.has(end + 1, bit(Word::filler)) || tokens_.is_number(end + 1)))
        is_deed = true;  // "signed an agreement", "trained 200 teachers"
    }
    if (end - start >= 4) {
      promises += is_promise && !is_deed;
      deeds += is_deed && !is_promise && !is_ongoing;
      const bool is_cell = !is_promise && !is_deed && start > 0 && tokens_.is_sign(start - 1, '|');
      // A deed that leads to a promise is neither; a row's further cells, who and when, have no verb.
      others += !is_cell && (is_promise == is_deed || (is_deed && is_ongoing));
    }
    start = end;
  }
  if (promises) return deeds || others ? Tense::unclear : Tense::promised;
  if (deeds) return others ? Tense::unclear : Tense::done;
  for (Index i = 0; i < tokens_.size(); ++i)
    if (tokens_.match(i, Word::ongoing)) return Tense::under_way;
  return Tense::unclear;
}

}  // namespace plumbline::timeframe
