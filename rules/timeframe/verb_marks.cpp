// Which words are verbs, and of which tense.
#include "rules/timeframe/verbs.h"

#include <algorithm>
#include <string_view>

namespace plumbline::timeframe {

namespace {

bool is_among(std::string_view word, const std::vector<std::string>& sorted) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

}  // namespace

Mark Verbs::read_mark(Index i) const {
  const Token& token = tokens_[i];
  if (token.kind != TokenKind::word && token.kind != TokenKind::han) return Mark::none;
  if (const auto match =
          tokens_.match(i, any_of(Word::future, Word::past, Word::present, Word::participle, Word::auxiliary))) {
    switch (match.word) {
      case Word::future:
        return Mark::future;
      case Word::past:  // "le pays a une ligne": no deed without its participle
        if (is_verbal_noun(i)) return Mark::none;
        return match.value == 0 || has_participle(match.next) ? Mark::past : Mark::present;
      case Word::present:
        return Mark::present;
      case Word::participle:
        return Mark::participle;
      default:
        return Mark::auxiliary;
    }
  }
  if (token.kind == TokenKind::han) return Mark::none;
  const Language& language = tokens_.language();
  const std::string_view word = tokens_.text(i);
  if (language.future_suffixes.end(word, 2) && !is_among(word, language.not_futures)) return Mark::future;
  if (token.is_capital && language.nouns_are_capital) return Mark::none;
  if (!language.not_past_prefixes.empty() && tells_of_past_in_clause(i)) return Mark::past;
  if (language.past_suffixes.end(word, 2) && !is_among(word, language.not_pasts)) return Mark::past;
  return looks_like_participle(i) ? Mark::participle : Mark::none;
}

// "نشر مؤشرات الخطة": at a sentence's beginning, three letters before a noun without its article are the publishing of
// it.
bool Verbs::is_verbal_noun(Index i) const {
  constexpr std::size_t most = 6;  // bytes
  const std::string& article = tokens_.language().article;
  if (article.empty() || tokens_.text(i).size() > most || (i > 0 && !ends_sentence(i - 1))) return false;
  constexpr WordSet joints = any_of(Word::in, Word::of, Word::from, Word::for_, Word::until, Word::since, Word::filler);
  return tokens_.is_word(i + 1) && !tokens_.has(i + 1, joints) && !tokens_.text(i + 1).starts_with(article);
}

// "التوصيات التي قدمتها اللجنة": right behind a relative pronoun, and not in the form of the present.
bool Verbs::tells_of_past_in_clause(Index i) const {
  const std::vector<std::string>& prefixes = tokens_.language().not_past_prefixes;
  if (i == 0 || tokens_[i].set != 0 || !tokens_.match(i - 1, Word::clause)) return false;
  const std::string_view word = tokens_.text(i);
  return std::none_of(prefixes.begin(), prefixes.end(),
                      [&](const std::string& prefix) { return word.starts_with(prefix); });
}

// "Das Amt bezieht 2022 ein Haus", "überprüft der Rat": a German participle without an ending closes its clause.
bool Verbs::is_finite(Index i) const {
  constexpr Index most = 12;
  constexpr WordSet auxiliaries = any_of(Word::future, Word::past, Word::auxiliary, Word::participle);
  if (tokens_.text(i).find("ge") <= 4 || i + 1 >= tokens_.size()) return false;
  if (tokens_[i + 1].kind == TokenKind::sign || tokens_.has(i + 1, auxiliaries | bit(Word::and_))) return false;
  // "der Bericht, veröffentlicht im Mai 2012, wird …": another verb is the sentence's
  if (i > 0 && tokens_.is_sign(i - 1, ','))
    for (Index at = i + 1; at <= i + most && at < tokens_.size() && !ends_sentence(at); ++at)
      if (tokens_.has(at, auxiliaries)) return false;
  for (Index n = 1; n <= most && n <= i && !ends_clause(i - n) && !ends_sentence(i - n); ++n)
    if (tokens_.has(i - n, auxiliaries)) return false;
  return true;
}

bool Verbs::looks_like_participle(Index i) const {
  const Language& language = tokens_.language();
  const std::string_view word = tokens_.text(i);
  if (!language.participle_suffixes.end(word, 3) || is_among(word, language.not_participles) ||
      language.not_participle_suffixes.end(word, 0))
    return false;
  if (!language.determiners.empty() && i > 0 &&
      (tokens_.is_sign(i - 1, '\'') || is_among(tokens_.text(i - 1), language.determiners)))
    return false;  // "centros de acogida", "negli ispettorati"
  if (language.nouns_are_capital && word.ends_with('t') && is_finite(i)) return false;
  // "die Länder berichten alle zwei Jahre": what describes a noun has it, or an adjective, behind
  if (language.nouns_are_capital && word.ends_with("ten") && !word.ends_with("eten") &&
      tokens_.has(i + 1, any_of(Word::every, Word::frequency, Word::vague, Word::ongoing, Word::adverb)))
    return false;
  const auto has = [&](const std::string& prefix) {
    const auto at = word.find(prefix);
    return at != word.npos && at <= 6;
  };
  return language.participle_prefixes.empty() ||
         std::any_of(language.participle_prefixes.begin(), language.participle_prefixes.end(), has);
}

// "завершена поставка"; not "должна быть завершена", "не завершена", nor in brackets or a relative clause.
bool Verbs::is_participle_that_tells(Index i) const {
  const Language& language = tokens_.language();
  if (tokens_[i].kind != TokenKind::word || !language.predicate_suffixes.end(tokens_.text(i), 0)) return false;
  constexpr Index auxiliary_most = 3;
  for (Index n = 1; n <= reach && n <= i; ++n) {
    const Index at = i - n;
    const Token& token = tokens_[at];
    if (ends_sentence(at) || token.sign == ')') return true;
    if (token.sign == '(' || tokens_.has(at, bit(Word::clause))) return false;
    if (n == 1 && tokens_.text(at) == language.negation) return false;
    if (n <= auxiliary_most && mark(at) == Mark::auxiliary) return false;
  }
  return true;
}

// Within the next words; where participles end the clause, within the sentence.
bool Verbs::has_participle(Index i) const {
  const Language& language = tokens_.language();
  const Index most = language.participle_follows ? reach : 4;
  for (Index at = i; at < tokens_.size() && at - i < most && !ends_sentence(at); ++at) {
    const Token& token = tokens_[at];
    if (token.kind != TokenKind::word || (token.is_capital && language.nouns_are_capital)) continue;
    if ((token.set & any_of(Word::participle, Word::auxiliary)) || looks_like_participle(at)) return true;
  }
  return false;
}

}  // namespace plumbline::timeframe
