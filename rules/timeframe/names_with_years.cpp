// Years that a plan, programme or strategy bears in its name.
#include "rules/timeframe/names_with_years.h"

namespace plumbline::timeframe {

namespace {

bool is_verb(const Verbs& verbs, Index at) {
  const Mark mark = verbs.mark(at);
  return mark == Mark::future || mark == Mark::past;
}

}  // namespace

bool names_document(const Tokens& tokens, Index at) {
  if (tokens.match(at, any_of(Word::document, Word::instrument, Word::agenda))) return true;
  return ends_as_document(tokens, at);
}

bool ends_as_document(const Tokens& tokens, Index at) {
  const Suffixes& suffixes = tokens.language().document_suffixes;
  return !suffixes.empty() && tokens.is_word(at) && suffixes.end(tokens.text(at), 2);
}

bool is_period_of_plan(const Verbs& verbs, const Expression& e) {
  const Tokens& tokens = verbs.tokens();
  constexpr Index before_most = 5, behind_most = 3;
  if (e.form != Form::range || !e.from.is_bare_year() || !e.to.is_bare_year()) return false;
  if ((e.cues & own_cues) && !(e.cues & bit(Word::for_))) return false;
  for (Index n = 1; n <= before_most && n <= e.first; ++n) {
    const Index at = e.first - n;
    if (tokens[at].kind == TokenKind::sign && !tokens.is_sign(at, '\'') && !tokens.is_sign(at, '"')) break;
    if (is_verb(verbs, at)) break;
    if (names_document(tokens, at)) return true;
    const bool is_name = tokens.language().nouns_are_capital && n == 1 && tokens[at].is_capital;
    if (is_name && !(tokens[at].set & own_cues)) return true;  // "Jugendstrategie 2021-2027"
  }
  if (!tokens.language().year_precedes_noun && tokens[e.core_first].kind != TokenKind::han &&
      tokens[e.core_last - 1].kind != TokenKind::han)
    return false;
  for (Index at = e.last; at < tokens.size() && at < e.last + behind_most; ++at) {
    if (tokens[at].kind == TokenKind::sign || is_verb(verbs, at)) break;
    if (names_document(tokens, at)) return true;
  }
  return false;
}

bool is_end_in_name(const Verbs& verbs, const Expression& e) {
  const Tokens& tokens = verbs.tokens();
  constexpr Index most = 6;
  const bool is_end = e.says(Word::by) || e.says(Word::until);
  if (e.form != Form::point || !e.from.is_bare_year() || !is_end) return false;
  const Index start = verbs.sentence_start(e.first);
  for (Index n = 1; n <= most && n <= e.first && e.first - n > start; ++n) {
    const Index at = e.first - n;
    if (verbs.mark(at) != Mark::none || verbs.ends_clause(at)) return false;
    if (names_document(tokens, at)) return tokens[at].is_capital && !tokens.language().nouns_are_capital;
  }
  return false;
}

bool is_period_of_noun(const Verbs& verbs, const Expression& e) {
  const Tokens& tokens = verbs.tokens();
  if (e.first == 0 || !e.is_years()) return false;
  if (tokens[e.core_last - 1].kind == TokenKind::han)
    return !tokens.language().attribute_mark.empty() && tokens.text(e.first - 1) == tokens.language().attribute_mark;
  if (e.cues & time_cues & ~bit(Word::for_)) return false;
  const Index noun = e.first - 1;
  return tokens.is_word(noun) && verbs.mark(noun) == Mark::none &&
         !tokens.has(noun, time_cues | any_of(Word::of, Word::adverb, Word::label, Word::filler, Word::and_));
}

}  // namespace plumbline::timeframe
