// Years that belong to what a deed is about.
#include "rules/timeframe/goals.h"

#include "rules/timeframe/names_with_years.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

constexpr Index reach = 18;   // tokens that a goal or document is looked for in
constexpr int far_years = 8;  // no deadline of a deed is so far ahead
constexpr WordSet links = any_of(Word::of, Word::for_, Word::to, Word::clause, Word::filler);

bool is_kind(const Tokens& tokens, Index at, Content kind) {
  const auto word = tokens.match(at, Word::content);
  return word && word.value == kind;
}

bool is_promise(const Verbs& verbs, Index at) {
  return verbs.mark(at) == Mark::future && verbs.tokens().match(at, Word::future).value == 0;
}

bool ends_phrase(const Verbs& verbs, Index at) {
  const Tokens& tokens = verbs.tokens();
  const bool is_dash = tokens.is_sign(at, '-') && tokens.is_spaced(at) && tokens.is_spaced(at + 1);
  return verbs.ends_sentence(at) || tokens.is_sign(at, ':') || is_dash;
}

// "by 2020": a year that has its own cue takes the goal with it.
bool is_deadline(const Tokens& tokens, Index at) {
  return at > 0 && tokens.is_number(at) && tokens[at].digits == 4 &&
         tokens.has(at - 1, any_of(Word::by, Word::until, Word::in));
}

// "cutting" behind "goal of", "zu senken" behind "das Ziel, …": the goal is a deed of its own.
bool is_infinitive(const Verbs& verbs, Index at) {
  const Tokens& tokens = verbs.tokens();
  return tokens.is_word(at) && verbs.mark(at) == Mark::none &&
         tokens.language().infinitive_suffixes.end(tokens.text(at), 2);
}

bool leads_to_deed(const Verbs& verbs, Index first, Index last) {
  const Tokens& tokens = verbs.tokens();
  if (tokens.language().nouns_are_capital) {  // ", die Emissionen bis 2030 um 40 Prozent zu senken"
    if (!tokens.is_sign(first, ',')) return false;
    for (Index at = last;
         at < std::min(last + reach, tokens.size()) && !verbs.ends_sentence(at) && !verbs.ends_clause(at); ++at)
      if (is_infinitive(verbs, at)) return true;
    return false;
  }
  bool is_linked = false;
  for (Index at = first; at < last; ++at) {
    if (is_linked && is_infinitive(verbs, at)) return true;
    is_linked = tokens.has(at, links) || (is_linked && tokens.is_sign(at, '\''));
  }
  return false;
}

// "a 40 % cut", "сокращения на 25 процентов"
bool has_figure(const Tokens& tokens, Index first, Index last) {
  for (Index at = first; at < last && !tokens.has(at, bit(Word::and_)); ++at)
    if (tokens.is_number(at) || tokens.has(at, bit(Word::money))) return true;
  return false;
}

bool is_far(const Expression& e, const Context& context) {
  return context.report_date && e.from.year - static_cast<int>(context.report_date->year()) >= far_years;
}

// "reach the target of … by 2020", "the target … will be reached"
bool is_reached(const Verbs& verbs, Index noun, Index behind) {
  constexpr Index before_most = 4, behind_most = 8;
  const Tokens& tokens = verbs.tokens();
  for (Index n = 1; n <= before_most && n <= noun && !ends_phrase(verbs, noun - n); ++n)
    if (is_kind(tokens, noun - n, content_reach)) return true;
  for (Index at = behind; at < behind + behind_most && at < tokens.size() && !ends_phrase(verbs, at); ++at)
    if (is_kind(tokens, at, content_reach)) return true;
  return false;
}

// "2060年前碳中和的目标"
bool is_before_goal(const Verbs& verbs, const Expression& e, const Context& context) {
  constexpr Index most = 14;
  const Tokens& tokens = verbs.tokens();
  bool is_attribute = false, is_percentage = false, has_reach = false;
  bool is_promised = e.first > 0 && verbs.mark(e.first - 1) == Mark::future;
  for (Index at = e.first; at < e.core_first; ++at)
    is_promised = is_promised || verbs.mark(at) == Mark::future;
  for (Index at = e.last; at < e.last + most && at < tokens.size(); ++at) {
    if (tokens.is_sign(at, ',') || ends_phrase(verbs, at) || is_promise(verbs, at)) return false;
    has_reach = has_reach || is_kind(tokens, at, content_reach);
    is_percentage = is_percentage || tokens.is_number(at);
    if (is_attribute && is_kind(tokens, at, content_goal))
      return is_far(e, context) ? !has_reach || !is_promised : is_percentage && !has_reach;
    is_attribute = tokens.text(at) == tokens.language().attribute_mark;
  }
  return false;
}

