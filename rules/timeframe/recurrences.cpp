// How often.
#include "rules/timeframe/recurrences.h"

#include "rules/timeframe/cues.h"

namespace plumbline::timeframe {

namespace {

class RecurrenceReader {
 public:
  explicit RecurrenceReader(const PointReader& points) : tokens_(points.tokens()), points_(points) {}

  // every two years, each October, twice a year, once every five years, per year
  Expression recurrence(Index core, const Expression& cues) const {
    Expression result = cues;
    Index at = core;
    bool counts = false;
    if (const auto times = tokens_.match(at, Word::times)) {
      if (core > 0 && tokens_.match(core - 1, Word::ordinal).value > 0) return {};  // "por primera vez el 1 de marzo"
      at = times.next;
      counts = true;
    } else if (const auto number = points_.number(at); number.next) {
      const auto marked = tokens_.match(number.next, Word::times);
      if (const Expression said_twice = number_said_twice(number, core, cues); said_twice.last) return said_twice;
      if (!marked) return events_per_unit(number.next, core, cues);
      at = marked.next;
      counts = true;
    }
    const auto every = tokens_.match(at, counts ? any_of(Word::every, Word::per) : bit(Word::every));
    if (!every) {
      const auto often = counts ? tokens_.match(at, Word::frequency) : Tokens::Match{};
      return often ? finished(result, Form::recurrence, core, often.next) : Expression{};
    }
    at = tokens_.has(every.next, bit(Word::unit)) ? every.next : points_.skip_fillers(every.next, 2);
    result.count = 1;
    const auto dual = tokens_.match(at, Word::unit);  // "كل سنتين": the number and its unit in one word
    if (const auto number = points_.number(at); number.next) {
      result.count = number.value;
      at = number.next;
      if (tokens_.is_sign(at, '.') && tokens_.has(at + 1, bit(Word::month))) ++at;  // "jeweils zum 1. März"
    } else if (const auto nth = points_.ordinal(at); nth.next && !tokens_.has(at, bit(Word::unit))) {
      result.count = nth.value;
      at = nth.next;
    }
    if (!tokens_.has(at, bit(Word::unit))) at = points_.skip_fillers(at, 1);
    auto unit =
        tokens_.match(at, any_of(Word::unit, Word::month, Word::weekday, Word::season, Word::school, Word::fiscal));
    if (!unit && at == dual.next) unit = dual;
    if (!unit) return {};
    if (unit.word == Word::unit) result.unit = unit.value;
    if (every.word == Word::per && names_one(unit.next)) return {};
    Index end = unit.next;
    if (unit.word == Word::unit && unit.value == unit_year) end = behind_month(points_, end);
    return finished(result, Form::recurrence, core, end);
  }

 private:
  // "de dois em dois anos"
  Expression number_said_twice(const PointReader::Number& number, Index core, const Expression& cues) const {
    const auto in = tokens_.match(number.next, Word::in);
    const auto again = in ? points_.number(in.next) : PointReader::Number{};
    const auto unit =
        again.next && again.value == number.value ? tokens_.match(again.next, Word::unit) : Tokens::Match{};
    if (!unit) return {};
    Expression result = cues;
    result.count = number.value;
    result.unit = unit.value;
    return finished(result, Form::recurrence, core, unit.next);
  }

  // "twice in the coming year", "in the year 2014": the unit is one that is told apart.
  bool names_one(Index behind) const {
    return tokens_.is_number(behind) || tokens_.has(behind, bit(Word::relative)) ||
           tokens_.match(behind, Word::ordinal).value > 0;  // not "uma vez por ano o ministro", where "1.o" has it too
  }

  // "two meetings a year": from behind the number on.
  Expression events_per_unit(Index at, Index core, const Expression& cues) const {
    constexpr Index most = 3;
    bool has_event = false;
    constexpr WordSet verbs = any_of(Word::future, Word::past, Word::auxiliary, Word::participle, Word::clause);
    for (Index n = 0; n < most && tokens_.is_word(at + n) && !tokens_.has(at + n, verbs); ++n) {
      has_event = has_event || tokens_.has(at + n, any_of(Word::event, Word::document));
      const auto per = has_event ? tokens_.match(at + n + 1, Word::per) : Tokens::Match{};
      const auto unit = per ? tokens_.match(per.next, Word::unit) : Tokens::Match{};
      if (!unit) continue;
      if (names_one(unit.next)) return {};
      Expression result = cues;
      result.unit = unit.value;
      return finished(result, Form::recurrence, core, unit.next);
    }
    return {};
  }

  const Tokens& tokens_;
  const PointReader& points_;
};

}  // namespace

Expression read_recurrence(const PointReader& points, Index core, const Expression& cues) {
  return RecurrenceReader(points).recurrence(core, cues);
}

Index behind_month(const PointReader& points, Index end) {
  Expression ignored;
  const Index first = end + points.tokens().is_sign(end, ',');
  const Index month_at = read_cues(points, first, ignored);
  const ReadPoint month = month_at > first ? points.read(month_at) : ReadPoint{};
  return month && month.point.is_month_only() ? month.next : end;
}

}  // namespace plumbline::timeframe
