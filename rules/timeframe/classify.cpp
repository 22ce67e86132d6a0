// Whether a time expression says when the action takes place, or belongs to something else, and why.
#include "rules/timeframe/classify.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

constexpr WordSet deadline_cues = any_of(Word::by, Word::before, Word::until, Word::label);
constexpr WordSet time_cues =
    deadline_cues | any_of(Word::in, Word::from, Word::since, Word::after, Word::within, Word::between, Word::for_);
constexpr int stale_years = 3;  // older dates are taken for somebody else's past

Habits habits_of(const Language& language) {
  return {language.school_first_month, language.school_last_month, language.fiscal_first_month};
}

bool says(WordSet cues, Word word) {
  return (cues & bit(word)) != 0;
}

}  // namespace

Days days_of(const Expression& e, const Language& language, std::optional<Day> today) {
  const Habits habits = habits_of(language);
  if (e.form == Form::duration) {
    if (!e.is_forward || e.is_anchored || !today || e.unit == 0) return {};
    const Day end = add_units(*today, e.unit, e.count);
    if (says(e.cues, Word::hence) && !says(e.cues, Word::within)) return {end, end, Precision::unknown, true};
    return {today, end, Precision::unknown, false};
  }
  if (e.form != Form::point && e.form != Form::range) return {};
  Days days = resolve(e.from, habits, today);
  if (e.form == Form::range) {
    Point to = e.to;
    if (!to.has_year() && !to.is_relative && days.earliest && e.from.has_year()) to.year = e.from.year;
    const Days end = resolve(to, habits, today);
    days.latest = end.latest;
    days.precision = end.precision;
    days.is_approximate = days.is_approximate || end.is_approximate;
    if (says(e.cues, Word::by) && !says(e.cues, Word::from) && !says(e.cues, Word::between)) days.earliest.reset();
    return days;
  }
  // an end that is named is exact enough: "by the end of 2014"
  const bool is_end = e.from.part == part_end || e.from.part == part_late;
  if (says(e.cues, Word::before)) {
    if (is_end) {
      days.is_approximate = false;
    } else if (e.from.is_event) {
      days.is_approximate = true;
    } else if (e.from.day ? language.before_includes_day : language.before_includes_unit) {
      days.is_approximate = true;
    } else if (days.earliest) {
      days.latest = day_before(*days.earliest);
      days.is_approximate = true;
    }
    days.earliest.reset();
  } else if (e.cues & any_of(Word::by, Word::until)) {
    if (e.from.part == part_mid && days.latest && e.from.has_year() && !e.from.month) {
      days.latest = Day{days.latest->year(), std::chrono::month(6), std::chrono::day(30)};
    } else if (e.from.part == part_mid && days.earliest && e.from.month) {
      days.latest = Day{days.earliest->year(), days.earliest->month(), std::chrono::day(15)};
    }
    if (is_end) days.is_approximate = false;
    days.earliest.reset();
  } else if (says(e.cues, Word::after) && days.latest) {
    days.earliest = day_after(*days.latest);
    days.latest.reset();
  } else if (e.cues & any_of(Word::from, Word::since)) {
    days.latest.reset();
  }
  return days;
}

bool Judge::is_past(const Days& days) const {
  return context_.report_date && days.latest &&
         std::chrono::sys_days(*days.latest) < std::chrono::sys_days(*context_.report_date);
}

bool Judge::has_begun(const Days& days) const {
  if (!context_.report_date) return true;
  const auto first = days.earliest ? days.earliest : days.latest;
  return !first || std::chrono::sys_days(*first) <= std::chrono::sys_days(*context_.report_date);
}

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

std::string_view Judge::mask_over(Index first, Index last) {
  while (next_mask_ < masks_.size() && masks_[next_mask_].last <= first)
    ++next_mask_;
  for (std::size_t i = next_mask_; i < masks_.size() && masks_[i].first < last; ++i)
    if (masks_[i].last > first) return masks_[i].reason;
  return {};
}