// "The scheme will expire in 2016": not a paper, and promised.
bool is_own_end(const Verbs& verbs, Index verb) {
  constexpr Index most = 8;
  if (verbs.mark(verb) != Mark::future && (verb == 0 || verbs.mark(verb - 1) != Mark::future)) return false;
  for (Index n = 1; n <= most && n <= verb && !ends_phrase(verbs, verb - n); ++n)
    if (is_kind(verbs.tokens(), verb - n, content_contract)) return false;
  return true;
}

// What says so stands in front of the date, or behind it.
bool is_of_validity(const Verbs& verbs, const Expression& e) {
  constexpr Index before_most = 3, behind_most = 2;
  const Tokens& tokens = verbs.tokens();
  for (Index n = 1; n <= before_most + e.core_first - e.first && n <= e.core_first; ++n) {
    const Index at = e.core_first - n;
    if (is_kind(tokens, at, content_validity)) return !is_own_end(verbs, at);
    if ((tokens[at].kind == TokenKind::sign && !tokens.is_sign(at, '\'')) || is_promise(verbs, at)) break;
    if (tokens.language().nouns_are_capital && verbs.mark(at) == Mark::future) break;  // "gültige Pässe werden 2014 …"
  }
  if (!tokens.language().participle_follows) return false;
  for (Index at = e.last; at < e.last + behind_most && at < tokens.size(); ++at) {
    if (tokens[at].kind == TokenKind::sign) break;
    if (is_kind(tokens, at, content_validity)) return true;
  }
  return false;
}

}  // namespace

bool is_of_goal(const Verbs& verbs, const Expression& e, const Context& context) {
  const Tokens& tokens = verbs.tokens();
  if (e.form != Form::point || !e.from.has_year() || !tokens.hold(bit(Word::content))) return false;
  if (tokens[e.core_first].kind == TokenKind::han || tokens[e.core_last - 1].kind == TokenKind::han)
    return is_before_goal(verbs, e, context);
  for (Index n = 1; n <= reach && n <= e.first; ++n) {
    const Index at = e.first - n;
    if (ends_phrase(verbs, at)) return false;
    if (is_kind(tokens, at, content_goal)) {
      const Index behind = tokens.match(at, Word::content).next;
      const bool is_deed = leads_to_deed(verbs, behind, e.first);
      if (!is_deed && (behind + 1 >= e.first || (!is_far(e, context) && !has_figure(tokens, behind, e.first))))
        return false;
      return !is_reached(verbs, at, e.last);
    }
    const Mark mark = verbs.mark(at);
    const bool is_aside = n > 1 && at > 0 && tokens.is_sign(at, ',') && !is_kind(tokens, at - 1, content_goal);
    if (is_aside || is_deadline(tokens, at) || is_promise(verbs, at) || mark == Mark::past || mark == Mark::present)
      return false;
  }
  return false;
}

bool is_of_document(const Verbs& verbs, const Expression& e) {
  constexpr Index name_most = 4;  // "Vision 2050, which …", "خارطة الطريق التي"
  const Tokens& tokens = verbs.tokens();
  Index clause = 0;
  bool is_promised = false;  // in the clause, it is what the document says: "которая предусматривает …"
  for (Index n = 2; n <= reach && n <= e.first; ++n) {
    const Index at = e.first - n;
    if (ends_phrase(verbs, at)) return false;
    is_promised = is_promised || is_promise(verbs, at);
    if (tokens.has(at, bit(Word::clause))) clause = at, is_promised = false;
    if (is_promised && clause) return false;
    if (!names_document(tokens, at)) continue;
    if (is_promised) return false;
    return (clause && clause - at <= name_most) || leads_to_deed(verbs, at + 1, e.first);
  }
  return false;
}

bool runs_out(const Verbs& verbs, const Expression& e) {
  if (!verbs.tokens().hold(bit(Word::content)) || !is_of_validity(verbs, e)) return false;
  const Index end = std::min(verbs.sentence_end(e.last), e.last + reach);
  for (Index at = e.last; at < end; ++at)
    if (is_kind(verbs.tokens(), at, content_back))
      return false;  // "which expires in 2015, will be renewed before that date"
  return true;
}

bool ends_contract(const Verbs& verbs, const Expression& e) {
  constexpr Index most = 12;
  const Tokens& tokens = verbs.tokens();
  if (!tokens.hold(bit(Word::content)) || !(e.cues & any_of(Word::until, Word::by, Word::before))) return false;
  bool runs = false;
  for (Index n = 1; n <= most && n <= e.core_first; ++n) {
    const Index at = e.core_first - n;
    if (ends_phrase(verbs, at) || is_promise(verbs, at)) return false;
    if (runs && is_kind(tokens, at, content_contract)) return true;
    runs = runs || is_kind(tokens, at, content_span);
  }
  return false;
}

}  // namespace plumbline::timeframe
