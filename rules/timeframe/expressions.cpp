// Time expressions of a text: cues, then a point, range or duration, then cues that stand behind.
#include "rules/timeframe/expressions.h"

#include "rules/timeframe/points.h"

#include <algorithm>
#include <optional>

namespace plumbline::timeframe {

namespace {

constexpr WordSet cue_words = any_of(Word::by, Word::before, Word::until, Word::in, Word::from, Word::since,
                                     Word::after, Word::for_, Word::within, Word::label, Word::between, Word::under);
constexpr WordSet cues_behind = any_of(Word::by, Word::before, Word::until, Word::from, Word::since, Word::after,
                                       Word::within, Word::in, Word::hence, Word::ago);
constexpr WordSet point_starts = any_of(Word::month, Word::weekday, Word::season, Word::unit, Word::cardinal,
                                        Word::ordinal, Word::part, Word::relative, Word::quarter_mark, Word::half_mark,
                                        Word::year_word, Word::fiscal, Word::school, Word::period, Word::era);
constexpr WordSet phrase_words = any_of(Word::vague, Word::ongoing, Word::placeholder, Word::frequency);
constexpr WordSet starts =
    cue_words | point_starts | phrase_words | any_of(Word::every, Word::times, Word::milestone, Word::event);

class Finder {
 public:
  explicit Finder(const Tokens& tokens) : tokens_(tokens), points_(tokens) {}

  std::vector<Expression> run() {
    std::vector<Expression> found;
    for (Index i = 0; i < tokens_.size();) {
      const Token& token = tokens_[i];
      if (token.kind != TokenKind::number && !(token.set & starts) && token.sign != '\'' &&
          !(token.is_capital && points_.roman(i))) {
        // in a text without blanks, "可持续" hides "持续"
        const auto hidden = token.kind == TokenKind::han ? tokens_.match(i, Word::adverb) : Tokens::Match{};
        i = std::max(i + 1, hidden.next);
        continue;
      }
      Expression best = read(i);
      const Expression phrase = fixed_phrase(i);
      if (phrase.last > best.last || (phrase.form == Form::vague && phrase.last == best.last)) best = phrase;
      if (best.last <= i) best = event_before_cue(i);
      if (best.last <= i) {
        ++i;
        continue;
      }
      found.push_back(best);
      i = best.last;
    }
    return found;
  }

 private:
  bool starts_point(Index i) const {
    return i < tokens_.size() && (tokens_[i].kind == TokenKind::number || tokens_.has(i, point_starts) ||
                                  tokens_[i].sign == '\'' || points_.roman(i) || tokens_[i].kind == TokenKind::han);
  }

  Expression fixed_phrase(Index i) const {
    Expression result;
    auto match = tokens_.match(i, phrase_words);
    if (match.word == Word::vague && match.value != vague_phrase) match.next = condition(i);
    if (match.word == Word::ongoing && match.value == ongoing_auxiliary) match.next = progressive(match.next);
    if (!match) return result;
    result.first = result.core_first = i;
    result.last = result.core_last = match.word == Word::frequency ? month_behind(match.next) : match.next;
    result.form = match.word == Word::vague       ? Form::vague
                  : match.word == Word::ongoing   ? Form::ongoing
                  : match.word == Word::frequency ? Form::recurrence
                                                  : Form::placeholder;
    return result;
  }

  // "as soon as the budget allows": behind the means that it waits for, or 0.
  Index condition(Index i) const {
    constexpr Index most = 6;
    const auto when = tokens_.match(i, Word::vague);
    if (when.value != vague_condition) return 0;
    for (Index at = when.next; at < tokens_.size() && at - when.next < most; ++at) {
      if (tokens_[at].kind == TokenKind::sign && tokens_[at].sign != '\'') return 0;
      if (const auto means = tokens_.match(at, Word::vague); means && means.value == vague_means) return means.next;
    }
    return 0;
  }

