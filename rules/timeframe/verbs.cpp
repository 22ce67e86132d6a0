// How a text speaks of its deeds.
#include "rules/timeframe/verbs.h"

#include <algorithm>
#include <string_view>

namespace plumbline::timeframe {

bool Verbs::sign_ends_sentence(Index i) const {
  const Token& token = tokens_[i];
  switch (token.sign) {
    case ';':
    case '!':
    case '?':
    case '|':
      return true;
    case '.': {
      if (i + 1 >= tokens_.size()) return true;
      if (!tokens_.is_spaced(i + 1)) return false;
      const Token& next = tokens_[i + 1];
      const bool is_short = i > 0 && tokens_.text(i - 1).size() <= 2;  // "г.", "S.", "No."
      const bool has_case =
          next.kind == TokenKind::word && tokens_.text(i + 1).front() >= 'a' && tokens_.text(i + 1).front() <= 'z';
      if (i > 0 && tokens_[i - 1].kind == TokenKind::number && next.kind == TokenKind::word &&
          (next.set & any_of(Word::month, Word::unit)))
        return false;  // "30. Juni"
      return !is_short && (next.is_capital || !has_case || next.kind == TokenKind::number);
    }
    default:
      return token.sign == '\x01' && tokens_.text(i) == "。";
  }
}

bool Verbs::ends_clause(Index i) const {
  const Token& token = tokens_[i];
  if (token.kind == TokenKind::sign)
    return token.sign == ',' || token.sign == '(' || token.sign == ')' || token.sign == ':';
  return (token.set & bit(Word::clause)) && tokens_.match(i, Word::clause).next;
}

Index Verbs::sentence_start(Index i) const {
  Index at = i;
  while (at > 0 && i - at < reach * 4 && !ends_sentence(at - 1))
    --at;
  return at;
}

Index Verbs::sentence_end(Index i) const {
  Index at = i;
  while (at < tokens_.size() && at - i < reach * 4 && !ends_sentence(at))
    ++at;
  return at;
}

// "will be further amended" is future, "has been adopted" past, "created" alone a bare participle.
Verbs::Governor Verbs::participle_at(Index i) const {
  bool passive = false;
  for (Index n = 1; n <= 6 && n <= i; ++n) {
    const Index at = i - n;
    if (ends_sentence(at)) break;
    const Token& token = tokens_[at];
    const Mark here = mark(at);
    if (here == Mark::future || here == Mark::past) return {here, false, i};
    if (here == Mark::auxiliary) {
      passive = true;
      continue;
    }
    if (here == Mark::present && n <= 2) return {Mark::present, false, i};
    const bool is_skipped = tokens_.has(at, any_of(Word::adverb, Word::filler, Word::and_)) ||
                            token.kind == TokenKind::sign || here == Mark::participle;
    const bool is_list = token.sign == ',' && at > 0 && mark(at - 1) == Mark::participle &&
                         mark(at + 1) == Mark::participle;  // "will be rewritten, printed and sent out"
    if (token.kind == TokenKind::sign && token.sign != '-' && token.sign != '\'' && !is_list) break;
    if (!is_skipped && n > (passive ? 3u : 1u)) break;
    if (!is_skipped && !passive) break;
  }
  if (passive) return {Mark::present, false, i};
  return shares_promise(i) ? Governor{Mark::future, false, i} : Governor{Mark::past, true, i};
}

// "The law will be redrafted and the text opened to comment"; not "… and the office opened in 2011 will be closed".
bool Verbs::shares_promise(Index i) const {
  constexpr Index noun_most = 6, verb_most = 12;
  Index joint = i;
  while (joint > 0 && i - joint < noun_most && tokens_[joint - 1].kind == TokenKind::word &&
         !(tokens_[joint - 1].set & bit(Word::clause)) && !tokens_.has(joint, bit(Word::and_)))
    --joint;
  if (joint == i || !tokens_.has(joint, bit(Word::and_))) return false;
  for (Index at = i + 1; at < tokens_.size() && at - i < reach && !ends_sentence(at); ++at) {
    const Mark here = mark(at);
    if (here == Mark::future || here == Mark::past) return false;
    const bool is_dated = tokens_.is_number(at - 1) || tokens_.has(at - 1, bit(Word::year_word));
    if (here == Mark::participle && is_dated) return false;  // "et les décrets pris en 2012 abrogés"
  }
  for (Index at = joint; at > 0 && joint - at < verb_most; --at) {
    const Index before = at - 1;
    if (mark(before) == Mark::future) return true;
    if (mark(before) == Mark::past || (before + 1 < joint && (ends_sentence(before) || ends_clause(before))))
      return false;
  }
  return false;
}

Verbs::Governor Verbs::left_of(Index first) const {
  bool crossed = false;
  for (Index n = 1; n <= reach && n <= first; ++n) {
    const Index at = first - n;
    if (ends_sentence(at)) break;
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::sign && (token.sign == ',' || token.sign == ')')) crossed = true;
    const Mark here = mark(at);
    if (here == Mark::future || here == Mark::past) return {here, false, at};
    if (here == Mark::participle) {
      const Governor found = participle_at(at);
      if (!found.is_bare || !crossed) return found;
    }
  }
  return {};
}

