// Time expressions of a text: cues, then a point, range or duration, then cues that stand behind. The longest wins.
#include "rules/timeframe/expressions.h"

#include "rules/timeframe/cues.h"
#include "rules/timeframe/durations.h"
#include "rules/timeframe/events.h"
#include "rules/timeframe/month_ranges.h"
#include "rules/timeframe/phrases.h"
#include "rules/timeframe/ranges.h"
#include "rules/timeframe/recurrences.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

constexpr WordSet starts =
    cue_words | point_starts | phrase_words | any_of(Word::every, Word::times, Word::milestone, Word::event);

class Finder {
 public:
  explicit Finder(const Tokens& tokens) : tokens_(tokens), points_(tokens) {}

  std::vector<Expression> run() {
    constexpr std::size_t usual = 4;
    std::vector<Expression> found;
    found.reserve(usual);
    Index cue_end = 0;  // of a cue that leads to nothing: "не позднее чем за 24 часа" holds no "позднее"
    for (Index i = 0; i < tokens_.size();) {
      const Token& token = tokens_[i];
      // in a text without blanks, "可持续" hides "持续"
      const auto hidden = token.kind == TokenKind::han ? tokens_.match(i, Word::adverb) : Tokens::Match{};
      if (token.kind != TokenKind::number && !(token.set & starts) && token.sign != '\'' &&
          !(token.is_capital && points_.roman(i))) {
        i = std::max(i + 1, hidden.next);
        continue;
      }
      // "30 في المائة عام 2013": a hundred, but of a percentage
      if (const auto money = tokens_.match(i, Word::money); money.next > i + 1 && i > 0 && tokens_.is_number(i - 1)) {
        i = money.next;
        continue;
      }
      Expression best = read(i);
      if (i >= cue_end && (token.set & phrase_words)) {
        const Expression phrase = read_phrase(points_, i);
        if (phrase.last > best.last || (phrase.form == Form::vague && phrase.last == best.last)) best = phrase;
      }
      if (best.last <= i && token.kind == TokenKind::han) best = read_event_before_cue(points_, i);
      if (best.last <= i) cue_end = std::max(cue_end, tokens_.match(i, deadline_cues).next);
      if (best.last <= i || best.last < hidden.next) {
        i = std::max(i + 1, hidden.next);
        continue;
      }
      if (!found.empty() && stands_in_brackets_of(best, found.back())) best.from.year = found.back().from.year;
      found.push_back(best);
      i = best.last;
    }
    return found;
  }

 private:
  // "Spring 2014 (by 30 June)": the year that it leaves out is the one in front of the bracket.
  bool stands_in_brackets_of(const Expression& e, const Expression& before) const {
    const bool is_yearless = e.form == Form::point && e.from.month && !e.from.has_year() && !e.from.is_relative;
    return is_yearless && before.form == Form::point && before.from.has_year() && !before.from.era &&
           e.first == before.last + 1 && tokens_.is_sign(before.last, '(');
  }

  bool starts_point(Index i) const {
    return i < tokens_.size() && (tokens_[i].kind == TokenKind::number || tokens_.has(i, point_starts) ||
                                  tokens_[i].sign == '\'' || points_.roman(i) || tokens_[i].kind == TokenKind::han);
  }

  Expression read(Index i) const {
    Expression result;
    result.first = i;
    const Index core = read_cues(points_, i, result);
    if (starts_point(core)) {
      const bool counts = !points_.is_four_digit_year(core);
      Expression best;
      const auto consider = [&](const Expression& one) {
        if (one.last > best.last) best = one;
      };
      if (counts && tokens_.hold(recurrence_words)) consider(read_recurrence(points_, core, result));
      if (counts && tokens_.hold(duration_words)) consider(read_duration(points_, core, result));
      consider(read_range(points_, core, result));
      if (counts && tokens_.hold(bit(Word::unit))) {
        consider(read_months_of_year(points_, core, result));
        consider(read_unit_of_event(points_, core, result));
      }
      if (best.last) {
        if (best.form != Form::recurrence) read_cues_behind(points_, best);
        return best;
      }
    } else if (tokens_.has(core, any_of(Word::every, Word::times))) {
      if (const Expression one = read_recurrence(points_, core, result); one.last) return one;
    }
    if (const Expression one = read_lone_unit(points_, core, result); one.last) return one;
    if (core > i) return read_event(points_, core, result);
    return {};
  }

  const Tokens& tokens_;
  PointReader points_;
};

}  // namespace

std::vector<Expression> find_expressions(const Tokens& tokens) {
  return Finder(tokens).run();
}

}  // namespace plumbline::timeframe
