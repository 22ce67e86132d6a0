// Numbers and dates of laws, treaties, decisions.
#include "rules/timeframe/law_masks.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

constexpr Index code_most = 12;  // tokens of the number of a law; bounds keep the work linear on any input

class LawReader {
 public:
  LawReader(const PointReader& points, const Verbs& verbs) : tokens_(points.tokens()), points_(points), verbs_(verbs) {}

  Mask instrument(Index i) const {
    const auto word = tokens_.match(i, any_of(Word::instrument, Word::number_mark));
    if (!word || word.value == cue_behind) return {};
    if (word.word == Word::number_mark) {
      const Index end = law_number(i);
      return end > i + 1 ? to_mask(i, law_date(end), "instrument-number") : Mask{};
    }
    // the law's subject may stand between: "Law on the Protection of Children No. 12 of 2008"
    constexpr Index subject_most = 12, close_most = 4;
    for (Index at = word.next; at < word.next + subject_most && at < tokens_.size(); ++at) {
      if (ends_subject(at)) return {};
      const bool is_close = at - word.next < close_most, is_next = at == word.next;
      if (tokens_.is_number(at) && is_close) return numbered(i, at, is_next);
      if (tokens_.match(at, Word::number_mark)) {
        const Index end = law_number(at);
        return end ? to_mask(i, law_date(end), "instrument-number") : Mask{};
      }
      if (is_close && tokens_.is_sign(at, '(') && is_year(at + 1) && tokens_.is_sign(at + 2, ')'))
        return to_mask(i, at + 3, "paren-year");
      if (is_close && tokens_.has(at, any_of(Word::of, Word::filler))) {
        if (is_applied_in(at, is_next)) return {};
        if (const Index end = behind_own_date(at)) return to_mask(i, law_date_and_number(end), "instrument-date");
      }
      if (leads_elsewhere(at)) return {};
    }
    return {};
  }

 private:
  // "Adoption of the Bill – Q2 2015", "El decreto se publicará el 3 de mayo"
  bool ends_subject(Index at) const {
    const Token& token = tokens_[at];
    if (token.set & any_of(Word::season, Word::part) && !tokens_.has(at, any_of(Word::filler, Word::of))) return true;
    return is_verb(at) || (tokens_.is_sign(at, '-') && tokens_.is_spaced(at) && tokens_.is_spaced(at + 1) &&
                           !tokens_.match(at + 1, Word::number_mark));
  }

  // "legge 3 agosto 1998, n. 269"; "Data Protection Act 2018"
  Mask numbered(Index i, Index at, bool is_next) const {
    const ReadPoint date = points_.read(at);
    if (date && date.point.day) return to_mask(i, law_date_and_number(date.next), "instrument-date");
    if (!is_next && is_year(at) && tokens_.has(at - 1, any_of(Word::in, Word::by, Word::from, Word::until, Word::for_)))
      return {};
    return to_mask(i, law_date(law_number(at)), "instrument-number");
  }

  // "the law of the year …"; Arabic "في": "the regulation applies in 2014", but "the law issued in 2009"
  bool is_applied_in(Index at, bool is_next) const {
    if (!tokens_.has(at, bit(Word::in))) return false;
    if (tokens_.has(at + 1, any_of(Word::year_word, Word::season))) return true;
    const Mark before = at > 0 ? verbs_.mark(at - 1) : Mark::none;
    return tokens_.has(at, bit(Word::of)) && is_next && before != Mark::participle && before != Mark::past;
  }

  // "of 13 May 2008", "of 2009": behind it, or 0.
  Index behind_own_date(Index at) const {
    const ReadPoint date = points_.read(points_.skip_fillers(at, 3));
    const bool is_own =
        date && !date.is_ordinal_unit && !date.point.is_relative && (date.point.day || date.point.is_bare_year());
    return is_own ? date.next : 0;
  }

