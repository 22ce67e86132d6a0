// What stands beside a time expression and claims it: money, figures, ages, instruments, plans, clauses.
#include "rules/timeframe/classify.h"

namespace plumbline::timeframe {

bool Judge::near(Index first, Index last, WordSet words, Index before, Index behind) const {
  for (Index n = 1; n <= before && n <= first; ++n) {
    if (verbs_.ends_sentence(first - n)) break;
    if (tokens_.match(first - n, words)) return true;
  }
  for (Index n = 0; n < behind && last + n < tokens_.size(); ++n) {
    if (verbs_.ends_sentence(last + n)) break;
    if (tokens_.match(last + n, words)) return true;
  }
  return false;
}

// One of these words stands before, and no verb of the future between: not "der Haushalt wird 2014 …".
bool Judge::governs_before(Index first, WordSet words, Index most) const {
  const bool verb_second = tokens_.language().nouns_are_capital;
  for (Index n = 1; n <= most && n <= first; ++n) {
    if (verbs_.ends_sentence(first - n)) return false;
    if (tokens_.match(first - n, words)) return true;
    if (verb_second && verbs_.mark(first - n) == Mark::future) return false;
  }
  return false;
}

// All there is between two bars, colons, brackets, dashes or ends: a cell, "(Q2/2014)", "2014: adoption of …".
bool Judge::stands_alone(const Expression& e) const {
  const auto is_edge = [&](Index i, bool behind) {
    if (i >= tokens_.size()) return true;
    const Token& token = tokens_[i];
    if (token.kind != TokenKind::sign) return false;
    const std::string_view text = tokens_.text(i);
    if (token.sign == '|' || token.sign == ':' || token.sign == ';' || token.sign == '.' || text == "。" || text == "•")
      return true;
    if (token.sign == '-') return tokens_.is_spaced(i) && tokens_.is_spaced(i + 1);
    if (token.sign == ',') return true;
    return behind ? token.sign == ')' || token.sign == ']' : token.sign == '(' || token.sign == '[';
  };
  const bool left = e.first == 0 || is_edge(e.first - 1, false);
  return left && is_edge(e.last, true);
}

// "Between 2011 and 2015 complaints rose; an ombudsman will be appointed": the promise stands in a clause behind.
bool Judge::is_told_before(const Expression& e) const {
  constexpr Index most = 40;
  bool is_other_clause = false;
  for (Index at = e.last; at < tokens_.size() && at < e.last + most && !verbs_.ends_sentence(at); ++at) {
    if (verbs_.mark(at) == Mark::future) return is_other_clause;
    is_other_clause = is_other_clause || (at > e.last && (tokens_.is_sign(at, ',') || tokens_.is_sign(at, ';')));
  }
  return false;
}

// "the 2011 census", "2013年统计数据"; not "2015年第三季度完成数据中心", whose deed stands between.
bool Judge::heads_statistic(const Expression& e) const {
  constexpr Index most = 3;
  for (Index at = e.core_last; at < tokens_.size() && at < e.core_last + most && !verbs_.ends_sentence(at); ++at) {
    if (tokens_.match(at, Word::statistic)) return true;
    if (tokens_[at].kind == TokenKind::han && tokens_.match(at, any_of(Word::milestone, Word::future))) return false;
  }
  return false;
}

// "children who turn 16 before 31 August", "die vor dem 31. August 16 Jahre alt werden": an age on that day.
bool Judge::is_day_of_age(const Expression& e) const {
  constexpr Index clause_most = 6, behind_most = 3;
  const auto years_at = [&](Index at) {
    const auto unit = tokens_.match(at, Word::unit);
    return unit && unit.value == unit_year;
  };
  const auto is_age = [&](Index at) { return tokens_.is_number(at) && tokens_[at].digits <= 2; };
  bool has_age = e.first > 0 && is_age(e.first - 1);
  has_age = has_age || (e.first > 1 && is_age(e.first - 2) && years_at(e.first - 1));
  for (Index n = 0; n < behind_most && !has_age; ++n)
    has_age = is_age(e.last + n) && years_at(e.last + n + 1);
  if (const auto lasting = tokens_.match(e.last, Word::lasting); lasting && is_age(lasting.next)) return true;  // 年满
  if (!has_age) return false;
  for (Index n = 1; n <= clause_most && n <= e.first; ++n) {
    if (verbs_.ends_sentence(e.first - n)) return false;
    if (tokens_.match(e.first - n, Word::clause)) return true;
  }
  return false;
}

// "由11%降至2010年的6%": what a figure was in a year.
bool Judge::bears_figure(const Expression& e) const {
  const std::string& mark = tokens_.language().attribute_mark;
  if (mark.empty() || e.last + 1 >= tokens_.size() || tokens_.text(e.last) != mark) return false;
  return tokens_.is_number(e.last + 1);
}

// "officials who joined after 1 January 2014": its verb is right behind a relative pronoun.
bool Judge::is_of_clause(const Expression& e, Index verb) const {
  constexpr Index most = 2, reach = 5;
  if (verb >= e.first || e.first - verb > reach) return false;
  for (Index at = verb; at < e.first; ++at)
    if (tokens_.is_number(at) || tokens_[at].kind == TokenKind::sign) return false;
  for (Index n = 1; n <= most && n <= verb; ++n)
    if (tokens_.match(verb - n, Word::clause)) return true;
  return false;
}

// "EUR 3.2 million for FY2018": right behind an amount.
bool Judge::is_for_amount(const Expression& e) const {
  constexpr Index most = 3;
  if (!e.says(Word::for_) || (e.cues & (time_cues & ~any_of(Word::for_, Word::in, Word::within)))) return false;
  bool has_money = false;
  for (Index n = 1; n <= most && n <= e.first; ++n) {
    const Index at = e.first - n;
    if (tokens_.is_number(at)) return has_money || (at > 0 && tokens_.has(at - 1, bit(Word::money)));
    if (!tokens_.has(at, bit(Word::money)) && !tokens_.has(at, bit(Word::of))) return false;
    has_money = has_money || tokens_.has(at, bit(Word::money));
  }
  return false;
}

// "For 2015, 3 million is set aside": a year with its amount, and no promise between.
bool Judge::is_allotted(const Expression& e) const {
  constexpr Index most = 7;
  if (!(e.from.is_fiscal || e.from.is_bare_year()) || e.form != Form::point || !e.says(Word::for_) ||
      (e.cues & (time_cues & ~any_of(Word::for_, Word::in, Word::within))))
    return false;
  for (Index at = e.last; at < tokens_.size() && at < e.last + most; ++at) {
    if (verbs_.ends_sentence(at) || verbs_.mark(at) == Mark::future) return false;
    if (tokens_.is_number(at) && tokens_.match(at + 1, Word::money) && !tokens_.is_sign(at + 1, '%')) return true;
  }
  return false;
}

// "under the National Plan 2011-2016": nothing but the instrument's name stands between.
bool Judge::is_under_instrument(Index first) const {
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
bool Judge::is_older_plan(const Expression& e, const Days& days) const {
  if (e.form != Form::range || !e.from.is_bare_year() || !context_.report_date || !days.earliest) return false;
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

// "the 2010 National Strategy": a year, or years, between an article and what bears them.
bool Judge::is_attribute(const Expression& e) const {
  const Language& language = tokens_.language();
  if (!language.year_precedes_noun || e.last >= tokens_.size() || e.last != e.core_last) return false;
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
  const bool has_cue = (e.cues & time_cues) != 0;
  return e.has_article || (!has_cue && e.first > 0);
}

// "每季度报告的委员会", "2015年以前建成的住宅": it describes the noun that follows.
bool Judge::is_before_attribute_mark(const Expression& e) const {
  constexpr Index most = 16;
  if (tokens_[e.core_last - 1].kind != TokenKind::han) return false;
  for (Index at = e.last; at < tokens_.size() && at - e.last < most; ++at) {
    if (tokens_[at].kind != TokenKind::han || verbs_.mark(at) == Mark::future) return false;
    if (tokens_.text(at) == tokens_.language().attribute_mark) return true;
  }
  return false;
}

// "the Commission, which meets quarterly": a practice, not a promise.
bool Judge::is_in_relative_clause(const Expression& e) const {
  for (Index n = 1; n <= 12 && n <= e.first; ++n) {
    const Index at = e.first - n;
    if (verbs_.mark(at) == Mark::future) return false;
    if (verbs_.ends_sentence(at)) break;
    if (tokens_.match(at, Word::clause)) return true;
    if (tokens_.is_sign(at, ',')) break;
  }
  return is_before_attribute_mark(e);
}

// "a grant of 500 euros a year", "Zuschuss von jährlich 500 Euro", "每年500元的补助": how much, not how often.
bool Judge::is_rate(const Expression& e) const {
  constexpr Index most = 3;  // of an amount: "EUR 1.5 million"
  const auto leads_to_amount = [&](Index at) {
    return tokens_.has(at, any_of(Word::of, Word::to, Word::filler, Word::money_noun));
  };
  const auto is_amount = [&](Index from, Index to) {
    bool number = false, money = false;
    for (Index at = from; at < to; ++at)
      number = number || tokens_.is_number(at), money = money || tokens_.has(at, bit(Word::money));
    return number && money;
  };
  const auto is_part_of_amount = [&](Index at) { return tokens_.is_number(at) || tokens_.has(at, bit(Word::money)); };
  Index first = e.first;
  while (first > 0 && e.first - first < most && is_part_of_amount(first - 1))
    --first;
  const bool has_lead = leads_to_amount(e.last) && !is_part_of_amount(e.last);  // "منحة شهرية بمبلغ 300 دينار"
  const Index behind = e.last + has_lead;
  Index last = behind;
  while (last < tokens_.size() && last - behind < most && is_part_of_amount(last))
    ++last;
  const bool is_behind = is_amount(behind, last);
  if (!is_behind && !is_amount(first, e.first)) return false;
  if ((is_behind && has_lead) || (first > 0 && leads_to_amount(first - 1))) return true;
  return last < tokens_.size() && tokens_[last].kind == TokenKind::han &&
         tokens_.text(last) == tokens_.language().attribute_mark;
}

// "once funding has been secured, the centre will open": what it waits for may be in the past tense.
bool Judge::is_condition_of_promise(const Expression& e) const {
  if (tokens_.match(e.first, Word::vague).value != vague_condition) return false;
  const Index end = verbs_.sentence_end(e.first);
  for (Index at = verbs_.sentence_start(e.first); at < end; ++at)
    if (verbs_.mark(at) == Mark::future) return true;
  return false;
}

}  // namespace plumbline::timeframe
