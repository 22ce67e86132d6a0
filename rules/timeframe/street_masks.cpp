// Numbers of houses, and dates that streets are named for.
#include "rules/timeframe/street_masks.h"

namespace plumbline::timeframe {

namespace {

constexpr WordSet time_words = any_of(Word::in, Word::by, Word::until, Word::before, Word::from);
constexpr std::string_view reason = "address";

class StreetReader {
 public:
  StreetReader(const Tokens& tokens, const Verbs& verbs) : tokens_(tokens), verbs_(verbs) {}

  Mask street(Index i) const {
    const auto word = tokens_.match(i, Word::numbered);
    if (!word || word.value != numbered_street) return {};
    if (const Index first = number_before(i); first < i && (tokens_[i].is_capital || is_name(word.next)))
      return {first, word.next, reason};  // "2024 Harbour Road", "2014 rue Victor Hugo"
    const Index last = behind_number(word.next);
    return last ? Mask{i, last, reason} : Mask{};
  }

 private:
  bool is_name(Index at) const { return tokens_.is_word(at) && tokens_[at].is_capital; }
  bool is_number(Index at) const { return tokens_.is_number(at) && !tokens_[at].is_grouped; }

  // In front of the street's name; `i` where there is none.
  Index number_before(Index i) const {
    constexpr Index most = 3;
    Index first = i;
    while (first > 0 && i - first < most && is_name(first - 1) && !tokens_.has(first - 1, time_words))
      --first;
    return first > 0 && is_number(first - 1) ? first - 1 : i;
  }

  // Behind "Victor Hugo 2024", "des 17. Juni 135", "25 de Abril"; 0: no number. Not "nel corso del 2014", without name.
  Index behind_number(Index behind) const {
    constexpr Index most = 6;
    Index last = 0;
    bool has_name = is_number(behind);
    for (Index at = behind; at < tokens_.size() && at - behind < most; ++at) {
      has_name = has_name || is_name(at);
      if (is_number(at))
        last = has_name ? at + 1 : last;
      else if (!is_name(at) && !tokens_.is_sign(at, '.') && !tokens_.has(at, any_of(Word::of, Word::filler)))
        break;
      const Mark mark = verbs_.mark(at);
      if (tokens_.has(at, time_words) || mark == Mark::future || mark == Mark::past) break;
    }
    return last;
  }

  const Tokens& tokens_;
  const Verbs& verbs_;
};

}  // namespace

Mask find_street(const Tokens& tokens, const Verbs& verbs, Index i) {
  return StreetReader(tokens, verbs).street(i);
}

}  // namespace plumbline::timeframe
