// Ranges of days whose second end says the month or year for both.
#include "rules/timeframe/day_ranges.h"

namespace plumbline::timeframe {

namespace {

class DayRangeReader {
 public:
  explicit DayRangeReader(const PointReader& points) : tokens_(points.tokens()), points_(points) {}

  // "14.10. – 15.10.2014", "01/10 au 02/11/2014", "14./15.10.2014": the second end says the year for both.
  Expression short_date_range(Index core, const Expression& cues) const {
    if (!tokens_.is_number(core) || tokens_[core].digits > 2 || tokens_[core].is_grouped) return {};
    const auto is_separator = [&](Index at) {
      return (tokens_.is_sign(at, '.') || tokens_.is_sign(at, '/')) && !tokens_.is_spaced(at);
    };
    Index at = core + 1;
    if (!is_separator(at)) return {};
    const bool has_month = tokens_.is_number(at + 1) && !tokens_.is_spaced(at + 1) && tokens_[at + 1].digits <= 2;
    Index joint = 0;
    if (has_month) {
      at += 2;
      if (is_separator(at) && tokens_.is_sign(at, '.')) ++at;
      if (tokens_.is_number(at)) return {};
      joint = behind_range_joint(points_, at, (cues.cues & bit(Word::between)) != 0);
    } else if (tokens_.is_sign(at, '.')) {
      joint = tokens_.is_sign(at + 1, '/') ? at + 2 : behind_range_joint(points_, at + 1, false);
    }
    if (!joint || !tokens_.is_number(joint)) return {};
    const ReadPoint last = points_.read(joint);
    if (!last.point.day || !last.point.month || !last.point.has_year()) return {};
    Expression result = cues;
    result.from = result.to = last.point;
    result.from.day = tokens_[core].value;
    if (has_month) result.from.month = tokens_[core + 2].value;
    if (result.from.day < 1 || result.from.day > 31 || result.from.month < 1 || result.from.month > 12) return {};
    if (result.from.month > last.point.month) --result.from.year;
    return finished(result, Form::range, core, last.next);
  }

  // "7-11 October 2013", "du 3 au 5 mars 2014", "March 3-5, 2014", "6月3日至5日"
  Expression day_range(Index core, const Expression& cues) const {
    const auto day = points_.ordinal(core);
    if (day.next && day.value >= 1 && day.value <= 31) {
      const Index joint = behind_range_joint(points_, day.next, (cues.cues & bit(Word::between)) != 0);
      if (!joint) return {};
      const ReadPoint second = points_.read(points_.skip_fillers(joint, 2));
      if (!second || !second.point.day || !second.point.month || second.point.is_year_short) return {};
      if (tokens_.is_number(joint) && joint + 1 < tokens_.size() && tokens_.is_sign(joint + 1, '/')) return {};
      Expression result = cues;
      result.to = result.from = second.point;
      result.from.day = day.value;
      return finished(result, Form::range, core, second.next);
    }
    const auto month = tokens_.match(core, Word::month);
    if (!month) return {};
    const auto first = points_.ordinal(points_.skip_fillers(month.next, 1));
    if (!first.next || first.value < 1 || first.value > 31) return {};
    Index at = first.next;
    if (const auto unit = tokens_.match(at, Word::unit); unit && unit.value == unit_day) at = unit.next;
    const Index joint = behind_range_joint(points_, at, false);
    const auto last = joint ? points_.ordinal(joint) : PointReader::Number{};
    if (!last.next || last.value <= first.value || last.value > 31) return {};
    Expression result = cues;
    result.from.month = result.to.month = month.value;
    result.from.day = first.value, result.to.day = last.value;
    Index end = last.next;
    if (const auto unit = tokens_.match(end, Word::unit); unit && unit.value == unit_day) end = unit.next;
    const ReadPoint year = points_.year(points_.skip_joints(end));
    if (year) result.from.year = result.to.year = year.point.year, end = year.next;
    return finished(result, Form::range, core, end);
  }

 private:
  const Tokens& tokens_;
  const PointReader& points_;
};

}  // namespace

Expression read_day_range(const PointReader& points, Index core, const Expression& cues) {
  const Tokens& tokens = points.tokens();
  const bool may_be_day = (tokens.is_number(core) && tokens[core].digits <= 2) || points.roman(core) ||
                          tokens.has(core, any_of(Word::month, Word::ordinal, Word::cardinal));
  if (!may_be_day) return {};
  const DayRangeReader reader(points);
  const Expression in_digits = reader.short_date_range(core, cues);
  return in_digits.last ? in_digits : reader.day_range(core, cues);
}

}  // namespace plumbline::timeframe
