// Points of the calendar and what two of them enclose.
#include "rules/timeframe/ranges.h"

#include "rules/timeframe/day_ranges.h"
#include "rules/timeframe/year_ranges.h"

namespace plumbline::timeframe {

namespace {

class RangeReader {
 public:
  explicit RangeReader(const PointReader& points) : tokens_(points.tokens()), points_(points) {}

  Expression range(Index core, const Expression& cues) const {
    if (const Expression days = read_day_range(points_, core, cues); days.last) return days;
    if (const Expression years = read_year_range(points_, core, cues); years.last) return years;
    const ReadPoint first = points_.read(core);
    if (!first || (first.is_ordinal_unit && !units_follow(first))) return {};
    Expression result = cues;
    result.from = first.point;
    result.has_year_word = first.has_year_word;
    Index at = first.next;
    const bool is_between = (cues.cues & bit(Word::between)) != 0;
    for (const Index behind : {at, points_.skip_fillers(at, 1)}) {
      Index joint = behind_range_joint(points_, behind, is_between);
      if (!joint || is_compared_until(core, first.point, behind)) continue;
      joint = points_.skip_fillers(joint, 2);
      const ReadPoint second = points_.read(joint);
      if (!second || second.is_ordinal_unit || !fits(first.point, second.point)) continue;
      result.to = second.point;
      Index end = second.next;
      if (!result.to.has_year() && !result.to.is_relative && !result.from.has_year())  // "3 June to 8 June in 2014"
        if (const auto in = tokens_.match(end, Word::in))
          if (const ReadPoint year = points_.year(in.next)) result.to.year = year.point.year, end = year.next;
      if (are_short_years(first, second)) {
        for (Point* point : {&result.from, &result.to})
          point->year = PointReader::two_digit_year(point->day), point->day = 0, point->is_year_short = true;
      }
      complete(result.from, result.to);
      agree_on_order(result.from, result.to);
      return finished(result, Form::range, core, end);
    }
    if (const ReadPoint second = glued_date(first); second.next) {
      result.to = second.point;
      return finished(result, Form::range, core, second.next);
    }
    if (const Index end = same_month_day(first, result); end) return finished(result, Form::range, core, end);
    if (const Expression joined = joined_points(core, first, result); joined.last) return joined;
    // "im zweiten Halbjahr": of this year or the next
    if (first.is_ordinal_unit && !(cues.cues & any_of(Word::in, Word::by, Word::before, Word::until, Word::from)))
      return {};
    if (const Index end = each_year(first); end) return finished(result, Form::recurrence, core, end);
    return finished(result, Form::point, core, first.next);
  }

 private:
  // "Sept 13 - Mar 14": as days they would run backwards, as years they do not.
  bool are_short_years(const ReadPoint& first, const ReadPoint& second) const {
    const auto ends_with_two_digits = [&](const ReadPoint& read) {
      return tokens_.is_number(read.next - 1) && tokens_[read.next - 1].digits == 2 && !read.point.has_year() &&
             !read.point.is_relative && read.point.day == tokens_[read.next - 1].value;
    };
    return ends_with_two_digits(first) && ends_with_two_digits(second) && first.point.month > second.point.month &&
           first.point.day < second.point.day;
  }

  // "gegenüber 2010 bis 2020 halbiert": what it is compared with, and a deadline.
  bool is_compared_until(Index core, const Point& first, Index joint) const {
    if (!first.is_bare_year() || !tokens_.has(joint, bit(Word::until))) return false;
    for (Index n = 1; n <= 3 && n <= core; ++n)
      if (tokens_.match(core - n, Word::baseline)) return true;
    return false;
  }

  // "in June of every year", "im Herbst jedes Jahres": behind it, or 0.
  Index each_year(const ReadPoint& point) const {
    if (point.point.has_year() || point.point.is_relative || point.point.is_told_apart) return 0;
    const auto every = tokens_.match(points_.skip_fillers(point.next, 2), Word::every);
    if (!every) return 0;
    for (const Index at : {every.next, points_.skip_fillers(every.next, 1)})
      if (const auto unit = tokens_.match(at, Word::unit); unit && unit.value == unit_year) return unit.next;
    return 0;
  }

  // "8/10/2014 - 8/15/2014": where one end can only be month and day, so is the other.
  static void agree_on_order(Point& a, Point& b) {
    if (a.order == b.order || a.order == Point::Order::none || b.order == Point::Order::none) return;
    Point& other = a.order == Point::Order::day_month ? a : b;
    if (other.day <= 12) std::swap(other.day, other.month);
  }