  // "is drafting": behind the verb, or 0.
  Index progressive(Index i) const {
    const auto adverb = tokens_.match(i, Word::adverb);
    const Index at = adverb ? adverb.next : i;
    constexpr std::size_t stem = 3;
    if (!tokens_.is_word(at) || tokens_.has(at, any_of(Word::future, Word::ongoing))) return 0;
    return tokens_.language().progressive_suffixes.end(tokens_.text(at), stem) ? at + 1 : 0;
  }

  // Cues from `i` on; where what they lead to begins.
  Index read_cues(Index i, Expression& result) const {
    Index at = i;
    for (int n = 0; n < 7; ++n) {
      const auto cue = tokens_.match(at, cue_words | any_of(Word::filler, Word::of));
      // what is a cue and the start of a point ("mid", "first") is the point's
      const auto start = tokens_.match(at, point_starts);
      if (start && (!cue || start.next >= cue.next) && cue.word != Word::within && cue.word != Word::in) break;
      if (cue.word == Word::filler && is_roman_unit(at)) break;
      if (start.word == Word::season && start.next == cue.next) {  // "осенью": in autumn, in one word
        result.cues |= bit(cue.word);
        break;
      }
      if (!cue) {
        if (n > 0 && tokens_.is_sign(at, ':') && (result.cues & bit(Word::label))) {
          ++at;
          continue;
        }
        if (n > 0 && tokens_.is_sign(at, '(') && (result.cues & bit(Word::label))) {
          ++at;
          continue;
        }
        if (n > 0 && tokens_.is_sign(at, '\'')) {
          ++at;
          continue;
        }
        break;
      }
      if (cue.word == Word::filler || cue.word == Word::of) {
        // a word may be both: "a" (to), "de" (from); the kind matters, not the order
        const auto real = tokens_.match(at, cue_words);
        if (real && real.next == cue.next && real.value == 0) {
          result.cues |= bit(real.word);
          result.has_article = false;
        } else {
          // "implementation of the 2011-2015 plan": a label stands alone
          if (cue.word == Word::of && at > i && !tokens_.is_sign(at - 1, ':')) result.cues &= ~bit(Word::label);
          result.cues |= cue.word == Word::of ? bit(Word::of) : 0;
          result.has_article = cue.word == Word::filler;
        }
      } else if (cue.value == 1) {
        break;  // stands behind what it belongs to
      } else {
        result.cues |= bit(cue.word);
        result.has_article = false;
        // one word, several cues: "in" and "within"
        for (const Word other : {Word::within, Word::from, Word::since, Word::for_, Word::until})
          if (const auto also = tokens_.match(at, other); also && also.next == cue.next && also.value == 0)
            result.cues |= bit(other);
      }
      at = cue.next;
    }
    return at;
  }

  // Italian "I semestre", where "i" is an article too.
  bool is_roman_unit(Index at) const {
    if (!points_.roman(at)) return false;
    const auto unit = tokens_.match(at + 1, Word::unit);
    return unit && (unit.value == unit_quarter || unit.value == unit_half);
  }

  Expression read(Index i) const {
    Expression result;
    result.first = i;
    const Index core = read_cues(i, result);
    if (starts_point(core)) {
      Expression best = recurrence(core, result);
      const auto consider = [&](const Expression& one) {
        if (one.last > best.last) best = one;
      };
      consider(duration(core, result));
      consider(range(core, result));
      consider(unit_of_event(core, result));
      if (best.last) {
        read_behind(best);
        return best;
      }
    } else if (tokens_.has(core, any_of(Word::every, Word::times))) {
      if (const Expression one = recurrence(core, result); one.last) return one;
    }
    if (const Expression one = this_unit(core, result); one.last) return one;
    if (core > i) return event(core, result);
    return {};
  }

