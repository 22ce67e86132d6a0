// Years that a plan is made for, and results that a deed aims at.
#include "rules/timeframe/aims.h"

namespace plumbline::timeframe {

namespace {

Tokens::Match span_at(const Tokens& tokens, Index at) {
  const auto word = tokens.match(at, Word::content);
  return word.value == content_period || word.value == content_span ? word : Tokens::Match{};
}

bool is_clause_mark(const Tokens& tokens, Index at) {
  return static_cast<bool>(tokens.match(at, Word::clause));
}

// "The scheme will run from 2015 to 2020"; not "the scheme, which will run from 2015 to 2020, …".
bool is_own_promise(const Verbs& verbs, Index verb) {
  constexpr Index clause_most = 4, verb_most = 2;
  const Tokens& tokens = verbs.tokens();
  bool is_promised = false;
  for (Index n = 0; n <= clause_most && n <= verb; ++n) {
    const Index at = verb - n;
    if (is_clause_mark(tokens, at)) return false;
    if (tokens[at].kind == TokenKind::sign && tokens[at].sign != '\'') break;
    const bool is_verb = n <= verb_most && verbs.mark(at) == Mark::future;
    is_promised = is_promised || (is_verb && tokens.match(at, Word::future).value == 0);
  }
  return is_promised;
}

// Behind it is the noun: "das für 2015 bis 2020 vorgesehene Konzept", "为2015—2020年制定的方案".
bool describes_what_follows(const Tokens& tokens, Index behind) {
  if (behind >= tokens.size()) return false;
  const Language& language = tokens.language();
  return (language.nouns_are_capital && tokens[behind].is_capital) ||
         (!language.attribute_mark.empty() && tokens.text(behind) == language.attribute_mark);
}

// "das die Jahre 2015 bis 2021 abdecken soll"
bool is_in_clause(const Verbs& verbs, Index at) {
  constexpr Index most = 6;
  for (Index n = 1; n <= most && n <= at && !verbs.ends_sentence(at - n); ++n)
    if (is_clause_mark(verbs.tokens(), at - n)) return true;
  return false;
}

}  // namespace

bool bears_span(const Verbs& verbs, const Expression& e) {
  constexpr Index before_most = 6, behind_most = 3;
  const Tokens& tokens = verbs.tokens();
  if (!tokens.hold(bit(Word::content))) return false;
  for (Index n = 1; n <= before_most && n <= e.core_first; ++n) {
    const Index at = e.core_first - n;
    if (span_at(tokens, at)) return !is_own_promise(verbs, at);
    if (tokens[at].kind == TokenKind::sign) break;
  }
  if (!tokens.language().participle_follows) return false;
  for (Index at = e.last; at < e.last + behind_most && at < tokens.size(); ++at) {
    if (const auto span = span_at(tokens, at))
      return describes_what_follows(tokens, span.next) || is_in_clause(verbs, e.first);
    if (tokens[at].kind == TokenKind::sign) break;
  }
  return false;
}

bool follows_aim(const Verbs& verbs, const Expression& e) {
  constexpr Index most = 16;
  const Tokens& tokens = verbs.tokens();
  if (!tokens.hold(bit(Word::content))) return false;
  bool has_comma = false;  // "will aim, …, which will be launched in May, to halve waste"
  for (Index n = 1; n <= most && n <= e.first; ++n) {
    const Index at = e.first - n;
    has_comma = has_comma || tokens.is_sign(at, ',');
    if (tokens.match(at, Word::content).value == content_aim) return true;
    if (verbs.ends_sentence(at)) return false;
    const bool is_promise = verbs.mark(at) == Mark::future && tokens.match(at, Word::future).value == 0;
    const bool is_of_clause = has_comma && at > 0 && is_clause_mark(tokens, at - 1);
    if (is_promise && !is_of_clause) return false;
  }
  return false;
}

}  // namespace plumbline::timeframe
