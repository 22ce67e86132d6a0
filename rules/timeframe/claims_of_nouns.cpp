// Lengths of time and states that say what a noun is like, not when something is done.
#include "rules/timeframe/claims.h"
#include "rules/timeframe/goals.h"
#include "rules/timeframe/names_with_years.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

// What no noun phrase goes on with.
constexpr WordSet joints =
    time_cues | any_of(Word::future, Word::past, Word::present, Word::auxiliary, Word::clause, Word::and_, Word::to,
                       Word::under, Word::of, Word::filler, Word::ongoing, Word::adverb, Word::frequency, Word::anchor);

}  // namespace

bool Claims::is_beside_noun(const Expression& e) const {
  const bool follows = tokens_.language().adjective_follows;
  if (follows && e.first == 0) return false;
  const Index at = follows ? e.first - 1 : e.last;
  if (at >= tokens_.size()) return false;
  const Token& token = tokens_[at];
  if (token.kind != TokenKind::word && token.kind != TokenKind::han) return false;
  if (token.set & joints) return false;
  const auto vague = tokens_.match(at, Word::vague);
  if (vague && vague.value != vague_means) return false;  // "long-term funding"
  const Mark mark = verbs_.mark(at);
  return mark == Mark::none || (mark == Mark::participle && !follows);
}

// "Les prêts à long terme seront garantis": the sentence's verb stands behind, and none in front.
bool Claims::is_in_subject(const Expression& e) const {
  constexpr Index most = 40;
  const Index end = std::min(verbs_.sentence_end(e.last), e.last + most);
  const auto is_verb = [&](Index at) { return verbs_.mark(at) == Mark::future || verbs_.mark(at) == Mark::past; };
  for (Index at = verbs_.sentence_start(e.first); at < e.first; ++at)
    if (is_verb(at)) return false;
  for (Index at = e.last; at < end && !tokens_.match(at, Word::clause); ++at)
    if (is_verb(at)) return true;
  return false;
}

// "The rules in force before 2012 will be repealed": right behind a noun that the sentence's verb follows.
bool Claims::belongs_to_subject(const Expression& e) const {
  if (e.first == 0 || e.first == verbs_.sentence_start(e.first) || !tokens_.is_word(e.first - 1)) return false;
  return verbs_.mark(e.first - 1) == Mark::none && verbs_.mark(e.last) == Mark::future && is_in_subject(e);
}

// "long-term care", "the Permanent Secretary will …", "des soins de longue durée": it says which, not when.
bool Claims::describes_noun(const Expression& e) const {
  const bool is_vague = e.form == Form::vague;
  const int value = tokens_.match(e.first, is_vague ? Word::vague : Word::ongoing).value;
  const bool is_adjective = value == describing_adjective;
  if (!is_adjective && value != describing_attribute) return false;
  const Index noun = tokens_.language().adjective_follows ? e.first - 1 : e.last;
  if (tokens_.match(noun, Word::lasting).value == lasting_noun) return true;
  if (!is_beside_noun(e)) return false;
  if (!is_adjective) return is_in_subject(e);
  return is_vague || governor_of(e).mark != Mark::none;  // "Permanent monitoring of the coast" is a state
}

bool Claims::describes_length(const Expression& e) const {
  const bool follows = tokens_.language().adjective_follows;
  if (follows && e.first == 0) return false;
  const auto noun = tokens_.match(follows ? e.first - 1 : e.last, Word::lasting);
  return noun && noun.value != lasting_hour;
}

// "a law that will oblige providers to answer within ten days", "the right to a hearing within a month"
bool Claims::is_laid_on_others(const Expression& e) const {
  constexpr Index most = 24;
  if (!tokens_.hold(bit(Word::lasting))) return false;
  const auto is_duty = [&](Index at) { return tokens_.match(at, Word::lasting).value == lasting_duty; };
  for (Index n = 1; n <= most && n <= e.first; ++n) {
    const Index at = e.first - n;
    if (verbs_.ends_sentence(at)) return false;
    if (is_duty(at)) return true;
    if (verbs_.mark(at) == Mark::future) return at > 0 && is_duty(at - 1);  // "the right | to be heard"
  }
  return false;
}

// "a regulation on traffic under which", "por reglamento que"
bool Claims::is_behind_instrument(Index clause) const {
  constexpr Index most = 6;
  for (Index n = 0; n <= most && n <= clause; ++n) {
    if (tokens_.match(clause - n, Word::instrument) || ends_as_document(tokens_, clause - n)) return true;
    if (n > 0 && tokens_[clause - n].kind == TokenKind::sign && !tokens_.is_sign(clause - n, ',')) return false;
  }
  return false;
}

// "allow appeals within 15 days of the decision"
bool Claims::is_behind_appeal(const Expression& e) const {
  constexpr Index most = 5;
  for (Index n = 1; n <= most && n <= e.first && !verbs_.ends_sentence(e.first - n); ++n)
    if (tokens_.match(e.first - n, Word::lasting).value == lasting_appeal) return true;
  return false;
}

