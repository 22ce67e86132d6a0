// Two years as one thing.
#include "rules/timeframe/year_ranges.h"

namespace plumbline::timeframe {

namespace {

class YearRangeReader {
 public:
  explicit YearRangeReader(const PointReader& points) : tokens_(points.tokens()), points_(points) {}

  Expression read(Index core, const Expression& cues) const {
    if (!tokens_.is_number(core) && !tokens_.has(core, leads)) return {};
    Expression result = cues;
    const Index first = read_lead(core, result);
    if (!points_.is_four_digit_year(first)) return {};
    const Index joint = first + 1;
    if (!tokens_.is_sign(joint, '/') && !tokens_.is_sign(joint, '-')) return {};
    const int last_year = read_last_year(joint, tokens_[first].value);
    Index end = joint + 2;
    if (!last_year || (tokens_.is_sign(end, '/') && !tokens_.is_spaced(end)) || is_month_behind(joint)) return {};
    result.from.year = tokens_[first].value;
    end = read_unit_behind(end, result);
    if (result.from.is_school || (result.from.is_fiscal && last_year == result.from.year + 1)) {
      result.from.last_year = last_year;
      return finished(result, Form::point, core, end);
    }
    result.to = result.from;
    result.to.year = last_year;
    return finished(result, Form::range, core, end);
  }

 private:
  static constexpr WordSet leads = any_of(Word::fiscal, Word::school, Word::period, Word::year_word);

  // "the fiscal year", "the years": where the first year may stand.
  Index read_lead(Index core, Expression& result) const {
    if (const auto kind = tokens_.match(core, any_of(Word::fiscal, Word::school, Word::period))) {
      result.from.is_fiscal = kind.word == Word::fiscal;
      result.from.is_school = kind.word == Word::school;
      result.has_year_word = true;
      return points_.skip_to_year(kind.next);
    }
    if (const auto word = tokens_.match(core, Word::year_word)) {
      result.has_year_word = true;
      return points_.skip_fillers(word.next, 2);
    }
    return core;
  }

  // 14 behind "2013/", 2014 behind "2013-"; 0: none.
  int read_last_year(Index joint, int first) const {
    constexpr int longest = 40, months = 12;
    const Index at = joint + 1;
    if (points_.is_four_digit_year(at)) return tokens_[at].value;
    if (!tokens_.is_number(at) || tokens_[at].is_grouped || tokens_[at].digits != 2) return 0;
    if (tokens_.is_spaced(joint) || tokens_.is_spaced(at)) return 0;
    int last = tokens_[at].value + first / 100 * 100;
    if (last < first) last += 100;
    const bool may_be_month = last - first > 1 && tokens_[at].value <= months;
    return last - first > longest || may_be_month ? 0 : last;
  }

  // 2013-2014/06
  bool is_month_behind(Index joint) const {
    if (tokens_[joint + 1].digits != 4) return false;
    const ReadPoint point = points_.read(joint + 1);
    return point && point.next > joint + 2 && !point.point.is_bare_year() && !point.point.is_decade &&
           !point.point.is_school && !point.point.is_fiscal;
  }

  // "2013-14 school year", "2014-2015 годов"
  Index read_unit_behind(Index end, Expression& result) const {
    const auto unit =
        tokens_.match(points_.skip_fillers(end, 1), any_of(Word::year_word, Word::school, Word::fiscal, Word::period));
    if (!unit) return end;
    result.has_year_word = true;
    if (unit.word == Word::school) result.from.is_school = true;
    if (unit.word == Word::fiscal) result.from.is_fiscal = true;
    end = unit.next;
    if (const auto more = tokens_.match(end, any_of(Word::school, Word::fiscal))) {
      (more.word == Word::school ? result.from.is_school : result.from.is_fiscal) = true;
      end = more.next;
    }
    if (tokens_.is_sign(end, '.') && !tokens_.is_spaced(end) && tokens_.text(end - 1).size() <= 4) ++end;
    return end;
  }

  const Tokens& tokens_;
  const PointReader& points_;
};

}  // namespace

Expression read_year_range(const PointReader& points, Index core, const Expression& cues) {
  return YearRangeReader(points).read(core, cues);
}

}  // namespace plumbline::timeframe