  bool leads_elsewhere(Index at) const {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::sign && token.sign != '\'' && token.sign != '-' && token.sign != '"') return true;
    const bool is_clause = token.set & any_of(Word::future, Word::past, Word::clause, Word::auxiliary);
    if (!is_clause && !leads_to_time(at)) return false;
    const auto joint = tokens_.match(at, any_of(Word::filler, Word::of));
    const auto cue = tokens_.match(at, any_of(Word::by, Word::until, Word::before));  // "تعميم التجربة في أفق 2018"
    return !joint || cue.next > joint.next;
  }

  Mask to_mask(Index first, Index last, std::string_view reason) const {
    return {first, std::min(last, tokens_.size()), reason};
  }
  bool is_year(Index i) const { return points_.is_four_digit_year(i); }
  bool is_verb(Index i) const {
    const Mark mark = verbs_.mark(i);
    return mark == Mark::future || mark == Mark::past;
  }

  // Over the number of a law and what belongs to it, from a number or a mark on; 0 where there is none.
  Index law_number(Index at) const {
    bool has_mark = false;
    if (const auto mark = tokens_.match(at, Word::number_mark)) {
      at = mark.next, has_mark = true;
      while (at < tokens_.size() && (tokens_.is_sign(at, '.') || tokens_[at].sign == '\x01') && !tokens_.is_number(at))
        ++at;
    }
    const Index start = at;
    if (tokens_.is_word(at) && has_mark && tokens_.text(at).size() <= 4 && !tokens_.is_spaced(at + 1))
      ++at;  // "No. A/25"
    if (tokens_.is_sign(at, '/') || tokens_.is_sign(at, '-')) ++at;
    if (!tokens_.is_number(at)) return 0;
    ++at;
    while (at + 1 < tokens_.size() && at - start < code_most && !tokens_.is_spaced(at) && !tokens_.is_spaced(at + 1) &&
           (tokens_.is_sign(at, '/') || tokens_.is_sign(at, '-') || tokens_.is_sign(at, '.')) &&
           (tokens_.is_number(at + 1) || tokens_.is_word(at + 1)))
      at += 2;
    return at;
  }

  // "of 13 December 2011", "(2000)", "vom 12. März 2009", ", de 12 de março"
  Index law_date(Index at) const {
    if (tokens_.is_sign(at, '(') && is_year(at + 1) && tokens_.is_sign(at + 2, ')')) at += 3;
    const Index comma = tokens_.is_sign(at, ',') ? at + 1 : at;
    if (const auto joint = tokens_.match(comma, any_of(Word::of, Word::filler, Word::from, Word::since))) {
      const ReadPoint date = points_.read(points_.skip_fillers(joint.next, 2));
      if (date && !date.is_ordinal_unit && !date.point.is_relative && (date.point.day || date.point.is_bare_year()))
        return date.next;
    }
    return at;
  }

  Index law_date_and_number(Index at) const {
    const Index comma = tokens_.is_sign(at, ',') ? at + 1 : at;
    if (tokens_.match(comma, Word::number_mark))
      if (const Index end = law_number(comma)) return end;
    return at;
  }

  // "по 30 мая", not "по боеприпасам".
  bool leads_to_time(Index i) const {
    const auto cue = tokens_.match(i, any_of(Word::in, Word::by, Word::before, Word::until));
    return cue && (tokens_.is_number(cue.next) || tokens_.is_sign(cue.next, '\'') ||
                   tokens_.has(cue.next, any_of(Word::month, Word::year_word, Word::season, Word::part, Word::relative,
                                                Word::ordinal, Word::cardinal, Word::unit, Word::filler)));
  }

  const Tokens& tokens_;
  const PointReader& points_;
  const Verbs& verbs_;
};

}  // namespace

Mask find_law(const PointReader& points, const Verbs& verbs, Index i) {
  return LawReader(points, verbs).instrument(i);
}

}  // namespace plumbline::timeframe
