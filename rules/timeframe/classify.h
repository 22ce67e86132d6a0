// Whether a time expression says when the action takes place, or belongs to something else, and why.
#pragma once

#include "rules/timeframe/context.h"
#include "rules/timeframe/expressions.h"
#include "rules/timeframe/masks.h"
#include "rules/timeframe/verbs.h"

#include <string_view>

namespace plumbline::timeframe {

struct Verdict {
  bool is_timeframe = false;
  std::string_view reason;  // lives for ever; the list stands in docs/timeframes.md
  bool is_masked = false;   // by its form it is no date at all: a law's number, an address
};

class Judge {
 public:
  Judge(const Tokens& tokens, const Verbs& verbs, const Context& context, const std::vector<Mask>& masks)
      : tokens_(tokens), verbs_(verbs), context_(context), masks_(masks) {}

  // The first rule that fires decides; the rules stand in the order of docs/timeframes.md.
  // Expressions are to be given in their order.
  Verdict judge(const Expression& expression, const Days& days);

 private:
  Verbs::Governor governor_of(const Expression& e) const;
  Verdict judge_date(const Expression& e, const Days& days) const;
  Verdict judge_duration(const Expression& e) const;
  Verdict judge_recurrence(const Expression& e) const;
  Verdict judge_phrase(const Expression& e) const;
  Verdict judge_position(const Expression& e, const Days& days, Mark governor) const;
  std::string_view mask_over(Index first, Index last);
  bool is_past(const Days& days) const;    // over before the report's date
  bool has_begun(const Days& days) const;  // at the report's date
  bool is_allotted(const Expression& e) const;
  bool is_day_of_age(const Expression& e) const;
  bool bears_figure(const Expression& e) const;
  bool is_of_clause(const Expression& e, Index verb) const;
  bool is_for_amount(const Expression& e) const;
  bool is_rate(const Expression& e) const;
  bool is_condition_of_promise(const Expression& e) const;
  bool heads_statistic(const Expression& e) const;
  bool is_told_before(const Expression& e) const;
  bool is_under_instrument(Index first) const;
  bool is_attribute(const Expression& e) const;
  bool is_older_plan(const Expression& e, const Days& days) const;
  bool stands_alone(const Expression& e) const;
  bool is_column(const Expression& e) const;
  bool is_before_attribute_mark(const Expression& e) const;
  bool is_in_relative_clause(const Expression& e) const;
  bool governs_before(Index first, WordSet words, Index most) const;
  bool near(Index first, Index last, WordSet words, Index before, Index behind) const;

  const Tokens& tokens_;
  const Verbs& verbs_;
  const Context& context_;
  const std::vector<Mask>& masks_;
  std::size_t next_mask_ = 0;
};

}  // namespace plumbline::timeframe
