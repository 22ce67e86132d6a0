// Times that an event gives.
#include "rules/timeframe/events.h"

namespace plumbline::timeframe {

namespace {

class EventReader {
 public:
  explicit EventReader(const PointReader& points) : tokens_(points.tokens()), points_(points) {}

  // before the next general election; upon ratification
  Expression event(Index core, const Expression& cues) const {
    // "pour le programme", "in the project" name no time
    const bool is_within = (cues.cues & bit(Word::within)) && !(cues.cues & bit(Word::in));
    // in Chinese the cue is never in front alone: "将在各县设立"
    if (is_within && core < tokens_.size() && tokens_[core].kind == TokenKind::han) return {};
    const bool is_by = (cues.cues & bit(Word::by)) && !(cues.cues & bit(Word::for_));
    if (!(cues.cues & any_of(Word::before, Word::after)) && !is_by && !is_within) return {};
    Index at = core;
    for (int n = 0; n < 6; ++n) {
      const auto joint = tokens_.match(at, any_of(Word::relative, Word::part, Word::of, Word::filler));
      if (!joint) break;
      at = joint.next;
    }
    const Index end = behind_milestone(tokens_, at, 2);
    if (!end) return {};
    Expression result = finished(cues, Form::event, core, end);
    result.is_anchored = true;
    return result;
  }

  // "下届大会之前", "任期结束前": the event, then its cue.
  Expression event_before_cue(Index i) const {
    if (i >= tokens_.size() || tokens_[i].kind != TokenKind::han) return {};
    auto event = tokens_.match(i, any_of(Word::milestone, Word::event));
    if (!event) return {};
    for (int n = 0; n < 3; ++n) {
      const auto more = tokens_.match(event.next, any_of(Word::milestone, Word::event));
      if (!more) break;
      event = more;
    }
    const auto cue = tokens_.match(event.next, any_of(Word::before, Word::by));
    if (!cue || cue.value != 1 || tokens_.match(event.next, ~WordSet{0}).next > cue.next) return {};
    Expression result;
    result.first = i;
    result.cues = bit(cue.word);
    result = finished(result, Form::event, i, event.next);
    result.last = cue.next;
    result.is_anchored = true;
    return result;
  }

  // the first year of the programme; the first quarter of implementation
  Expression unit_of_event(Index core, const Expression& cues) const {
    const auto number = points_.ordinal(core);
    if (!number.next) return {};
    Index at = number.next;
    if (const auto second = points_.number(at); second.next && !tokens_.is_number(core))
      at = second.next;  // first two years
    const auto unit = tokens_.match(points_.skip_fillers(at, 1), Word::unit);
    if (!unit) return {};
    const auto joint = tokens_.match(unit.next, any_of(Word::of, Word::anchor, Word::filler));
    if (!joint) return {};
    const Index noun = points_.skip_fillers(joint.next, 3);
    const Index end = behind_milestone(tokens_, noun, 2);
    const auto document = tokens_.match(noun, Word::document);
    if (!end && !document) return {};
    if (!(cues.cues & any_of(Word::in, Word::within, Word::by, Word::before, Word::until, Word::for_))) return {};
    Expression result = finished(cues, Form::event, core, end ? end : document.next);
    result.is_anchored = true;
    return result;
  }

 private:
  const Tokens& tokens_;
  const PointReader& points_;
};

}  // namespace

Expression read_event(const PointReader& points, Index core, const Expression& cues) {
  return EventReader(points).event(core, cues);
}

Expression read_unit_of_event(const PointReader& points, Index core, const Expression& cues) {
  return EventReader(points).unit_of_event(core, cues);
}

Expression read_event_before_cue(const PointReader& points, Index i) {
  return EventReader(points).event_before_cue(i);
}

}  // namespace plumbline::timeframe