  // Two cells of a table that came together: "01/04/201331/12/2013".
  ReadPoint glued_date(const ReadPoint& first) const {
    if (!first.point.day || !first.point.has_year() || !tokens_.is_number(first.next) || tokens_.is_spaced(first.next))
      return {};
    const ReadPoint second = points_.read(first.next);
    return second.point.day && second.point.month && second.point.has_year() ? second : ReadPoint{};
  }

  // "10月7日至11日": the end of a range within one month; behind it, or 0.
  Index same_month_day(const ReadPoint& first, Expression& result) const {
    if (!first.point.day || !first.point.month || tokens_[first.next - 1].kind != TokenKind::han) return 0;
    const Index joint = behind_range_joint(points_, first.next, false);
    const auto day = joint ? points_.number(joint) : PointReader::Number{};
    if (!day.next || day.value <= first.point.day || day.value > 31) return 0;
    const auto unit = tokens_.match(day.next, Word::unit);
    if (!unit || unit.value != unit_day) return 0;
    result.to = first.point;
    result.to.day = day.value;
    return unit.next;
  }

  // "Q1 and Q2 2014", "in 2014 and 2015", "June and July 2014": one period.
  Expression joined_points(Index core, const ReadPoint& first, Expression result) const {
    Index listed = first.next;  // "in 2014, 2015 and 2016", "2014 و2015 و2016"
    int last_year = first.point.year;
    const auto is_joint = [&](Index at) { return tokens_.is_sign(at, ',') || tokens_.has(at, bit(Word::and_)); };
    const auto is_next_year = [&](Index at) {
      return tokens_.is_number(at) && tokens_[at].digits == 4 && tokens_[at].value == last_year + 1;
    };
    const auto goes_on = [&](Index at) {  // not "2016 and 2017, respectively"
      Index next = at + tokens_.is_sign(at, ',');
      next += tokens_.has(next, bit(Word::and_));
      return next > at && tokens_.is_number(next) && tokens_[next].value == last_year + 2;
    };
    while (first.point.is_bare_year() && is_joint(listed) && is_next_year(listed + 1) && goes_on(listed + 2))
      ++last_year, listed += 2;
    if (tokens_.is_sign(listed, ',')) ++listed;
    const auto joint = tokens_.match(listed, Word::and_);
    if (!joint) return {};
    const ReadPoint second = points_.read(points_.skip_fillers(joint.next, 2));
    if (!second || second.is_ordinal_unit || !fits(first.point, second.point)) return {};
    Point first_year = first.point;  // "fiscal years 2014 and 2015"
    first_year.is_fiscal = first_year.is_school = false;
    const bool years = first_year.is_bare_year() && second.point.is_bare_year() && second.point.year == last_year + 1 &&
                       ((result.cues & any_of(Word::in, Word::for_, Word::by)) || fills_cell(core, second.next));
    if (listed != first.next && !years) return {};
    const bool parts = !first.point.has_year() && second.point.has_year() && !first.point.is_relative &&
                       (first.point.month || first.point.quarter || first.point.half);
    if (!years && !parts) return {};
    result.to = second.point;
    if (years) result.to.is_fiscal = first.point.is_fiscal, result.to.is_school = first.point.is_school;
    complete(result.from, result.to);
    return finished(result, Form::range, core, second.next);
  }

  // All there is behind a colon, in brackets or between bars: "Training: 2013 and 2014".
  bool fills_cell(Index first, Index last) const {
    const auto is_edge = [&](Index at, std::string_view signs) {
      return tokens_[at].kind == TokenKind::sign && signs.find(tokens_[at].sign) != signs.npos;
    };
    return first > 0 && is_edge(first - 1, ":(|") && (last >= tokens_.size() || is_edge(last, ".;)|"));
  }

  bool units_follow(const ReadPoint& first) const { return first.point.quarter || first.point.half; }

  // Both ends of one kind, or the second more exact about the year.
  static bool fits(const Point& a, const Point& b) {
    if (a.is_bare_year() && b.is_bare_year()) return a.year < b.year || a.era || a.year > b.year;
    if (a.month && !b.month && !b.quarter && !b.half && !b.season) return b.has_year() || b.is_relative;
    return true;
  }

  // The first end takes from the second what it does not say itself.
  static void complete(Point& a, const Point& b) {
    if (a.has_year() || a.is_relative || !b.has_year()) return;
    a.year = b.year;
    a.era = b.era;
    const auto order = [](const Point& p) {
      return p.month ? p.month * 31 + p.day : p.quarter ? p.quarter * 93 : p.half ? p.half * 186 : p.season * 93;
    };
    if (order(a) > order(b) && order(b) > 0 && b.year > 1) --a.year;
  }

  const Tokens& tokens_;
  const PointReader& points_;
};

}  // namespace

Expression read_range(const PointReader& points, Index core, const Expression& cues) {
  return RangeReader(points).range(core, cues);
}

}  // namespace plumbline::timeframe
