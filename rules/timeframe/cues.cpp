// The cues of a time expression.
#include "rules/timeframe/cues.h"

namespace plumbline::timeframe {

namespace {

constexpr WordSet cues_behind = any_of(Word::by, Word::before, Word::until, Word::from, Word::since, Word::after,
                                       Word::within, Word::in, Word::hence, Word::ago);

class CueReader {
 public:
  explicit CueReader(const PointReader& points) : tokens_(points.tokens()), points_(points) {}

  // Cues from `i` on; where what they lead to begins.
  Index read_cues(Index i, Expression& result) const {
    constexpr int most = 7;
    Index at = i;
    for (int n = 0; n < most; ++n) {
      const auto cue = tokens_.match(at, cue_words | any_of(Word::filler, Word::of));
      // what is a cue and the start of a point ("mid", "first") is the point's
      const auto start = tokens_.match(at, point_starts);
      if (start && (!cue || start.next >= cue.next) && cue.word != Word::within && cue.word != Word::in) break;
      if (cue.word == Word::filler && is_roman_unit(at)) break;
      if (start.word == Word::season && start.next == cue.next) {  // "осенью": in autumn, in one word
        result.cues |= bit(cue.word);
        break;
      }
      const bool is_prefix = cue && tokens_.is_sign(cue.next, '-') && !tokens_.is_spaced(cue.next) &&
                             tokens_.is_word(cue.next + 1) && !tokens_.is_spaced(cue.next + 1);
      if (is_prefix && !tokens_.has(cue.next + 1, point_starts)) break;  // "avant-projet", "by-election"
      if (!cue) {
        if (n == 0 || !is_skipped_sign(at, result)) break;
        ++at;
        continue;
      }
      if (cue.word == Word::filler || cue.word == Word::of)
        add_joint(at, cue, at > i, result);
      else if (cue.value == cue_behind)
        break;  // stands behind what it belongs to
      else
        add_cue(at, cue, result);
      at = cue.next;
    }
    return at;
  }

  void read_behind(Expression& result) const {
    for (int n = 0; n < 2; ++n) {
      const Index gap = points_.skip_fillers(result.last, 1);
      for (const Index at : {result.last, gap}) {
        // 三年前 is three years ago, 2014年前 is before 2014
        const bool is_counted = result.form == Form::duration;
        const WordSet possible =
            is_counted ? cues_behind & ~bit(Word::before) : cues_behind & ~any_of(Word::ago, Word::hence);
        const auto cue = cue_behind_at(at, possible, result.first);
        if (!cue || (cue.value == cue_in_front && cue.word != Word::hence && cue.word != Word::ago)) continue;
        result.cues |= bit(cue.word);
        result.is_forward = result.is_forward || (result.form == Form::duration && cue.word != Word::ago &&
                                                  cue.word != Word::since && cue.word != Word::from);
        result.is_past = result.is_past || cue.word == Word::ago;
        result.last = cue.next;
        break;
      }
    }
  }

 private:
  // A word that is a cue in front too stands behind only where an "of" leads: "von 2014 an", not "2014 an die
  // Gemeinden".
  Tokens::Match cue_behind_at(Index at, WordSet possible, Index first) const {
    const auto cue = tokens_.match(at, possible);
    const bool is_led = first > 0 && tokens_.has(first - 1, bit(Word::of));
    const auto from = cue && is_led ? tokens_.match(at, Word::from) : Tokens::Match{};
    return from && from.next == cue.next && from.value != cue_in_front ? from : cue;
  }

  // "Deadline: (", "by the '"
  bool is_skipped_sign(Index at, const Expression& result) const {
    if (tokens_.is_sign(at, '\'')) return true;
    return result.says(Word::label) && (tokens_.is_sign(at, ':') || tokens_.is_sign(at, '('));
  }

  void add_cue(Index at, const Tokens::Match& cue, Expression& result) const {
    result.cues |= bit(cue.word);
    result.has_article = false;
    // one word, several cues: "in" and "within"
    constexpr WordSet others = any_of(Word::by, Word::within, Word::from, Word::since, Word::for_, Word::until);
    if (!tokens_.has(at, others & ~bit(cue.word))) return;
    for (const Word other : {Word::by, Word::within, Word::from, Word::since, Word::for_, Word::until})
      if (const auto also = tokens_.match(at, other);
          also && also.next == cue.next && also.value == (other == Word::by ? cue_either : cue_in_front))
        result.cues |= bit(other);
  }

  // A filler or "of". A word may be both: "a" (to), "de" (from); the kind matters, not the order.
  void add_joint(Index at, const Tokens::Match& joint, bool is_behind_cue, Expression& result) const {
    const auto real = tokens_.match(at, cue_words);
    if (real && real.next == joint.next && real.value != cue_behind) {
      result.cues |= bit(real.word);
      result.has_article = false;
      return;
    }
    // "implementation of the 2011-2015 plan": a label stands alone
    if (joint.word == Word::of && is_behind_cue && result.says(Word::label) && !tokens_.is_sign(at - 1, ':')) {
      result.cues &= ~bit(Word::label);
      if (result.cues == bit(Word::in)) result.cues = 0;  // "a report on the implementation of …"
    }
    result.cues |= joint.word == Word::of ? bit(Word::of) : 0;
    result.has_article = joint.word == Word::filler;
  }

  // Italian "I semestre", where "i" is an article too.
  bool is_roman_unit(Index at) const {
    if (!points_.roman(at)) return false;
    const auto unit = tokens_.match(at + 1, Word::unit);
    return unit && (unit.value == unit_quarter || unit.value == unit_half);
  }

  const Tokens& tokens_;
  const PointReader& points_;
};

}  // namespace

Index read_cues(const PointReader& points, Index i, Expression& to) {
  return CueReader(points).read_cues(i, to);
}

void read_cues_behind(const PointReader& points, Expression& to) {
  CueReader(points).read_behind(to);
}

}  // namespace plumbline::timeframe