  // "within the year", "entro l'anno": until this one ends.
  Expression this_unit(Index core, const Expression& cues) const {
    const bool is_within = (cues.cues & bit(Word::within)) && !(cues.cues & bit(Word::in));
    // "in the course of the year": so long a cue means this one
    const bool is_course = (cues.cues & any_of(Word::in, Word::within)) && core - cues.first >= 3 &&
                           !(cues.cues & ~any_of(Word::in, Word::within, Word::of, Word::for_, Word::between));
    if (!(cues.cues & bit(Word::by)) && !is_within && !is_course) return {};
    const auto unit = tokens_.match(core, Word::unit);
    if (!unit || unit.value < unit_month || unit.value > unit_year) return {};
    if ((cues.cues & bit(Word::within)) && (cues.cues & bit(Word::after))) {  // "через год": in one year
      Expression result = cues;
      result.count = 1, result.unit = unit.value, result.is_forward = true;
      result = done(result, Form::duration, core, unit.next);
      anchor(result);
      return result;
    }
    if (unit.value == unit_half && !cues.has_article) return {};  // "cut by half"
    if (unit.next < tokens_.size() &&
        (tokens_.is_number(unit.next) || tokens_.has(unit.next, any_of(Word::of, Word::anchor, Word::ordinal))))
      return {};
    Expression result = cues;
    if (!is_course) result.cues |= bit(Word::by);
    result.from.is_relative = true;
    result.from.relative = relative_this;
    result.from.relative_unit = unit.value;
    return done(result, Form::point, core, unit.next);
  }

  void read_behind(Expression& result) const {
    if (result.form == Form::recurrence) return;
    for (int n = 0; n < 2; ++n) {
      const Index gap = points_.skip_fillers(result.last, 1);
      for (const Index at : {result.last, gap}) {
        // 三年前 is three years ago, 2014年前 is before 2014
        const bool is_counted = result.form == Form::duration;
        const WordSet possible =
            is_counted ? cues_behind & ~bit(Word::before) : cues_behind & ~any_of(Word::ago, Word::hence);
        const auto cue = tokens_.match(at, possible);
        if (!cue || (cue.value != 1 && cue.word != Word::hence && cue.word != Word::ago)) continue;
        result.cues |= bit(cue.word);
        result.is_forward = result.is_forward || (result.form == Form::duration && cue.word != Word::ago &&
                                                  cue.word != Word::since && cue.word != Word::from);
        result.is_past = result.is_past || cue.word == Word::ago;
        result.last = cue.next;
        break;
      }
    }
  }

  Expression done(Expression result, Form form, Index core, Index end) const {
    result.form = form;
    result.core_first = core;
    result.core_last = result.last = end;
    result.is_label = (result.cues & bit(Word::label)) != 0;
    return result;
  }

  // Over what joins the ends of a range, or 0.
  Index range_joint(Index at, bool is_between) const {
    if (tokens_.is_sign(at, '-')) return at + 1;
    if (tokens_.is_sign(at, ',')) return 0;
    if (const auto to = tokens_.match(at, any_of(Word::to, Word::until)); to && to.value == 0) {
      Index next = points_.skip_fillers(to.next, 2);
      if (const auto more = tokens_.match(next, any_of(Word::until, Word::to, Word::by))) next = more.next;
      return next;
    }
    if (is_between)
      if (const auto joint = tokens_.match(at, Word::and_)) return points_.skip_fillers(joint.next, 2);
    return 0;
  }

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
      joint = range_joint(at, (cues.cues & bit(Word::between)) != 0);
    } else if (tokens_.is_sign(at, '.')) {
      joint = tokens_.is_sign(at + 1, '/') ? at + 2 : range_joint(at + 1, false);
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
    return done(result, Form::range, core, last.next);
  }

  Expression range(Index core, const Expression& cues) const {
    if (const Expression days = short_date_range(core, cues); days.last) return days;
    if (const Expression days = day_range(core, cues); days.last) return days;
    if (const Expression pair = year_pair(core, cues); pair.last) return pair;
    const ReadPoint first = points_.read(core);
    if (!first || (first.is_ordinal_unit && !units_follow(first))) return {};
    Expression result = cues;
    result.from = first.point;
    result.has_year_word = first.has_year_word;
    Index at = first.next;
    const bool is_between = (cues.cues & bit(Word::between)) != 0;
    for (const Index behind : {at, points_.skip_fillers(at, 1)}) {
      Index joint = range_joint(behind, is_between);
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
      return done(result, Form::range, core, end);
    }
    if (const ReadPoint second = glued_date(first); second.next) {
      result.to = second.point;
      return done(result, Form::range, core, second.next);
    }
    if (const Index end = same_month_day(first, result); end) return done(result, Form::range, core, end);
    if (const Expression joined = joined_points(core, first, result); joined.last) return joined;
    // "im zweiten Halbjahr": of this year or the next
    if (first.is_ordinal_unit && !(cues.cues & any_of(Word::in, Word::by, Word::before, Word::until, Word::from)))
      return {};
    if (const Index end = each_year(first); end) return done(result, Form::recurrence, core, end);
    return done(result, Form::point, core, first.next);
  }

