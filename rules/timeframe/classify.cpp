// Whether a time expression says when the action takes place, or belongs to something else, and why.
#include "rules/timeframe/classify.h"

#include "rules/timeframe/names_with_years.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

constexpr int stale_years = 3;  // older dates are taken for somebody else's past

}  // namespace

std::string_view Judge::mask_over(Index first, Index last) {
  while (next_mask_ < masks_.size() && masks_[next_mask_].last <= first)
    ++next_mask_;
  for (std::size_t i = next_mask_; i < masks_.size() && masks_[i].first < last; ++i)
    if (masks_[i].last > first) return masks_[i].reason;
  return {};
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
      return judge_event(e);
    case Form::recurrence:
      return judge_recurrence(e);
    default:
      return judge_phrase(e);
  }
}

Verdict Judge::judge_date(const Expression& e, const Days& days) const {
  if (claims_.is_column(e)) return {true, "column"};
  if (claims_.has_begun_since(e, days)) return {false, "since-past"};
  if (e.is_past || e.from.relative == relative_last) return {false, "past"};
  // "Start: 2010", "Start 2010"; not "the start 2010 will be put off"
  const bool is_marked = tokens_.is_sign(e.core_first - 1, ':') || tokens_.is_sign(e.core_first - 1, '(');
  if (e.is_label && (!claims_.is_past(days) || is_marked || claims_.stands_alone(e))) return {true, "label"};
  const auto governor = claims_.governor_of(e);
  if (const std::string_view claim = claims_.claim_on(e, days, governor); !claim.empty()) return {false, claim};
  if (claims_.is_attribute(e) && (e.from.is_bare_year() || e.form == Form::range || e.from.month || e.from.is_fiscal)) {
    const bool is_event = claims_.near(e.last, e.last, bit(Word::event), 0, 4) && !claims_.is_past(days) &&
                          (e.cues & (time_cues & ~any_of(Word::from, Word::since, Word::for_)));
    if (is_event) return {true, "event-year"};
    if (e.form != Form::range || claims_.is_past(days) || e.says(Word::under)) return {false, "attributive-year"};
  }
  return judge_position(e, days, governor.mark);
}

// Dates that nothing else claims: by their cue, their place, and the report's date.
Verdict Judge::judge_position(const Expression& e, const Days& days, Mark governor) const {
  if (claims_.is_past(days)) return judge_past(e, days, governor);
  const bool has_cue = (e.cues & time_cues) != 0;
  if (is_of_every_year(e, days) || (!has_cue && is_loose(e))) return {false, "no-cue"};
  if (!e.from.is_bare_year() || e.form != Form::point) return {true, has_cue ? "cue" : "date"};
  if (e.says(Word::for_) && !(e.cues & (time_cues & ~bit(Word::for_))) && e.first > 0 && !e.has_year_word &&
      claims_.near(e.first, e.first, any_of(Word::agenda, Word::document, Word::instrument), 2, 0))
    return {false, "attributive-year"};
  return has_cue ? Verdict{true, "cue"} : judge_year_without_cue(e, governor);
}

// A deadline that is over, or something else's past.
Verdict Judge::judge_past(const Expression& e, const Days& days, Mark governor) const {
  if (claims_.is_before_attribute_mark(e)) return {false, "past-value"};
  const std::optional<Day>& today = context_.report_date;
  const bool is_recent =
      !today || !days.latest || static_cast<int>(today->year()) - static_cast<int>(days.latest->year()) <= stale_years;
  const bool is_period = (e.cues & time_cues) && context_.is_planned && e.form == Form::range;
  const bool is_promised = governor == Mark::future || (governor == Mark::none && (e.cues & deadline_cues)) ||
                           (governor == Mark::none && is_period && !claims_.is_told_before(e));
  const bool is_bare = e.from.is_bare_year() && e.form == Form::point;
  const bool is_title = governor == Mark::none && claims_.stands_alone(e) && !is_bare;
  // "sera révisé courant 2012"; not "el cierre de 2010 será …"
  const bool is_noun = tokens_.has(e.first, bit(Word::filler)) && !tokens_.has(e.first, bit(Word::part));
  const bool is_adverb = e.from.part && e.first > 0 && !is_noun;
  const bool is_told =
      is_promised && (e.says_when() || is_adverb) && !claims_.belongs_to_subject(e);  // not "accounts for 2010"
  if (is_recent && (is_told || is_title)) return {true, "stale"};
  return {false, e.form == Form::range ? "past-range" : "past-value"};
}

// "from March to July", told in May.
bool Judge::is_of_every_year(const Expression& e, const Days& days) {
  return e.form == Form::range && e.from.is_month_only() && e.to.is_month_only() && days.earliest && days.latest &&
         *days.latest < *days.earliest;
}

