// Lengths of time.
#include "rules/timeframe/durations.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

class DurationReader {
 public:
  explicit DurationReader(const PointReader& points) : tokens_(points.tokens()), points_(points) {}

  // within 18 months, in the next two years, 3 years after ratification, 在18个月内
  Expression duration(Index core, const Expression& cues) const {
    Direction direction;
    const Index first = direction_at(core, direction);
    if (const Expression behind = counted_behind(first, core, cues); behind.last) return behind;
    Expression result = cues;
    const Counted counted = count_at(first, direction);
    if (!counted.unit || counted.count >= 1000) return {};
    if (tokens_.match(core, Word::month).next >= counted.next) return {};  // "10月": October
    result.count = counted.count;
    result.unit = counted.unit;
    const Index at = direction_behind(counted.next, direction);
    result.is_forward = direction.value == relative_next || cues.says(Word::within);
    result.is_past = direction.is_said && direction.value == relative_last;
    result = finished(result, Form::duration, core, at);
    if (const auto hence = tokens_.match(at, Word::hence)) {
      result.is_forward = true;
      result.last = hence.next;
    }
    if (const Expression until = until_year(result); until.last) return until;
    anchor(result);
    return result;
  }

  // "within the year", "entro l'anno": until this one ends.
  Expression this_unit(Index core, const Expression& cues) const {
    if (const Expression one = one_unit(core, cues); one.last) return one;
    const bool is_within = (cues.cues & bit(Word::within)) && !(cues.cues & bit(Word::in));
    // "in the course of the year": so long a cue means this one
    const bool is_course = (cues.cues & any_of(Word::in, Word::within)) && core - cues.first >= 3 &&
                           !(cues.cues & ~any_of(Word::in, Word::within, Word::of, Word::for_, Word::between));
    if (!(cues.cues & bit(Word::by)) && !is_within && !is_course) return {};
    const auto unit = tokens_.match(core, Word::unit);
    if (!unit || unit.value < unit_month || unit.value > unit_year) return {};
    if (unit.value == unit_half && !cues.has_article) return {};  // "cut by half"
    if (names_which(unit.next)) return {};
    Expression result = cues;
    if (!is_course) result.cues |= bit(Word::by);
    result.from.is_relative = true;
    result.from.relative = relative_this;
    result.from.relative_unit = unit.value;
    return finished(result, Form::point, core, unit.next);
  }

 private:
  // "через год", "in a year's time": in one year.
  Expression one_unit(Index core, const Expression& cues) const {
    const auto unit = cues.says(Word::within) ? tokens_.match(core, Word::unit) : Tokens::Match{};
    if (!unit || unit.value < unit_month || unit.value > unit_year) return {};
    const auto hence = cues.has_article ? tokens_.match(unit.next, Word::hence) : Tokens::Match{};
    if (!cues.says(Word::after) && !hence) return {};
    Expression result = cues;
    result.count = 1, result.unit = unit.value, result.is_forward = true;
    result = finished(result, Form::duration, core, hence ? hence.next : unit.next);
    if (!hence) anchor(result);
    return result;
  }

  // "entro l'anno 2014", "within the year of its adoption"; not "entro l'anno d'intesa con la Conferenza"
  bool names_which(Index at) const {
    if (tokens_.is_number(at) || tokens_.match(at, Word::ordinal).value > 0) return true;
    const auto joint = tokens_.match(at, any_of(Word::of, Word::anchor));
    if (!joint) return false;
    const Index noun = points_.skip_fillers(joint.next, 2);
    return tokens_.is_number(noun) ||
           tokens_.has(noun,
                       any_of(Word::cardinal, Word::relative, Word::event, Word::period, Word::unit, Word::month)) ||
           behind_milestone(tokens_, noun, 0);
  }

  struct Direction {
    int value = relative_this;
    bool is_said = false;
  };
  struct Counted {
    int count = 0, unit = 0;
    Index next = 0;
  };

  // "next", "past": over it and what joins it, where it stands there.
  Index direction_at(Index at, Direction& direction) const {
    const auto when = tokens_.match(at, Word::relative);
    if (!when) return at;
    direction = {when.value, true};
    return points_.skip_fillers(when.next, 1);
  }

  // "six calendar months", "three (3) months", "two to three years", "شهرين"; `unit` 0: none.
  Counted count_at(Index at, Direction& direction) const {
    auto number = points_.number(at);
    if (!number.next || number.value < 1) return {};
    // "شهرين", "полгода", "Jahresfrist": one word is the number and its unit
    const auto dual = tokens_.match(at, Word::unit), one = tokens_.match(at, Word::cardinal);
    const bool is_dual = dual && dual.next == one.next && !tokens_.is_number(at);
    if (is_dual) number = {one.value, one.next, true};
    at = number.next;
    if (tokens_.is_sign(at, '-')) return {};  // "a 3-year project"
    if (tokens_.is_sign(at, '(')) {           // "three (3) months"
      const auto again = points_.number(at + 1);
      if (!again.next || !tokens_.is_sign(again.next, ')')) return {};
      at = again.next + 1;
    }
    int count = number.value;
    if (const Index joint = behind_range_joint(points_, at, true))
      if (const auto second = points_.number(joint); second.next)
        count = second.value, at = second.next;  // "in two to three years": the longer
    if (!direction.is_said) at = direction_at(at, direction);
    const Index counted = at;
    if (!tokens_.has(at, any_of(Word::in, Word::unit))) at = points_.skip_fillers(at, 1);
    if (const auto adverb = tokens_.match(at, Word::adverb)) at = adverb.next;  // calendar, working
    const auto unit = tokens_.match(at, any_of(Word::unit, Word::year_word));
    if (unit) return {count, unit.word == Word::unit ? unit.value : unit_year, unit.next};
    return is_dual ? Counted{count, dual.value, counted} : Counted{};
  }

