// Whether a time expression says when the action takes place, or belongs to something else, and why.
#pragma once

#include "rules/timeframe/claims.h"
#include "rules/timeframe/masks.h"

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
      : tokens_(tokens), claims_(tokens, verbs, context), context_(context), masks_(masks) {}

  // The first rule that fires decides; the rules stand in the order of docs/timeframes.md.
  // Expressions are to be given in their order.
  Verdict judge(const Expression& expression, const Days& days);

 private:
  Verdict judge_date(const Expression& e, const Days& days) const;
  Verdict judge_event(const Expression& e) const;
  Verdict judge_duration(const Expression& e) const;
  Verdict judge_recurrence(const Expression& e) const;
  Verdict judge_phrase(const Expression& e) const;
  Verdict judge_position(const Expression& e, const Days& days, Mark governor) const;
  Verdict judge_past(const Expression& e, const Days& days, Mark governor) const;
  Verdict judge_year_without_cue(const Expression& e, Mark governor) const;
  static bool is_of_every_year(const Expression& e, const Days& days);
  bool is_loose(const Expression& e) const;
  bool is_borne(const Expression& e) const;
  std::string_view mask_over(Index first, Index last);

  const Tokens& tokens_;
  Claims claims_;
  const Context& context_;
  const std::vector<Mask>& masks_;
  std::size_t next_mask_ = 0;
};

}  // namespace plumbline::timeframe
