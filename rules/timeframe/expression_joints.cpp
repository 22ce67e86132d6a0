// What the readers of expressions share.
#include "rules/timeframe/expression_joints.h"

namespace plumbline::timeframe {

Expression finished(Expression cues, Form form, Index core, Index end) {
  cues.form = form;
  cues.core_first = core;
  cues.core_last = cues.last = end;
  cues.is_label = (cues.cues & bit(Word::label)) != 0;
  return cues;
}

Index behind_range_joint(const PointReader& points, Index at, bool is_between) {
  const Tokens& tokens = points.tokens();
  if (tokens.is_sign(at, '-')) return at + 1;
  if (tokens.is_sign(at, ',')) return 0;
  if (const auto to = tokens.match(at, any_of(Word::to, Word::until)); to && to.value == 0) {
    Index next = points.skip_fillers(to.next, 2);
    if (const auto more = tokens.match(next, any_of(Word::until, Word::to, Word::by))) next = more.next;
    return next;
  }
  if (is_between)
    if (const auto joint = tokens.match(at, Word::and_)) return points.skip_fillers(joint.next, 2);
  return 0;
}

Index behind_milestone(const Tokens& tokens, Index at, Index most) {
  for (Index n = 0; n <= most && at + n < tokens.size(); ++n) {
    if (tokens[at + n].kind == TokenKind::sign && tokens[at + n].sign != '\'' && tokens[at + n].sign != '-') return 0;
    if (tokens.has(at + n, any_of(Word::future, Word::past, Word::clause))) return 0;
    if (const auto match = tokens.match(at + n, Word::milestone)) return match.next;
  }
  return 0;
}

}  // namespace plumbline::timeframe