bool Judge::is_column(const Expression& e) const {
  const Folded& folded = tokens_.folded();
  const std::uint32_t at = folded.start_of(tokens_[e.core_first].start);
  return std::any_of(context_.columns.begin(), context_.columns.end(), [&](const ColumnRange& column) {
    return column.role != ColumnRole::other && at >= column.start && at < column.start + column.length;
  });
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

// "officials who joined after 1 January 2014": the verb is right behind a relative pronoun, and shortly before the date.
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
  if (!says(e.cues, Word::for_) || (e.cues & (time_cues & ~any_of(Word::for_, Word::in, Word::within)))) return false;
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
  if (!(e.from.is_fiscal || e.from.is_bare_year()) || e.form != Form::point || !says(e.cues, Word::for_) ||
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

// Its verb may stand in its own cue: "将于2014年6月".
Verbs::Governor Judge::governor_of(const Expression& e) const {
  for (Index i = e.first; i < e.core_first; ++i)
    if (verbs_.mark(i) == Mark::future) return {Mark::future, false, i};
  return verbs_.governor(e.first, e.last);
}

Verdict Judge::judge(const Expression& e, const Days& days) {
  if (const std::string_view reason = mask_over(e.core_first, e.core_last); !reason.empty()) {
    const bool is_form = e.form == Form::point || e.form == Form::range || e.form == Form::duration;
    if (is_form) return {false, reason, true};
  }
  switch (e.form) {
    case Form::point:
    case Form::range:
      return judge_date(e, days);
    case Form::duration:
      return judge_duration(e);
    case Form::event:
      return {true, "event"};
    case Form::recurrence:
      return judge_recurrence(e);
    default:
      return judge_phrase(e);
  }
}

Verdict Judge::judge_date(const Expression& e, const Days& days) const {
  if (is_column(e)) return {true, "column"};
  if (says(e.cues, Word::since) && has_begun(days) &&
      (!says(e.cues, Word::from) || is_past(days) || e.from.has_year()) && !says(e.cues, Word::from) &&
      !says(e.cues, Word::by))
    return {false, "since-past"};
  if (says(e.cues, Word::from) && !days.latest && days.earliest && context_.report_date &&
      days.earliest->year() < context_.report_date->year())
    return {false, "since-past"};  // "from 30 May 2008"
  if (says(e.cues, Word::since) && has_begun(days) && e.form == Form::point && context_.report_date &&
      (!days.earliest || *days.earliest <= *context_.report_date) && e.from.has_year())
    return {false, "since-past"};
  if (says(e.cues, Word::after) && !days.latest && has_begun(days) && e.from.has_year())
    return {false, "since-past"};  // "persons born after 1999"
  if (e.is_past || e.from.relative == relative_last) return {false, "past"};
  if (e.is_label) return {true, "label"};
  if ((!(e.cues & any_of(Word::by, Word::until)) || is_past(days)) &&
      near(e.core_first, e.core_last, bit(Word::baseline), 4, 2))
    return {false, "baseline"};
  const auto governor = governor_of(e);
  const bool is_bare = e.from.is_bare_year();
  if (governor.mark == Mark::past && is_of_clause(e, governor.at)) return {false, "past-event"};
  if (governor.mark == Mark::past && has_begun(days) && (is_past(days) || governor.is_bare || !context_.report_date))
    return {false, "past-event"};
  if (!(e.cues & time_cues) && (is_bare || e.form == Form::range) && is_under_instrument(e.first))
    return {false, "other-instrument"};
  if (e.cues & bit(Word::under)) {
    const bool has_own = (e.cues & (time_cues & ~bit(Word::for_))) != 0;
    if (!has_own) return {false, "other-instrument"};
  }
  if ((e.from.is_fiscal || is_bare) && !tokens_.is_sign(e.last, ',') &&
      near(e.last, e.last, bit(Word::money_noun), 0, 3))
    return {false, "money"};
  if (is_allotted(e) || is_for_amount(e)) return {false, "money"};
  if (is_past(days) && bears_figure(e)) return {false, "data-period"};
  if (is_day_of_age(e)) return {false, "lasting"};
  if ((e.from.is_fiscal || is_bare) && e.form == Form::point && !(e.cues & time_cues) &&
      governs_before(e.first, bit(Word::money_noun), 4))
    return {false, "money"};
  if (says(e.cues, Word::for_) && near(e.first, e.first, bit(Word::money_noun), 1, 0))
    return {false, "money"};  // "the budget for 2016"
  if (is_older_plan(e, days)) return {false, "other-instrument"};
  // "06/16 Results are published": what a month heads is no part of it
  const bool is_head = e.first == 0 && e.from.month && e.last < tokens_.size() && tokens_[e.last].is_capital;
  if (!is_head && heads_statistic(e) && (e.has_article || !(e.cues & time_cues))) return {false, "data-period"};
  if (e.first > 0 && !(e.cues & (time_cues & ~bit(Word::for_)))) {
    Index at = e.first;
    for (int n = 0; n < 4 && at > 0; ++n) {
      --at;
      if (tokens_.match(at, Word::content)) return {false, "content"};
      if (!tokens_.has(at, any_of(Word::filler, Word::for_, Word::of, Word::in, Word::period))) break;
    }
  }
  if (is_attribute(e) && (is_bare || e.form == Form::range || e.from.month || e.from.is_fiscal)) {
    const bool is_event = near(e.last, e.last, bit(Word::event), 0, 4) && !is_past(days) &&
                          (e.cues & (time_cues & ~any_of(Word::from, Word::since, Word::for_)));
    if (is_event) return {true, "event-year"};
    if (e.form != Form::range || is_past(days) || (e.cues & bit(Word::under))) return {false, "attributive-year"};
  }
  return judge_position(e, days, governor.mark);
}

// Dates that nothing else claims: by their cue, their place, and the report's date.
Verdict Judge::judge_position(const Expression& e, const Days& days, Mark governor) const {
  const bool is_bare = e.from.is_bare_year() && e.form == Form::point;
  const bool has_cue = (e.cues & time_cues) != 0;
  if (is_past(days)) {
    if (is_before_attribute_mark(e)) return {false, "past-value"};
    const bool is_recent =
        !context_.report_date || !days.latest ||
        static_cast<int>(context_.report_date->year()) - static_cast<int>(days.latest->year()) <= stale_years;
    const bool is_promised =
        governor == Mark::future || (governor == Mark::none && (e.cues & deadline_cues)) ||
        (governor == Mark::none && has_cue && context_.is_planned && e.form == Form::range && !is_told_before(e));
    const bool is_title = governor == Mark::none && stands_alone(e) && !is_bare;
    if (is_recent && ((is_promised && has_cue) || is_title)) return {true, "stale"};
    return {false, e.form == Form::range ? "past-range" : "past-value"};
  }
  if (e.from.is_month_only() && !e.from.is_told_apart && e.form == Form::point && !has_cue && !stands_alone(e))
    return {false, "no-cue"};
  if (e.from.season && !e.from.has_year() && !e.from.is_relative && !e.from.is_told_apart && !has_cue)
    return {false, "no-cue"};
  if ((e.from.part || e.from.relative_unit) && e.from.is_relative && e.from.relative == relative_this && !has_cue &&
      e.from.part && e.from.relative_unit != unit_year)
    return {false, "no-cue"};
  if (!is_bare) return {true, has_cue ? "cue" : "date"};
  if (says(e.cues, Word::for_) && !(e.cues & (time_cues & ~bit(Word::for_))) && e.first > 0 && !e.has_year_word) {
    if (near(e.first, e.first, any_of(Word::agenda, Word::document, Word::instrument), 2, 0))
      return {false, "attributive-year"};
  }
  if (has_cue) return {true, "cue"};
  if (stands_alone(e)) {
    if (e.first > 0 && tokens_.is_sign(e.first - 1, ',') && governor != Mark::future && !is_past(days) &&
        e.last < tokens_.size() && tokens_.is_sign(e.last, ','))
      return {false, "no-cue"};
    return {true, "alone"};
  }
  if (says(e.cues, Word::of) || e.has_article) return {false, "attributive-year"};
  if (tokens_.language().year_needs_no_cue && governor != Mark::past) {
    const bool is_borne =
        near(e.first, e.first, any_of(Word::document, Word::instrument, Word::agenda, Word::event), 1, 0) ||
        (e.first > 0 && tokens_[e.first - 1].kind == TokenKind::word && tokens_[e.first - 1].is_capital &&
         e.last < tokens_.size() && tokens_[e.last].is_capital);
    if (!is_borne) return {true, "bare-year"};
  }
  if (e.has_year_word && tokens_[e.core_first].kind != TokenKind::han) return {true, "year"};
  return {false, "no-cue"};
}

Verdict Judge::judge_duration(const Expression& e) const {
  if (e.is_past) return {false, "past"};
  if (governs_before(e.core_first, bit(Word::lasting), 6) || near(e.core_first, e.last, bit(Word::lasting), 0, 5))
    return {false, "lasting"};
  if (e.is_anchored) return {true, "event"};
  if (!e.is_forward) return {false, "duration"};
  const auto governor = governor_of(e);
  if (governor.mark == Mark::past && !governor.is_bare) return {false, "past-event"};
  return {true, "duration"};
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

// "a grant of 500 euros a year", "Zuschuss von jährlich 500 Euro", "每年500元的补助": how much it is, not how often it is done.
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

Verdict Judge::judge_recurrence(const Expression& e) const {
  if (is_rate(e)) return {false, "money"};
  const auto governor = governor_of(e);
  if (governor.mark == Mark::past) return {false, "past-event"};
  if (is_in_relative_clause(e)) return {false, "practice"};
  if (governor.mark == Mark::future) return {true, "recurrence"};
  if (governor.mark == Mark::present) return {false, "practice"};
  return {true, "recurrence"};
}

// "once funding has been secured, the centre will open": what it waits for may be in the past tense.
bool Judge::is_condition_of_promise(const Expression& e) const {
  if (tokens_.match(e.first, Word::vague).value != vague_condition) return false;
  const Index end = verbs_.sentence_end(e.first);
  for (Index at = verbs_.sentence_start(e.first); at < end; ++at)
    if (verbs_.mark(at) == Mark::future) return true;
  return false;
}

Verdict Judge::judge_phrase(const Expression& e) const {
  if (e.form == Form::placeholder) return {true, "placeholder"};
  if (is_condition_of_promise(e)) return {true, "vague"};
  const auto governor = governor_of(e);
  if (e.form == Form::ongoing && governor.mark == Mark::future &&
      tokens_.match(e.first, Word::ongoing).value == ongoing_now)
    return {false, "no-state"};
  if (e.form == Form::vague && governor.mark == Mark::past && !governor.is_bare) return {false, "past-event"};
  return {true, e.form == Form::vague ? "vague" : "ongoing"};
}

}  // namespace plumbline::timeframe
