// Numbers of telephones.
#include "rules/timeframe/phone_masks.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

constexpr std::string_view reason = "phone";

bool is_year(const Token& token) {
  return !token.is_grouped && token.digits == 4 && token.value >= 1500 && token.value < 2200;
}

// "Contratos en línea: mayo de 2019" names no telephone.
bool names_month(const Tokens& tokens, Index from, Index to) {
  for (Index at = from; at < std::min(to, tokens.size()); ++at)
    if (tokens.has(at, bit(Word::month))) return true;
  return false;
}

}  // namespace

Mask phone_in_groups(const Tokens& tokens, Index i) {
  const bool may_go_on = tokens.is_number(i + 1) || tokens.is_number(i + 2);
  if (!may_go_on || (i > 0 && tokens.is_number(i - 1))) return {};
  Index at = i, groups = 0;
  std::uint32_t digits = 0;
  bool all_years = true;
  while (tokens.is_number(at) && groups < 8) {
    digits += tokens[at].digits;
    all_years = all_years && is_year(tokens[at]);
    ++groups;
    ++at;
    if ((tokens.is_sign(at, '-') || tokens.is_sign(at, ')')) && tokens.is_number(at + 1)) ++at;
  }
  const bool is_phone = groups >= 3 && digits >= 9 && !all_years && tokens[i].digits != 1;
  return is_phone ? Mask{i, at, reason} : Mask{};
}

Mask phone_from(const Tokens& tokens, Index first, Index most) {
  Index at = first;
  const auto is_joint = [&] {
    return std::string_view("-()/+").find(tokens[at].sign) != std::string_view::npos &&
           tokens[at].kind == TokenKind::sign;
  };
  while (at < tokens.size() && at - first < most && (tokens.is_number(at) || is_joint()))
    ++at;
  return at > first ? Mask{first, at, reason} : Mask{};
}

Mask phone_behind_word(const Tokens& tokens, Index i) {
  constexpr Index reach = 4, most = 10;
  const auto word = tokens.match(i, Word::phone);
  if (!word || names_month(tokens, word.next, word.next + reach)) return {};
  for (Index at = word.next; at < word.next + reach && at < tokens.size(); ++at) {
    if (tokens.has(at, bit(Word::filler)) && tokens.is_number(at + 1)) continue;  // "composez le 2014-2015"
    if (tokens.has(at, any_of(Word::in, Word::by, Word::from, Word::before, Word::until))) return {};
    if (tokens.is_number(at)) return phone_from(tokens, at, most);
  }
  return {};
}

}  // namespace plumbline::timeframe