  // "Sept 13 - Mar 14": as days they would run backwards, as years they do not.
  bool are_short_years(const ReadPoint& first, const ReadPoint& second) const {
    const auto ends_with_two_digits = [&](const ReadPoint& read) {
      return tokens_.is_number(read.next - 1) && tokens_[read.next - 1].digits == 2 &&
             !read.point.has_year() && !read.point.is_relative && read.point.day == tokens_[read.next - 1].value;
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
    const Index joint = range_joint(first.next, false);
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
    while (first.point.is_bare_year() && is_joint(listed) && is_next_year(listed + 1) && is_joint(listed + 2))
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
    return done(result, Form::range, core, second.next);
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

  // "7-11 October 2013", "du 3 au 5 mars 2014", "March 3-5, 2014", "6月3日至5日"
  Expression day_range(Index core, const Expression& cues) const {
    const auto day = points_.ordinal(core);
    if (day.next && day.value >= 1 && day.value <= 31) {
      const Index joint = range_joint(day.next, (cues.cues & bit(Word::between)) != 0);
      if (!joint) return {};
      const ReadPoint second = points_.read(points_.skip_fillers(joint, 2));
      if (!second || !second.point.day || !second.point.month || second.point.is_year_short) return {};
      if (tokens_.is_number(joint) && joint + 1 < tokens_.size() && tokens_.is_sign(joint + 1, '/')) return {};
      Expression result = cues;
      result.to = result.from = second.point;
      result.from.day = day.value;
      return done(result, Form::range, core, second.next);
    }
    const auto month = tokens_.match(core, Word::month);
    if (!month) return {};
    const auto first = points_.ordinal(points_.skip_fillers(month.next, 1));
    if (!first.next || first.value < 1 || first.value > 31) return {};
    Index at = first.next;
    if (const auto unit = tokens_.match(at, Word::unit); unit && unit.value == unit_day) at = unit.next;
    const Index joint = range_joint(at, false);
    const auto last = joint ? points_.ordinal(joint) : PointReader::Number{};
    if (!last.next || last.value <= first.value || last.value > 31) return {};
    Expression result = cues;
    result.from.month = result.to.month = month.value;
    result.from.day = first.value, result.to.day = last.value;
    Index end = last.next;
    if (const auto unit = tokens_.match(end, Word::unit); unit && unit.value == unit_day) end = unit.next;
    const ReadPoint year = points_.year(points_.skip_joints(end));
    if (year) result.from.year = result.to.year = year.point.year, end = year.next;
    return done(result, Form::range, core, end);
  }

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
      return done(result, Form::point, core, end);
    }
    result.to = result.from;
    result.to.year = last;
    (void)is_slash;
    return done(result, Form::range, core, end);
  }