  // "six months ahead", "los seis meses siguientes": over what says so behind the unit.
  Index direction_behind(Index at, Direction& direction) const {
    if (tokens_.is_sign(at, '\'')) ++at;
    // "siguientes a la ratificación": the anchor that stands here says more
    const Index behind = points_.skip_fillers(at, 1);
    const bool is_anchor = tokens_.match(behind, Word::anchor) && behind_milestone(tokens_, skip_joint(behind), 3);
    if (direction.is_said || is_anchor || tokens_.match(at, Word::anchor).next > tokens_.match(at, Word::relative).next)
      return at;
    const auto when = tokens_.match(behind, Word::relative);
    if (!when) return at;
    direction = {when.value, true};
    return when.next;
  }

  // "over the four years to 2022"
  Expression until_year(const Expression& duration) const {
    const auto to = tokens_.match(duration.last, Word::to);
    const ReadPoint year = to && to.value == 0 ? points_.year(to.next) : ReadPoint{};
    if (!year.point.is_bare_year()) return {};
    Expression result = duration;
    result.from = year.point;
    result.cues |= bit(Word::until);
    return finished(result, Form::point, result.core_first, year.next);
  }

  // "following the entry into force": where the event's name may begin.
  Index skip_joint(Index at) const { return points_.skip_fillers(tokens_.match(at, Word::anchor).next, 3); }

  // "السنوات الثلاث المقبلة": the unit, how many, and which.
  Expression counted_behind(Index at, Index core, const Expression& cues) const {
    const auto unit = tokens_.match(at, Word::unit);
    if (!unit || !tokens_.is_word(at)) return {};
    const auto number = points_.number(unit.next);
    if (!number.next || !number.is_words || number.value < 2 || number.value > 99) return {};
    const auto when = tokens_.match(number.next, Word::relative);
    if (!when || when.value == relative_this) return {};
    Expression result = cues;
    result.count = number.value;
    result.unit = unit.value;
    result.is_forward = when.value == relative_next;
    result.is_past = when.value == relative_last;
    return finished(result, Form::duration, core, when.next);
  }

  // "… of ratification", "after publication of the draft"; in Chinese in front: "该法生效后六个月内"
  void anchor(Expression& whole) const {
    if (whole.is_past) return;
    const auto joint = tokens_.match(whole.last, any_of(Word::anchor, Word::after));
    // "sixty days from the adoption"; "three years of the programme" are a part of it
    const bool counts_from =
        joint && joint.word == Word::anchor && !tokens_.has(whole.last, any_of(Word::of, Word::in, Word::for_));
    if (joint && (whole.is_forward || counts_from || joint.word == Word::after)) {
      const Index at = points_.skip_fillers(joint.next, 3);
      const ReadPoint point = points_.read(at);
      if (point && !point.is_ordinal_unit) {  // "within two years of 1 June 2014"
        if (whole.is_forward && point.point.day && point.point.year) whole.from = point.point, whole.last = point.next;
        return;
      }
      const bool is_event = tokens_.has(at, any_of(Word::milestone, Word::event)) || behind_milestone(tokens_, at, 3);
      if (is_event || joint.word == Word::after) {
        whole.is_anchored = true;
        whole.is_forward = true;
        whole.last = std::min(at + 1, tokens_.size());
        if (const Index end = behind_milestone(tokens_, at, 3)) whole.last = end;
      }
      return;
    }
    if (tokens_[whole.core_first].kind == TokenKind::han || tokens_.is_number(whole.core_first)) {
      const auto behind = tokens_.match_before(whole.core_first, any_of(Word::after, Word::anchor), 2);
      const auto forward = tokens_.match_before(whole.core_first, any_of(Word::within, Word::relative));  // "今后"
      if (behind && behind.value == 1 && (!forward || forward.next >= behind.next))
        whole.is_anchored = true, whole.is_forward = true;
    }
  }

  const Tokens& tokens_;
  const PointReader& points_;
};

}  // namespace

Expression read_duration(const PointReader& points, Index core, const Expression& cues) {
  return DurationReader(points).duration(core, cues);
}

Expression read_lone_unit(const PointReader& points, Index core, const Expression& cues) {
  return DurationReader(points).this_unit(core, cues);
}

}  // namespace plumbline::timeframe