// "shipowners who report no spill within three days"; not "ensure that", "asegurar que"
bool Claims::is_behind_noun(Index clause) const {
  Index noun = clause;
  while (noun > 0 && tokens_[noun - 1].kind == TokenKind::sign && clause - noun < 2)
    --noun;
  if (noun == 0 || !tokens_.is_word(noun - 1) || verbs_.mark(noun - 1) != Mark::none) return false;
  return noun - 1 > verbs_.sentence_start(noun - 1) &&
         !tokens_.language().infinitive_suffixes.end(tokens_.text(noun - 1), 2);
}

// "Employers must register new staff within three days", "a rule under which firms answer within ten days": short terms
// of a duty are others'.
bool Claims::is_short_duty(const Expression& e) const {
  constexpr Index most = 24;
  constexpr int days_most = 31, days_of_week = 7;
  const int days = e.unit == unit_day ? e.count : e.unit == unit_week ? e.count * days_of_week : 0;
  if (days == 0 || days > days_most) return false;
  if (is_behind_appeal(e)) return true;
  if (e.is_anchored) return false;
  if (is_before_attribute_mark(e)) return true;  // "未在三日内报告泄漏的船东"
  bool is_promised = false;
  for (Index at = e.core_first; at > 0 && e.core_first - at < most; --at) {
    if (verbs_.ends_sentence(at - 1)) return false;
    if (tokens_.match(at - 1, Word::lasting).value == lasting_modal) return true;
    const Mark mark = verbs_.mark(at - 1);
    const bool is_second = mark == Mark::past || mark == Mark::present;  // "the law that was passed will be published"
    if (is_promised && (tokens_.is_sign(at - 1, ',') || is_second)) return false;
    const bool is_clause = tokens_.has(at - 1, bit(Word::clause));
    if (is_clause && (is_behind_instrument(at - 1) || (!is_promised && is_behind_noun(at - 1)))) return true;
    is_promised = is_promised || mark == Mark::future;
  }
  return false;
}

// "within ten days of the application"
bool Claims::runs_from_case(const Expression& e) const {
  constexpr Index most = 4;
  for (Index at = e.core_last > e.first ? e.core_first : e.first; at < e.last + most && at < tokens_.size(); ++at) {
    if (verbs_.ends_sentence(at) || verbs_.mark(at) == Mark::future) return false;
    if (tokens_.match(at, Word::lasting).value == lasting_case) return true;
    const bool is_joint = at < e.last || tokens_.has(at, any_of(Word::anchor, Word::after, Word::of, Word::filler));
    if (!is_joint) return false;
  }
  return false;
}

// "will answer the unions within 45 days"; not "will answer complaints within two days", "将在五日内答复申请".
bool Claims::is_promised_answer(const Expression& e, Index answer) const {
  constexpr Index subject_most = 4, object_most = 4;
  if (tokens_.match(answer, Word::lasting).value != lasting_answer) return false;
  const Index verb = std::min(answer, e.first);
  bool is_promised = verbs_.mark(verb) == Mark::future || (verb > 0 && verbs_.mark(verb - 1) == Mark::future);
  const Index last = std::min(std::max(e.core_first, answer + object_most * (answer > e.first)), tokens_.size());
  for (Index at = verb - std::min(verb, subject_most); at < last; ++at)
    is_promised = is_promised && tokens_.match(at, Word::lasting).value != lasting_case;
  return is_promised;
}

// A penalty, an age, how long something is kept; a term that others have.
bool Claims::is_length_of(const Expression& e) const {
  return lasts(e) || is_laid_on_others(e) || is_short_duty(e) || runs_from_case(e) ||
         (tokens_[e.core_first].kind != TokenKind::han && runs_out(verbs_, e));  // not "期满后十日内"
}

bool Claims::lasts(const Expression& e) const {
  if (!tokens_.hold(bit(Word::lasting))) return false;
  constexpr Index before = 6, behind = 5;
  const bool verb_second = tokens_.language().nouns_are_capital;
  const auto is_length = [&](Index at) {
    const auto word = tokens_.match(at, Word::lasting);
    return word && (word.value == lasting_length || (word.value == lasting_answer && !is_promised_answer(e, at)));
  };
  for (Index n = 1; n <= before && n <= e.core_first; ++n) {
    const Index at = e.core_first - n;
    if (verbs_.ends_sentence(at)) break;
    if (is_length(at)) return true;
    if (verb_second && verbs_.mark(at) == Mark::future) break;
  }
  for (Index at = e.last; at < e.last + behind && at < tokens_.size(); ++at) {
    if (verbs_.ends_sentence(at)) break;
    const auto future = tokens_.match(at, Word::future);  // "Within six months the agency will answer …"
    if (verbs_.mark(at) == Mark::future && (!future || future.value == 0)) break;
    if (is_length(at)) return true;
  }
  return false;
}

}  // namespace plumbline::timeframe