  // within 18 months, in the next two years, 3 years after ratification, 在18个月内
  Expression duration(Index core, const Expression& cues) const {
    Expression result = cues;
    Index at = core;
    int direction = 0;
    bool has_direction = false;
    const auto take_relative = [&] {
      const auto when = tokens_.match(at, Word::relative);
      if (!when) return;
      direction = when.value, has_direction = true;
      at = points_.skip_fillers(when.next, 1);
    };
    take_relative();
    if (const Expression behind = counted_behind(at, core, cues); behind.last) return behind;
    const auto number = points_.number(at);
    if (!number.next || number.value < 1) return {};
    // "شهرين", "полгода": one word is the number and its unit
    const auto dual = tokens_.match(at, Word::unit);
    const bool is_dual = dual && dual.next == number.next && !tokens_.is_number(at);
    at = number.next;
    if (tokens_.is_sign(at, '-')) return {};  // "a 3-year project"
    if (tokens_.is_sign(at, '(')) {           // "three (3) months"
      const auto again = points_.number(at + 1);
      if (!again.next || !tokens_.is_sign(again.next, ')')) return {};
      at = again.next + 1;
    }
    if (const auto second = points_.number(range_joint(at, true)); range_joint(at, true) && second.next) {
      at = second.next;  // "in two to three years": the longer
      result.count = second.value;
    } else {
      result.count = number.value;
    }
    if (!has_direction) take_relative();
    const Index counted = at;
    if (!tokens_.has(at, any_of(Word::in, Word::unit))) at = points_.skip_fillers(at, 1);
    if (const auto adverb = tokens_.match(at, Word::adverb)) at = adverb.next;  // calendar, working
    auto unit = tokens_.match(at, any_of(Word::unit, Word::year_word));
    if (!unit && is_dual) unit = dual, unit.next = counted;
    if (!unit) return {};
    if (result.count >= 1000 || tokens_.match(core, Word::month).next >= unit.next) return {};  // "10月": October
    result.unit = unit.word == Word::unit ? unit.value : unit_year;
    at = unit.next;
    if (tokens_.is_sign(at, '\'')) ++at;
    // "siguientes a la ratificación": the anchor that stands here says more
    const Index behind = points_.skip_fillers(at, 1);
    const bool is_anchor = tokens_.match(behind, Word::anchor) && find_milestone(skip_joint(behind), 3);
    if (!has_direction && !is_anchor && tokens_.match(at, Word::anchor).next <= tokens_.match(at, Word::relative).next)
      if (const auto when = tokens_.match(behind, Word::relative)) {
        direction = when.value, has_direction = true;
        at = when.next;
      }
    result.is_forward = (has_direction && direction == relative_next) || (cues.cues & bit(Word::within));
    result.is_past = has_direction && direction == relative_last;
    Expression whole = done(result, Form::duration, core, at);
    if (const auto hence = tokens_.match(at, Word::hence)) {
      whole.is_forward = true;
      whole.last = at = hence.next;
    }
    if (const auto to = tokens_.match(at, Word::to); to && to.value == 0)
      if (const ReadPoint year = points_.year(to.next); year.point.is_bare_year()) {  // "over the four years to 2022"
        whole.from = year.point, whole.cues |= bit(Word::until);
        return done(whole, Form::point, core, year.next);
      }
    anchor(whole);
    return whole;
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
    return done(result, Form::duration, core, when.next);
  }

