// What stands beside a time expression and says what it belongs to: money, figures, ages, instruments, plans, clauses.
#pragma once

#include "rules/timeframe/context.h"
#include "rules/timeframe/expressions.h"
#include "rules/timeframe/verbs.h"

#include <string_view>

namespace plumbline::timeframe {

class Claims {
 public:
  Claims(const Tokens& tokens, const Verbs& verbs, const Context& context)
      : tokens_(tokens), verbs_(verbs), context_(context) {}

  // Why a date belongs to something else; empty where nothing claims it.
  std::string_view claim_on(const Expression& e, const Days& days, const Verbs::Governor& governor) const;
  Verbs::Governor governor_of(const Expression& e) const;
  bool is_past(const Days& days) const;    // over before the report's date
  bool has_begun(const Days& days) const;  // at the report's date
  bool has_begun_since(const Expression& e, const Days& days) const;
  bool is_column(const Expression& e) const;
  bool is_attribute(const Expression& e) const;
  bool is_rate(const Expression& e) const;
  bool describes_length(const Expression& e) const;  // of a recurrence: "les congés annuels"
  bool describes_noun(const Expression& e) const;    // of a phrase: "long-term care"
  bool is_laid_on_others(const Expression& e) const;
  bool is_length_of(const Expression& e) const;  // of a duration: a penalty, an age, a term that others have
  bool is_told_before(const Expression& e) const;
  bool is_in_relative_clause(const Expression& e) const;
  bool belongs_to_subject(const Expression& e) const;
  bool is_before_its_participle(const Expression& e) const;
  bool is_promised_behind_participle(const Expression& e, const Verbs::Governor& governor) const;
  bool is_in_first_place(const Expression& e) const;
  bool is_before_attribute_mark(const Expression& e) const;
  bool is_condition_of_promise(const Expression& e) const;
  bool stands_alone(const Expression& e) const;
  // One of these words stands among so many tokens before `first`, or behind `last`, in the same sentence.
  bool near(Index first, Index last, WordSet words, Index before, Index behind) const;
  bool governs_before(Index first, WordSet words, Index most) const;

 private:
  bool lasts(const Expression& e) const;
  bool is_of_money(const Expression& e) const;
  bool is_count_of(const Expression& e) const;
  bool is_figure(Index at) const;
  bool is_amount_of_time(Index behind) const;
  bool is_time_per_unit(const Expression& e) const;
  bool is_allotted(const Expression& e) const;
  bool is_promised_behind(const Expression& e) const;
  bool is_for_amount(const Expression& e) const;
  bool is_of_instrument(const Expression& e, const Days& days) const;
  bool is_under_instrument(Index first) const;
  bool is_older_plan(const Expression& e, const Days& days) const;
  bool is_of_clause(const Expression& e, Index verb) const;
  bool is_day_of_age(const Expression& e) const;
  bool is_compared_with(const Expression& e) const;
  bool is_content(const Expression& e) const;
  bool is_beside_noun(const Expression& e) const;
  bool is_in_subject(const Expression& e) const;
  bool is_short_duty(const Expression& e) const;
  bool is_behind_instrument(Index clause) const;
  bool is_behind_noun(Index clause) const;
  bool is_behind_appeal(const Expression& e) const;
  bool is_promised_answer(const Expression& e, Index answer) const;
  bool runs_from_case(const Expression& e) const;
  bool bears_figure(const Expression& e) const;
  bool heads_statistic(const Expression& e) const;

  const Tokens& tokens_;
  const Verbs& verbs_;
  const Context& context_;
};

}  // namespace plumbline::timeframe