// "In January 2013, the office organized …": where no other verb follows, what looks like a participle is the verb.
bool Verbs::is_main_verb(Index i) const {
  if (!tokens_.language().year_precedes_noun || tokens_.language().participle_follows || i == 0) return false;
  const Token& before = tokens_[i - 1];
  return before.kind == TokenKind::word && i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::word &&
         !(before.set & any_of(Word::filler, Word::of, Word::adverb, Word::and_, Word::by, Word::in));
}

Verbs::Governor Verbs::right_of(Index last, bool whole_sentence) const {
  const bool follows = tokens_.language().participle_follows;
  Governor likely;
  bool is_subordinate = false;  // "…, noting that the first phase ended in 2012": no verb of what stands before
  for (Index n = 0; n < reach && last + n < tokens_.size(); ++n) {
    const Index at = last + n;
    if (ends_sentence(at)) break;
    if (tokens_.has(at, bit(Word::clause)) && n > 0) is_subordinate = true;
    if (tokens_.is_sign(at, ',')) is_subordinate = false;
    if (is_subordinate && whole_sentence && (mark(at) == Mark::past || mark(at) == Mark::participle)) continue;
    const Mark here = mark(at);
    if (here == Mark::participle && follows && n <= 1) return {Mark::past, true, at};
    if (here == Mark::future) return {Mark::future, false, at};
    if (here == Mark::past) return {Mark::past, n <= 2 && follows, at};
    if (here == Mark::participle && whole_sentence) {
      const Governor found = participle_at(at);
      if (!found.is_bare) return found;
      if (likely.mark == Mark::none && is_main_verb(at)) likely = {Mark::past, false, at};
    }
    if (here == Mark::auxiliary || here == Mark::present) likely = {Mark::present, false, at};
    if (!whole_sentence && ends_clause(at)) break;
  }
  return likely.mark == Mark::past ? likely : Governor{};
}

bool Verbs::any(Mark wanted, Index first, Index last) const {
  for (Index at = first; at < last; ++at)
    if (mark(at) == wanted) return true;
  return false;
}

Verbs::Governor Verbs::governor(Index first, Index last) const {
  if (tokens_.language().participle_follows) {
    // "die 1995 gegründete Stelle", "1995年设立": the word behind decides, unless a future one stands before
    const Governor behind = right_of(last, false);
    const Governor before = left_of(first);
    if (behind.is_bare && before.mark != Mark::future) return {Mark::past, true, behind.at};
    if (before.mark != Mark::none) return before;
    return behind.mark != Mark::none ? behind : right_of(last, true);
  }
  const Governor before = left_of(first);
  if (before.mark != Mark::none) return before;
  return right_of(last, true);
}

}  // namespace plumbline::timeframe
