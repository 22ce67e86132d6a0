// What stands beside a time expression and claims it: money, figures, ages, instruments, plans, clauses.
#include "rules/timeframe/claims.h"

#include "rules/timeframe/goals.h"

#include <algorithm>

namespace plumbline::timeframe {

bool Claims::is_past(const Days& days) const {
  return context_.report_date && days.latest &&
         std::chrono::sys_days(*days.latest) < std::chrono::sys_days(*context_.report_date);
}

bool Claims::has_begun(const Days& days) const {
  if (!context_.report_date) return true;
  const auto first = days.earliest ? days.earliest : days.latest;
  return !first || std::chrono::sys_days(*first) <= std::chrono::sys_days(*context_.report_date);
}

// Its verb may stand in its own cue: "将于2014年6月".
Verbs::Governor Claims::governor_of(const Expression& e) const {
  for (Index i = e.first; i < e.core_first; ++i)
    if (verbs_.mark(i) == Mark::future) return {Mark::future, false, i};
  return verbs_.governor(e.first, e.last);
}

// "since 2010", "from 30 May 2008", "persons born after 1999": it has begun.
bool Claims::has_begun_since(const Expression& e, const Days& days) const {
  const std::optional<Day>& today = context_.report_date;
  const bool is_yearless = e.form == Form::point && e.from.month && !e.from.has_year() && !e.from.is_relative;
  const bool is_since = e.says(Word::since) && (has_begun(days) || (is_yearless && !e.says(Word::from)));
  if (is_since && !e.says(Word::from) && !e.says(Word::by)) return true;
  if (e.says(Word::from) && !days.latest && days.earliest && today && days.earliest->year() < today->year())
    return true;
  if (is_since && e.form == Form::point && today && (!days.earliest || *days.earliest <= *today) && e.from.has_year())
    return true;
  return e.says(Word::after) && !days.latest && has_begun(days) && e.from.has_year();
}

bool Claims::is_column(const Expression& e) const {
  const Folded& folded = tokens_.folded();
  const std::uint32_t at = folded.start_of(tokens_[e.core_first].start);
  return std::any_of(context_.columns.begin(), context_.columns.end(), [&](const ColumnRange& column) {
    return column.role != ColumnRole::other && at >= column.start && at < column.start + column.length;
  });
}

bool Claims::near(Index first, Index last, WordSet words, Index before, Index behind) const {
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
bool Claims::governs_before(Index first, WordSet words, Index most) const {
  const bool verb_second = tokens_.language().nouns_are_capital;
  for (Index n = 1; n <= most && n <= first; ++n) {
    if (verbs_.ends_sentence(first - n)) return false;
    if (tokens_.match(first - n, words)) return true;
    if (verb_second && verbs_.mark(first - n) == Mark::future) return false;
  }
  return false;
}

// All there is between two bars, colons, brackets, dashes or ends: a cell, "(Q2/2014)", "2014: adoption of …".
bool Claims::stands_alone(const Expression& e) const {
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
bool Claims::is_told_before(const Expression& e) const {
  constexpr Index most = 40;
  bool is_other_clause = false;
  for (Index at = e.last; at < tokens_.size() && at < e.last + most && !verbs_.ends_sentence(at); ++at) {
    if (verbs_.mark(at) == Mark::future) return is_other_clause;
    is_other_clause = is_other_clause || (at > e.last && (tokens_.is_sign(at, ',') || tokens_.is_sign(at, ';')));
  }
  return false;
}

// "the 2011 census", "2013年统计数据"; not "2015年第三季度完成数据中心", whose deed stands between.
bool Claims::heads_statistic(const Expression& e) const {
  if (!tokens_.hold(bit(Word::statistic))) return false;
  const Index most = tokens_.language().nouns_are_capital && !e.has_article ? 1 : 3;
  for (Index at = e.core_last; at < tokens_.size() && at < e.core_last + most && !verbs_.ends_sentence(at); ++at) {
    if (tokens_.match(at, Word::statistic)) return true;
    if (tokens_[at].kind == TokenKind::han && tokens_.match(at, any_of(Word::milestone, Word::future))) return false;
  }
  return false;
}

// "children who turn 16 before 31 August", "die vor dem 31. August 16 Jahre alt werden": an age on that day.
bool Claims::is_day_of_age(const Expression& e) const {
  constexpr Index clause_most = 6, behind_most = 3;
  if (!tokens_.hold(any_of(Word::lasting, Word::clause))) return false;
  const auto years_at = [&](Index at) {
    const auto unit = tokens_.match(at, Word::unit);
    return unit && unit.value == unit_year;
  };
  const auto is_age = [&](Index at) {
    return tokens_.is_number(at) && tokens_[at].digits <= 2 && !tokens_[at].is_grouped;
  };
  const bool is_day = e.from.day || e.from.month;
  bool has_age = is_day && e.first > 0 && is_age(e.first - 1) && tokens_.is_spaced(e.first - 1);
  has_age = has_age || (e.first > 1 && is_age(e.first - 2) && years_at(e.first - 1));
  for (Index n = 0; n < behind_most && !has_age; ++n)
    has_age = is_age(e.last + n) && years_at(e.last + n + 1);
  const auto lasting = tokens_.match(e.last, Word::lasting);
  if (lasting && lasting.value == lasting_length && is_age(lasting.next)) return true;  // 年满
  if (!has_age) return false;
  for (Index n = 1; n <= clause_most && n <= e.first; ++n) {
    if (verbs_.ends_sentence(e.first - n)) return false;
    if (tokens_.match(e.first - n, Word::clause)) return true;
  }
  return false;
}

// "由11%降至2010年的6%", "the share of renewables (7 % in 2010)": what a figure was in a year.
bool Claims::bears_figure(const Expression& e) const {
  constexpr Index most = 8;
  const std::string& mark = tokens_.language().attribute_mark;
  if (!mark.empty() && e.last + 1 < tokens_.size() && tokens_.text(e.last) == mark && tokens_.is_number(e.last + 1))
    return true;
  bool has_number = false;
  for (Index n = 1; n <= most && n <= e.first; ++n) {
    const Index at = e.first - n;
    if (tokens_.is_sign(at, '(')) {
      for (Index k = e.last; k < e.last + most && !has_number && k < tokens_.size() && !tokens_.is_sign(k, ')'); ++k)
        has_number = tokens_.is_number(k);
      return has_number;
    }
    if (tokens_.is_sign(at, ')') || verbs_.ends_sentence(at) || verbs_.mark(at) == Mark::future) return false;
    has_number = has_number || tokens_.is_number(at);
  }
  return false;
}

// "officials who joined after 1 January 2014", "the portal, which had 300 visits in August": its verb is right behind a
// relative pronoun.
bool Claims::is_of_clause(const Expression& e, Index verb) const {
  constexpr Index most = 2, reach = 5;
  if (verb >= e.first || e.first - verb > reach) return false;
  for (Index at = verb; at < e.first; ++at)
    if ((tokens_.is_number(at) && e.from.has_year()) || tokens_[at].kind == TokenKind::sign) return false;
  for (Index n = 1; n <= most && n <= verb; ++n)
    if (tokens_.match(verb - n, Word::clause)) return true;
  return false;
}

// "每季度报告的委员会", "2015年以前建成的住宅": it describes the noun that follows.
bool Claims::is_before_attribute_mark(const Expression& e) const {
  constexpr Index most = 16;
  if (tokens_[e.core_last - 1].kind != TokenKind::han) return false;
  for (Index at = e.last; at < tokens_.size() && at - e.last < most; ++at) {
    if (tokens_[at].kind != TokenKind::han || verbs_.mark(at) == Mark::future) return false;
    if (tokens_.text(at) == tokens_.language().attribute_mark) return true;
  }
  return false;
}

// "vor Inkrafttreten des Gesetzes geschlossene Verträge": the participle describes the noun behind it.
bool Claims::is_before_its_participle(const Expression& e) const {
  constexpr Index most = 4;
  if (!tokens_.language().nouns_are_capital) return false;
  for (Index at = e.last; at < e.last + most && at + 1 < tokens_.size(); ++at) {
    const Mark mark = verbs_.mark(at);
    if (mark == Mark::participle) return tokens_.is_word(at + 1) && tokens_[at + 1].is_capital;
    if (mark != Mark::none || tokens_[at].kind == TokenKind::sign) return false;
  }
  return false;
}

// "will visit licensed kennels twice a year": the participle is its noun's; not "will use data published twice a year".
bool Claims::is_promised_behind_participle(const Expression& e, const Verbs::Governor& governor) const {
  if (governor.mark != Mark::past || !governor.is_bare || governor.at + 1 >= e.first) return false;
  for (Index at = governor.at; at-- > verbs_.sentence_start(governor.at) && !verbs_.ends_clause(at);)
    if (verbs_.mark(at) == Mark::future) return true;
  return false;
}

// "the Commission, which meets quarterly": a practice, not a promise.
bool Claims::is_in_relative_clause(const Expression& e) const {
  for (Index n = 1; n <= 12 && n <= e.first; ++n) {
    const Index at = e.first - n;
    if (verbs_.mark(at) == Mark::future) return false;
    if (verbs_.ends_sentence(at)) break;
    if (tokens_.match(at, Word::clause)) return true;
    if (tokens_.is_sign(at, ',')) break;
  }
  return is_before_attribute_mark(e);
}

// "once funding has been secured, the centre will open": what it waits for may be in the past tense.
bool Claims::is_condition_of_promise(const Expression& e) const {
  if (tokens_.match(e.first, Word::vague).value != vague_condition) return false;
  const Index end = verbs_.sentence_end(e.first);
  for (Index at = verbs_.sentence_start(e.first); at < end; ++at)
    if (verbs_.mark(at) == Mark::future) return true;
  return false;
}

// "the report covers 2010", "projections for 2030"
bool Claims::is_content(const Expression& e) const {
  constexpr Index most = 4;
  if (!tokens_.hold(bit(Word::content)) || (e.cues & (time_cues & ~bit(Word::for_)))) return false;
  for (Index n = 1; n <= most && n <= e.first; ++n) {
    const auto word = tokens_.match(e.first - n, Word::content);
    if (word && (word.value == content_period || word.value == content_goal)) return true;
    if (!tokens_.has(e.first - n, any_of(Word::filler, Word::for_, Word::of, Word::in, Word::period))) return false;
  }
  return false;
}

// "compared with 2010", "the 2010 level"; not "80 % in 2015 against 62 %", whose comparison is with what follows.
bool Claims::is_compared_with(const Expression& e) const {
  constexpr Index before = 4, behind = 2;
  if (!tokens_.hold(bit(Word::baseline))) return false;
  if (near(e.core_first, e.core_last, bit(Word::baseline), before, 0)) return true;
  for (Index at = e.core_last; at < e.core_last + behind && at < tokens_.size() && !verbs_.ends_sentence(at); ++at) {
    if (const auto word = tokens_.match(at, Word::baseline)) {
      const auto joint = tokens_.match(word.next, any_of(Word::filler, Word::to));
      return !tokens_.is_number(joint ? joint.next : word.next);
    }
    if (tokens_.has(at, bit(Word::filler)) || verbs_.mark(at) == Mark::future)
      return false;  // "In 2014 the levels will be measured"
  }
  return false;
}

// Why the date belongs to something else; empty where nothing claims it.
std::string_view Claims::claim_on(const Expression& e, const Days& days, const Verbs::Governor& governor) const {
  const bool is_end = e.says(Word::by) || e.says(Word::until) || e.says(Word::before);
  if ((!is_end || is_past(days)) && is_compared_with(e)) return "baseline";
  if (governor.mark == Mark::past) {
    const bool is_over = is_past(days) || governor.is_bare || !context_.report_date;
    if (is_of_clause(e, governor.at) || (has_begun(days) && is_over)) return "past-event";
  }
  if (is_past(days) && is_before_its_participle(e)) return "past-event";
  if (is_of_money(e)) return "money";
  if (is_of_instrument(e, days)) return "other-instrument";
  if (is_day_of_age(e)) return "lasting";
  // "06/16 Results are published", "06/16: data are published": what a month heads is no part of it
  const bool is_head = tokens_.is_sign(e.last, ':') ||
                       (e.first == 0 && e.from.month && e.last < tokens_.size() && tokens_[e.last].is_capital);
  if (!is_head && heads_statistic(e) && (e.has_article || !(e.cues & time_cues))) return "data-period";
  if (is_past(days) && bears_figure(e)) return "data-period";
  if (is_content(e) || is_of_goal(verbs_, e, context_)) return "content";
  return runs_out(verbs_, e) ? "lasting" : "";
}

}  // namespace plumbline::timeframe
