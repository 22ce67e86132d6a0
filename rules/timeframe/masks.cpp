// What looks like a date by its digits and is none.
#include "rules/timeframe/masks.h"

#include "rules/timeframe/expressions.h"
#include "rules/timeframe/law_masks.h"
#include "rules/timeframe/phone_masks.h"
#include "rules/timeframe/points.h"
#include "rules/timeframe/street_masks.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

// Tokens. Bounds keep the work linear on any input.
constexpr Index title_most = 40;  // longer quotes are speech, not titles
constexpr Index run_most = 60;    // written without blanks
constexpr Index code_most = 12;   // of the number of a law
constexpr WordSet bearers =
    any_of(Word::instrument, Word::number_mark, Word::numbered, Word::standard, Word::agenda, Word::money, Word::phone);
constexpr WordSet time_words = any_of(Word::in, Word::by, Word::until, Word::before, Word::from);

class Masker {
 public:
  Masker(const Tokens& tokens, const Verbs& verbs) : tokens_(tokens), points_(tokens), verbs_(verbs) {}

  std::vector<Mask> run() {
    for (Index i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.kind == TokenKind::word) {
        if (!token.is_glued && !tokens_.is_spaced(i + 1)) glued_run(i);
      } else if (token.kind == TokenKind::number) {
        at_number(i);
      } else if (token.kind == TokenKind::sign) {
        at_sign(i);
      }
      if (!(token.set & bearers)) continue;
      if (token.set & any_of(Word::instrument, Word::number_mark)) add(find_law(points_, verbs_, i));
      if (token.set & bit(Word::numbered)) numbered(i);
      if (token.set & bit(Word::standard)) standard(i);
      if (token.set & bit(Word::agenda)) agenda(i);
      if (token.set & bit(Word::money)) money_before(i);
      if (token.set & bit(Word::phone)) add(phone_behind_word(tokens_, i));
    }
    if (masks_.size() > 1)
      std::stable_sort(masks_.begin(), masks_.end(), [](const Mask& a, const Mask& b) { return a.first < b.first; });
    return std::move(masks_);
  }

 private:
  void mask(Index first, Index last, std::string_view reason) {
    masks_.push_back({first, std::min(last, tokens_.size()), reason});
  }
  void add(const Mask& found) {
    if (found.last) masks_.push_back(found);
  }
  bool is_plain_number(Index i) const { return tokens_.is_number(i) && !tokens_[i].is_grouped; }
  bool is_year(Index i) const {
    return is_plain_number(i) && tokens_[i].digits == 4 && tokens_[i].value >= 1500 && tokens_[i].value < 2200;
  }

  bool is_verb(Index i) const {
    const Mark mark = verbs_.mark(i);
    return mark == Mark::future || mark == Mark::past;
  }

  void at_sign(Index i) {
    const char sign = tokens_[i].sign;
    if (sign != '\x01' && sign != '"' && sign != '@' && sign != '+') return;
    const std::string_view text = tokens_.text(i);
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"《", "》"},
                                      {"«", "»"},
                                      {"「", "」"},
                                      {"『", "』"},
                                      {"\"", "\""},
                                      {"〈", "〉"}})
      if (text == open && i >= quote_end_) quote(i, close);
    if (text == "〔" && is_plain_number(i + 1)) {
      Index last = i + 3;
      while (last < tokens_.size() && last - i < code_most &&
             (tokens_.is_number(last) || tokens_.match(last, Word::numbered)))
        ++last;
      Index first = i;
      while (first > 0 && tokens_[first - 1].kind == TokenKind::han && i - first < 6)
        --first;
      mask(first, last, "instrument-number");
    }
    if (text == "@" && i > 0) mask(i - 1, end_of_glued(i), "address");
    if (text == "+" && is_plain_number(i + 1) && tokens_.is_spaced(i)) add(phone_from(tokens_, i + 1, 8));
  }

  void quote(Index open, std::string_view close) {
    if (const auto plan = tokens_.match(open, Word::period); plan && plan.value > 0) return;  // “十二五”期间
    for (Index i = open + 1; i < tokens_.size() && i - open <= title_most; ++i) {
      if (tokens_.text(i) != close) continue;
      quote_end_ = i + 1;
      // words in quotes that are all there is are the text itself
      if (i - open + 3 < tokens_.size()) mask(open, i + 1, "title");
      return;
    }
  }

  Index end_of_glued(Index i) const {
    Index end = i + 1;
    while (end < tokens_.size() && end - i < run_most && !tokens_.is_spaced(end))
      ++end;
    return end;
  }

  // A/HRC/25/2013, CM/Rec(2009)10, http://…/2014/
  void glued_run(Index i) {
    if (i + 2 >= tokens_.size()) return;
    const Index end = end_of_glued(i);
    if (end - i < 3) return;
    const std::string_view first = tokens_.text(i);
    if (first == "http" || first == "https" || first == "www" || first == "ftp") {
      mask(i, end, "address");
      return;
    }
    if (tokens_[i].set & any_of(Word::month, Word::quarter_mark, Word::half_mark, Word::fiscal, Word::season)) return;
    int slashes = 0, words = 0, numbers = 0, brackets = 0;
    bool has_address_dot = false;
    for (Index n = i; n < end; ++n) {
      slashes += tokens_.is_sign(n, '/');
      brackets += tokens_.is_sign(n, '(');
      words += tokens_[n].kind == TokenKind::word;
      numbers += tokens_.is_number(n);
      has_address_dot =
          has_address_dot || (n + 1 < end && tokens_.is_sign(n, '.') && tokens_[n + 1].kind == TokenKind::word);
    }
    const bool is_symbol =
        tokens_[i].is_capital && numbers > 0 && slashes > 0 && (slashes > 1 || brackets > 0) && words > 0;
    if (is_symbol) mask(i, end, "document-symbol");
    if (has_address_dot && slashes > 0 && numbers > 0) mask(i, end, "address");
  }

  void at_number(Index i) {
    const Token& token = tokens_[i];
    if (token.is_grouped) return;
    if (!tokens_.is_spaced(i) && i > 0 && (tokens_.is_sign(i - 1, '/') || tokens_.is_sign(i - 1, '.')) && i > 1 &&
        tokens_.is_number(i - 2))
      return;
    // 2011/93/EU, 45/2009, 27001:2005, 1325 (2000), 2014 %
    Index next = i + 1;
    if (tokens_.is_sign(next, ':') && !tokens_.is_spaced(next) && is_year(next + 1) && !tokens_.is_spaced(next + 1)) {
      mask(i, next + 2, "standard-number");
    } else if (tokens_.is_sign(next, '/') && !tokens_.is_spaced(next) && is_plain_number(next + 1)) {
      const Token& second = tokens_[next + 1];
      const bool goes_on = tokens_.is_sign(next + 2, '/') && !tokens_.is_spaced(next + 2) && tokens_.is_word(next + 3);
      const bool is_month_name = goes_on && tokens_.has(next + 3, any_of(Word::month, Word::fiscal));
      const bool is_week = i > 0 && tokens_.match(i - 1, Word::unit).value == unit_week;  // "KW 48/2017"
      const bool is_number_of_year =
          !is_week && is_year(next + 1) && !is_year(i) && (token.value > 12 || token.value == 0);
      const bool is_year_number = is_year(i) && second.digits <= 4 && second.value > 12 && !is_year(next + 1) &&
                                  second.value != (token.value + 1) % 100 &&
                                  !(second.digits == 2 && second.value > token.value % 100);
      if ((goes_on && !is_month_name) || is_number_of_year || is_year_number)
        mask(i, goes_on ? end_of_glued(next + 2) : next + 2, "instrument-number");
    } else if (tokens_.is_sign(next, '(') && is_year(next + 1) && tokens_.is_sign(next + 2, ')') && token.digits >= 3 &&
               token.digits <= 4) {
      mask(i, next + 3, "instrument-number");
    } else if (tokens_.is_sign(next, '%') || tokens_.match(next, Word::money) || counts_what_follows(next) ||
               is_rough_number(i)) {
      mask(i, next + 1, "quantity");
    }
    // behind: 第45号, 2014页
    Index behind = i + 1;
    if (tokens_.is_sign(behind, '(') && is_year(behind + 1)) behind += 3;
    while (behind < tokens_.size() && behind - i < code_most &&
           (tokens_.is_sign(behind, '/') || tokens_.is_sign(behind, '-')) && tokens_.is_number(behind + 1))
      behind += 2;
    if (const auto word = tokens_.match(behind, any_of(Word::numbered, Word::instrument)); word && word.value == 1)
      mask(i, word.next, word.word == Word::numbered ? "numbered-place" : "instrument-number");
    add(phone_in_groups(tokens_, i));
  }

  // "2035户"
  bool counts_what_follows(Index next) const {
    return next < tokens_.size() && tokens_[next].kind == TokenKind::han && tokens_[next].set == 0 &&
           !tokens_.is_spaced(next);
  }

  // "about 2014 new flats", "rund 2014 neue Wohnungen"; not "about 2014 the flats", "around 2014 work will begin"
  bool is_rough_number(Index i) const {
    constexpr Index noun_most = 2;
    constexpr WordSet others =
        time_cues | any_of(Word::to, Word::and_, Word::of, Word::under, Word::filler, Word::month, Word::year_word,
                           Word::era, Word::fiscal, Word::school, Word::clause, Word::ongoing, Word::vague);
    if (!is_year(i) || tokens_.match_before(i, bit(Word::adverb)).value != adverb_about) return false;
    const Language& language = tokens_.language();
    for (Index at = i + 1; at <= i + noun_most && tokens_.is_word(at) && !tokens_.has(at, others); ++at) {
      const Mark mark = verbs_.mark(at);
      if (mark != Mark::none && mark != Mark::participle) return false;
      if (language.nouns_are_capital
              ? tokens_[at].is_capital
              : language.plural_suffixes.empty() || language.plural_suffixes.end(tokens_.text(at), 2))
        return true;
    }
    return false;
  }

  bool has_article(Index i) const {  // "das", not "des"
    return i > 0 && tokens_.has(i - 1, bit(Word::filler)) && !tokens_.has(i - 1, bit(Word::of));
  }

  void numbered(Index i) {
    const auto word = tokens_.match(i, Word::numbered);
    if (!word || word.value == cue_behind) return;
    if (word.value == numbered_street) return add(find_street(tokens_, verbs_, i));
    Index at = word.next;
    if (tokens_.is_sign(at, '.') && !tokens_.is_spaced(at)) ++at;
    if (const auto mark = tokens_.match(at, Word::number_mark)) at = mark.next;
    if (tokens_.is_sign(at, '.')) ++at;
    at = points_.skip_fillers(at, 1);
    if (!tokens_.is_number(at)) return;
    // "wird das Gebäude 2014 sanieren": what has its article has no number
    if (tokens_.language().year_needs_no_cue && is_year(at) && has_article(i)) return;
    ++at;
    while (at + 1 < tokens_.size() && at - i < code_most &&
           (tokens_.is_sign(at, '-') || tokens_.is_sign(at, '.') || tokens_.is_sign(at, '/')) &&
           tokens_.is_number(at + 1) && !tokens_.is_spaced(at))
      at += 2;
    mask(i, at, "numbered-place");
  }

  void standard(Index i) {
    const auto word = tokens_.match(i, Word::standard);
    if (!word) return;
    if (tokens_.has(i, bit(Word::in))) {  // "En 2014", "En el año 2014", "En juin 2014"; but "EN 15267", "EN ISO 2014"
      const bool is_norm =
          tokens_.is_number(word.next) ? !is_year(word.next) : tokens_.has(word.next, bit(Word::standard));
      if (!is_norm) return;
    }
    Index at = word.next;
    for (int n = 0; n < 6 && at < tokens_.size() && !tokens_.is_number(at); ++n) {
      if (!tokens_.is_word(at) && !tokens_.is_sign(at, '/') && !tokens_.is_sign(at, '-')) return;
      if (tokens_.is_word(at) && !tokens_.match(at, Word::standard) && tokens_.text(at).size() > 4) return;
      if (tokens_.match(at, Word::month)) return;  // "En mars 2014"
      ++at;
    }
    if (!tokens_.is_number(at)) return;
    ++at;
    while (at + 1 < tokens_.size() && at - i < code_most && !tokens_.is_spaced(at) &&
           (tokens_.is_sign(at, ':') || tokens_.is_sign(at, '-') || tokens_.is_sign(at, '.') ||
            tokens_.is_sign(at, '/')) &&
           tokens_.is_number(at + 1))
      at += 2;
    mask(i, at, "standard-number");
  }

  void agenda(Index i) {
    const auto word = tokens_.match(i, Word::agenda);
    if (!word || tokens_.match_before(word.next, bit(Word::by)).next) return;  // "في أفق": by
    // "the 2030 Agenda", "2030年议程"
    Index before = i;
    for (int n = 0; n < 2 && before > 0; ++n) {
      --before;
      if (is_year(before)) return mask(before, word.next, "named-agenda");
      if (tokens_[before].kind != TokenKind::han || !tokens_.has(before, bit(Word::year_word))) break;
    }
    // "Agenda 2030", "Programme de développement durable à l'horizon 2030"
    Index at = word.next;
    for (int n = 0; n < 7 && at < tokens_.size(); ++n, ++at) {
      const bool is_range = (tokens_.is_sign(at + 1, '-') || tokens_.is_sign(at + 1, '/')) && tokens_.is_number(at + 2);
      if (is_verb(at) || (is_range && is_year(at))) return;  // a plan's own period
      if (is_year(at)) return mask(i, at + 1, "named-agenda");
      if (tokens_[at].kind == TokenKind::sign && tokens_[at].sign != '\'' && tokens_[at].sign != '-') return;
      if (tokens_.has(at, any_of(Word::future, Word::past, Word::auxiliary, Word::clause, Word::and_))) return;
      const WordSet joints = any_of(Word::of, Word::for_, Word::filler);
      if (tokens_.has(at, time_words) &&
          (!tokens_.has(at, joints) || tokens_.match(at, time_words).next > tokens_.match(at, joints).next))
        return;
    }
  }

  void money_before(Index i) {
    const auto word = tokens_.match(i, Word::money);
    if (word && tokens_.is_number(word.next)) mask(i, word.next + 1, "money");
  }

  const Tokens& tokens_;
  PointReader points_;
  const Verbs& verbs_;
  std::vector<Mask> masks_;
  Index quote_end_ = 0;
};

}  // namespace

std::vector<Mask> find_masks(const Tokens& tokens, const Verbs& verbs) {
  return Masker(tokens, verbs).run();
}

}  // namespace plumbline::timeframe