  // "… of ratification", "after publication of the draft"; in Chinese in front: "该法生效后六个月内"
  void anchor(Expression& whole) const {
    if (whole.is_past) return;
    const auto joint = tokens_.match(whole.last, any_of(Word::anchor, Word::after));
    if (joint && (whole.is_forward || joint.word == Word::after)) {
      const Index at = points_.skip_fillers(joint.next, 3);
      const ReadPoint point = points_.read(at);
      if (point && !point.is_ordinal_unit) return;  // "within two years of 1 June 2014"
      const bool is_event = tokens_.has(at, any_of(Word::milestone, Word::event)) || find_milestone(at, 3);
      if (is_event || joint.word == Word::after) {
        whole.is_anchored = true;
        whole.is_forward = true;
        whole.last = std::min(at + 1, tokens_.size());
        if (const Index end = find_milestone(at, 3)) whole.last = end;
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

  // A milestone within the next words; behind it, or 0.
  Index find_milestone(Index at, Index most) const {
    for (Index n = 0; n <= most && at + n < tokens_.size(); ++n) {
      if (tokens_[at + n].kind == TokenKind::sign && tokens_[at + n].sign != '\'' && tokens_[at + n].sign != '-')
        return 0;
      if (tokens_.has(at + n, any_of(Word::future, Word::past, Word::clause))) return 0;
      if (const auto match = tokens_.match(at + n, Word::milestone)) return match.next;
    }
    return 0;
  }

  // before the next general election; upon ratification
  Expression event(Index core, const Expression& cues) const {
    // "pour le programme", "in the project" name no time
    const bool is_within = (cues.cues & bit(Word::within)) && !(cues.cues & bit(Word::in));
    const bool is_by = (cues.cues & bit(Word::by)) && !(cues.cues & bit(Word::for_));
    if (!(cues.cues & any_of(Word::before, Word::after)) && !is_by && !is_within) return {};
    Index at = core;
    for (int n = 0; n < 6; ++n) {
      const auto joint = tokens_.match(at, any_of(Word::relative, Word::part, Word::of, Word::filler));
      if (!joint) break;
      at = joint.next;
    }
    const Index end = find_milestone(at, 2);
    if (!end) return {};
    Expression result = done(cues, Form::event, core, end);
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
    result = done(result, Form::event, i, event.next);
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
    const Index end = find_milestone(noun, 2);
    const auto document = tokens_.match(noun, Word::document);
    if (!end && !document) return {};
    if (!(cues.cues & any_of(Word::in, Word::within, Word::by, Word::before, Word::until, Word::for_))) return {};
    Expression result = done(cues, Form::event, core, end ? end : document.next);
    result.is_anchored = true;
    return result;
  }

  // "every year in October", "annually in October": over the month behind, if there is one.
  Index month_behind(Index end) const {
    Expression ignored;
    const Index month_at = read_cues(end, ignored);
    const ReadPoint month = month_at > end ? points_.read(month_at) : ReadPoint{};
    return month && month.point.is_month_only() ? month.next : end;
  }

  // "twice in the coming year", "in the year 2014": the unit is one that is told apart.
  bool names_one(Index behind) const {
    return tokens_.is_number(behind) || tokens_.has(behind, any_of(Word::relative, Word::ordinal));
  }

  // "two meetings a year": from behind the number on.
  Expression events_per_unit(Index at, Index core, const Expression& cues) const {
    constexpr Index most = 3;
    bool has_event = false;
    for (Index n = 0; n < most && tokens_.is_word(at + n); ++n) {
      has_event = has_event || tokens_.has(at + n, any_of(Word::event, Word::document));
      const auto per = has_event ? tokens_.match(at + n + 1, Word::per) : Tokens::Match{};
      const auto unit = per ? tokens_.match(per.next, Word::unit) : Tokens::Match{};
      if (!unit) continue;
      if (names_one(unit.next)) return {};
      Expression result = cues;
      result.unit = unit.value;
      return done(result, Form::recurrence, core, unit.next);
    }
    return {};
  }

  // every two years, each October, twice a year, once every five years, per year
  Expression recurrence(Index core, const Expression& cues) const {
    Expression result = cues;
    Index at = core;
    bool counts = false;
    if (const auto times = tokens_.match(at, Word::times)) {
      at = times.next;
      counts = true;
    } else if (const auto number = points_.number(at); number.next) {
      const auto marked = tokens_.match(number.next, Word::times);
      if (!marked) return events_per_unit(number.next, core, cues);
      at = marked.next;
      counts = true;
    }
    const auto every = tokens_.match(at, counts ? any_of(Word::every, Word::per) : bit(Word::every));
    if (!every) {
      const auto often = counts ? tokens_.match(at, Word::frequency) : Tokens::Match{};
      return often ? done(result, Form::recurrence, core, often.next) : Expression{};
    }
    at = tokens_.has(every.next, bit(Word::unit)) ? every.next : points_.skip_fillers(every.next, 2);
    result.count = 1;
    const auto dual = tokens_.match(at, Word::unit);  // "كل سنتين": the number and its unit in one word
    if (const auto number = points_.number(at); number.next) {
      result.count = number.value;
      at = number.next;
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
    if (unit.word == Word::unit && unit.value == unit_year) end = month_behind(end);
    return done(result, Form::recurrence, core, end);
  }

  const Tokens& tokens_;
  PointReader points_;
};

}  // namespace

std::vector<Expression> find_expressions(const Tokens& tokens) {
  return Finder(tokens).run();
}

}  // namespace plumbline::timeframe
