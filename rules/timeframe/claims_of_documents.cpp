// Years that a strategy, plan or law bears.
#include "rules/timeframe/claims.h"

namespace plumbline::timeframe {

// "under the National Plan 2011-2016": nothing but the instrument's name stands between.
bool Claims::is_under_instrument(Index first) const {
  for (Index n = 1; n <= 8 && n <= first; ++n) {
    const Index at = first - n;
    if (tokens_.match(at, Word::under)) return true;
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::sign && token.sign != '\'' && token.sign != '-' && token.sign != '"') return false;
    if (verbs_.mark(at) == Mark::future || verbs_.mark(at) == Mark::past) return false;
  }
  return false;
}

// "Implementation of the 2011-2015 Action Plan": a plan that runs already is not what is planned.
bool Claims::is_older_plan(const Expression& e, const Days& days) const {
  if (!e.is_years() || e.from.is_fiscal || e.from.is_school || !context_.report_date || !days.earliest) return false;
  if (days.earliest->year() >= context_.report_date->year()) return false;
  const bool leads = tokens_.language().year_precedes_noun || tokens_[e.core_last - 1].kind == TokenKind::han;
  const Index behind = leads ? 4 : 0;
  const auto is_plan = [&](Index at) {
    return tokens_.match(at, any_of(Word::document, Word::instrument, Word::agenda));
  };
  for (Index at = e.last; at < tokens_.size() && at < e.last + behind; ++at) {
    if (tokens_[at].kind == TokenKind::sign || tokens_.has(at, any_of(Word::future, Word::past, Word::auxiliary)))
      break;
    if (is_plan(at)) return !(e.cues & (time_cues & ~any_of(Word::for_, Word::under)));
  }
  for (Index n = 1; n <= 3 && n <= e.first; ++n) {
    const Index at = e.first - n;
    if (tokens_[at].kind == TokenKind::sign || tokens_.has(at, any_of(Word::future, Word::past))) break;
    if (is_plan(at)) return n == 1 || !(e.cues & (time_cues & ~any_of(Word::for_, Word::under)));
  }
  return false;
}

// "under the National Plan 2011-2016", "Implementation of the 2011-2015 Action Plan": another plan's years.
bool Claims::is_of_instrument(const Expression& e, const Days& days) const {
  if (!tokens_.hold(any_of(Word::under, Word::document, Word::instrument, Word::agenda))) return false;
  const bool is_years = e.from.is_bare_year() || e.form == Form::range;
  if (!(e.cues & time_cues) && is_years && is_under_instrument(e.first)) return true;
  const bool has_own_cue = (e.cues & (time_cues & ~bit(Word::for_))) != 0;
  return (e.says(Word::under) && !has_own_cue) || is_older_plan(e, days);
}

// "Die Hafenmesse 2015 wird …": one thing stands in front of a German verb, so that the year belongs to the noun.
bool Claims::is_in_first_place(const Expression& e) const {
  if (!tokens_.language().nouns_are_capital || e.first == 0 || e.first != e.core_first) return false;
  const Index noun = e.first - 1;
  if (!tokens_.is_word(noun) || !tokens_[noun].is_capital || tokens_.has(noun, time_cues)) return false;
  const auto is_verb = [&](Index at) { return verbs_.mark(at) == Mark::future || verbs_.mark(at) == Mark::past; };
  if (!is_verb(e.last)) return false;
  for (Index at = verbs_.sentence_start(noun); at < noun; ++at)
    if (is_verb(at) || tokens_[at].kind == TokenKind::sign || tokens_.has(at, bit(Word::clause))) return false;
  return true;
}

// "the 2010 National Strategy": a year, or years, between an article and what bears them.
bool Claims::is_attribute(const Expression& e) const {
  const Language& language = tokens_.language();
  if (!language.year_precedes_noun || e.last >= tokens_.size() || e.last != e.core_last) return false;
  if (tokens_[e.core_last - 1].kind == TokenKind::han && e.says(Word::for_) && tokens_.match(e.last, Word::event))
    return true;  // "为2015年世博会"
  if (e.has_year_word && tokens_[e.core_first].kind != TokenKind::han) return false;
  const Token& next = tokens_[e.last];
  if (next.kind == TokenKind::han)
    return tokens_.match(e.last, any_of(Word::document, Word::instrument, Word::statistic, Word::agenda)) ||
           (e.from.is_bare_year() && e.last + 3 < tokens_.size() &&
            near(e.last, e.last, any_of(Word::document, Word::instrument), 0, 4) && !(e.cues & time_cues));
  if (tokens_.is_sign(e.last, '\'')) return true;  // "2012's"
  if (next.kind != TokenKind::word) return false;
  const WordSet functional = time_cues | any_of(Word::future, Word::past, Word::present, Word::auxiliary, Word::clause,
                                                Word::and_, Word::to, Word::under, Word::of, Word::filler,
                                                Word::ongoing, Word::adverb, Word::frequency, Word::anchor);
  if (next.set & functional) return false;
  if (language.nouns_are_capital && !next.is_capital && verbs_.governor(e.first, e.first).mark == Mark::future)
    return false;  // "wird 2014 erweitert", "wird 2014 auf zwölf Stellen erweitert"
  const bool is_behind_verb = e.first > 0 && tokens_.is_word(e.first - 1) && !tokens_[e.first - 1].is_capital;
  if (language.nouns_are_capital && !next.is_capital && !e.has_article && is_behind_verb)
    return false;  // "Das Amt verlegt 2014 seinen Sitz"
  const bool has_cue = (e.cues & time_cues) != 0;
  return e.has_article || (!has_cue && e.first > 0);
}

}  // namespace plumbline::timeframe