// A month, season or part that no year, cue or word tells apart.
bool Judge::is_loose(const Expression& e) const {
  const Point& from = e.from;
  if (from.is_month_only() && !from.is_told_apart && e.form == Form::point && !claims_.stands_alone(e)) return true;
  if (from.season && !from.has_year() && !from.is_relative && !from.is_told_apart) return true;
  return from.part && from.is_relative && from.relative == relative_this && from.relative_unit != unit_year;
}

Verdict Judge::judge_year_without_cue(const Expression& e, Mark governor) const {
  if (claims_.stands_alone(e)) {
    const bool is_aside =
        e.first > 0 && tokens_.is_sign(e.first - 1, ',') && e.last < tokens_.size() && tokens_.is_sign(e.last, ',');
    return is_aside && governor != Mark::future ? Verdict{false, "no-cue"} : Verdict{true, "alone"};
  }
  if (e.says(Word::of) || e.has_article) return {false, "attributive-year"};
  if (tokens_.language().year_needs_no_cue && governor != Mark::past && !is_borne(e)) return {true, "bare-year"};
  const bool has_word = e.has_year_word && tokens_[e.core_first].kind != TokenKind::han;
  return has_word ? Verdict{true, "year"} : Verdict{false, "no-cue"};
}

// "Strategie 2020", "Hafen Nord 2014 GmbH": a name's year.
bool Judge::is_borne(const Expression& e) const {
  if (claims_.near(e.first, e.first, any_of(Word::document, Word::instrument, Word::agenda, Word::event), 1, 0))
    return true;
  if (e.first > 0 && names_document(tokens_, e.first - 1)) return true;  // "Klimastrategie 2050"
  const bool is_in_name = e.first > 0 && tokens_[e.first - 1].kind == TokenKind::word &&
                          tokens_[e.first - 1].is_capital && e.last < tokens_.size() && tokens_[e.last].is_capital;
  return is_in_name || claims_.is_in_first_place(e);
}

// "contracts concluded before the entry into force": when they were.
Verdict Judge::judge_event(const Expression& e) const {
  const auto governor = claims_.governor_of(e);
  const bool is_of_deed = (governor.mark == Mark::past && governor.is_bare) || claims_.is_before_its_participle(e) ||
                          claims_.is_before_attribute_mark(e);
  return is_of_deed ? Verdict{false, "past-event"} : Verdict{true, "event"};
}

Verdict Judge::judge_duration(const Expression& e) const {
  if (e.is_past) return {false, "past"};
  if (claims_.is_length_of(e)) return {false, "lasting"};
  if (e.is_anchored) return {true, "event"};
  if (!e.is_forward) return {false, "duration"};
  const auto governor = claims_.governor_of(e);
  if (governor.mark == Mark::past && !governor.is_bare) return {false, "past-event"};
  return {true, "duration"};
}

Verdict Judge::judge_recurrence(const Expression& e) const {
  if (claims_.is_rate(e)) return {false, "money"};
  if (claims_.describes_length(e)) return {false, "attribute"};
  const auto governor = claims_.governor_of(e);
  if (claims_.is_promised_behind_participle(e, governor)) return {true, "recurrence"};
  const bool is_chinese_verb = tokens_[e.core_first].kind == TokenKind::han && governor.is_bare;  // "每年发布指标"
  if (governor.mark == Mark::past && !is_chinese_verb) return {false, "past-event"};
  if (claims_.is_in_relative_clause(e)) return {false, "practice"};
  if (governor.mark == Mark::future) return {true, "recurrence"};
  if (governor.mark == Mark::present) return {false, "practice"};
  return {true, "recurrence"};
}

Verdict Judge::judge_phrase(const Expression& e) const {
  if (e.form == Form::placeholder) return {true, "placeholder"};
  if (e.form == Form::ongoing && tokens_.match(e.first, Word::ongoing).value == ongoing_start)
    return {false, "no-state"};
  if (claims_.is_condition_of_promise(e)) return {true, "vague"};
  if (claims_.describes_noun(e)) return {false, "attribute"};
  if (e.form == Form::vague && claims_.is_laid_on_others(e)) return {false, "lasting"};
  const auto governor = claims_.governor_of(e);
  if (e.form == Form::ongoing && governor.mark == Mark::future &&
      tokens_.match(e.first, Word::ongoing).value == ongoing_now)
    return {false, "no-state"};
  if (e.form == Form::vague && governor.mark == Mark::past && !governor.is_bare) return {false, "past-event"};
  return {true, e.form == Form::vague ? "vague" : "ongoing"};
}

}  // namespace plumbline::timeframe
