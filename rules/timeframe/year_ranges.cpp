// Two years as one thing.
#include "rules/timeframe/year_ranges.h"

namespace plumbline::timeframe {

namespace {

class YearRangeReader {
 public:
  explicit YearRangeReader(const PointReader& points) : tokens_(points.tokens()), points_(points) {}

  // 2013/14, 2013-2014, FY2013/14, the school year 2013-14, the 2014-2015 biennium
  Expression year_pair(Index core, const Expression& cues) const {
    Expression result = cues;
    Index at = core;
    if (const auto kind = tokens_.match(at, any_of(Word::fiscal, Word::school, Word::period))) {
      result.from.is_fiscal = kind.word == Word::fiscal;
      result.from.is_school = kind.word == Word::school;
      result.has_year_word = true;
      at = kind.next;
      for (int n = 0; n < 3; ++n) {
        if (const auto match = tokens_.match(at, any_of(Word::filler, Word::of, Word::year_word)))
          at = match.next;
        else if (tokens_.is_sign(at, '-'))
          ++at;
        else
          break;
      }
    } else if (const auto word = tokens_.match(at, Word::year_word)) {
      result.has_year_word = true;
      at = points_.skip_fillers(word.next, 2);
    }
    if (!tokens_.is_number(at) || tokens_[at].digits != 4 || tokens_[at].is_grouped) return {};
    const int first = tokens_[at].value;
    if (first < 1500 || first > 2199) return {};
    const Index joint = at + 1;
    if (!tokens_.is_sign(joint, '/') && !tokens_.is_sign(joint, '-')) return {};
    const bool is_slash = tokens_.is_sign(joint, '/');
    if (!tokens_.is_number(joint + 1) || tokens_[joint + 1].is_grouped) return {};
    const Token& second = tokens_[joint + 1];
    int last = second.value;
    if (second.digits == 2 && !tokens_.is_spaced(joint) && !tokens_.is_spaced(joint + 1)) {
      last += first / 100 * 100;
      if (last < first) last += 100;
      if (last - first > 40 || (last - first > 1 && second.value <= 12)) return {};
    } else if (second.digits != 4 || last < 1500 || last > 2199) {
      return {};
    }
    Index end = joint + 2;
    if (tokens_.is_sign(end, '/') && !tokens_.is_spaced(end)) return {};
    if (const ReadPoint month = points_.read(joint + 1); second.digits == 4 && month && month.next > end &&
                                                         !month.point.is_bare_year() && !month.point.is_decade &&
                                                         !month.point.is_school && !month.point.is_fiscal)
      return {};  // 2013-2014/06
    result.from.year = first;
    if (const auto unit = tokens_.match(points_.skip_fillers(end, 1),
                                        any_of(Word::year_word, Word::school, Word::fiscal, Word::period))) {
      result.has_year_word = true;
      if (unit.word == Word::school) result.from.is_school = true;
      if (unit.word == Word::fiscal) result.from.is_fiscal = true;
      end = unit.next;
      if (const auto more = tokens_.match(end, any_of(Word::school, Word::fiscal))) {
        (more.word == Word::school ? result.from.is_school : result.from.is_fiscal) = true;
        end = more.next;
      }
      if (tokens_.is_sign(end, '.') && !tokens_.is_spaced(end) && tokens_.text(end - 1).size() <= 4) ++end;
    }
    if (result.from.is_school || (result.from.is_fiscal && last == first + 1)) {
      result.from.last_year = last;
      return finished(result, Form::point, core, end);
    }
    result.to = result.from;
    result.to.year = last;
    (void)is_slash;
    return finished(result, Form::range, core, end);
  }

 private:
  const Tokens& tokens_;
  const PointReader& points_;
};

}  // namespace

Expression read_year_range(const PointReader& points, Index core, const Expression& cues) {
  return YearRangeReader(points).year_pair(core, cues);
}

}  // namespace plumbline::timeframe
