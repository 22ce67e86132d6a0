// Whether a time expression says when the action takes place, or belongs to something else, and why.
#include "rules/timeframe/classify.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

constexpr int stale_years = 3;  // older dates are taken for somebody else's past

}  // namespace

bool Judge::is_past(const Days& days) const {
  return context_.report_date && days.latest &&
         std::chrono::sys_days(*days.latest) < std::chrono::sys_days(*context_.report_date);
}

bool Judge::has_begun(const Days& days) const {
  if (!context_.report_date) return true;
  const auto first = days.earliest ? days.earliest : days.latest;
  return !first || std::chrono::sys_days(*first) <= std::chrono::sys_days(*context_.report_date);
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
  if (e.says(Word::since) && has_begun(days) && (!e.says(Word::from) || is_past(days) || e.from.has_year()) &&
      !e.says(Word::from) && !e.says(Word::by))
    return {false, "since-past"};
  if (e.says(Word::from) && !days.latest && days.earliest && context_.report_date &&
      days.earliest->year() < context_.report_date->year())
    return {false, "since-past"};  // "from 30 May 2008"
  if (e.says(Word::since) && has_begun(days) && e.form == Form::point && context_.report_date &&
      (!days.earliest || *days.earliest <= *context_.report_date) && e.from.has_year())
    return {false, "since-past"};
  if (e.says(Word::after) && !days.latest && has_begun(days) && e.from.has_year())
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
  if (e.says(Word::for_) && near(e.first, e.first, bit(Word::money_noun), 1, 0))
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
  if (e.says(Word::for_) && !(e.cues & (time_cues & ~bit(Word::for_))) && e.first > 0 && !e.has_year_word) {
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
  if (e.says(Word::of) || e.has_article) return {false, "attributive-year"};
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

Verdict Judge::judge_recurrence(const Expression& e) const {
  if (is_rate(e)) return {false, "money"};
  const auto governor = governor_of(e);
  if (governor.mark == Mark::past) return {false, "past-event"};
  if (is_in_relative_clause(e)) return {false, "practice"};
  if (governor.mark == Mark::future) return {true, "recurrence"};
  if (governor.mark == Mark::present) return {false, "practice"};
  return {true, "recurrence"};
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
