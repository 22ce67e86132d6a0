// Years that money is set aside for, and amounts a year.
#include "rules/timeframe/claims.h"

namespace plumbline::timeframe {

// "For 2015, 3 million is set aside": a year with its amount, and no promise between.
bool Claims::is_allotted(const Expression& e) const {
  constexpr Index most = 7;
  if (!(e.from.is_fiscal || e.from.is_bare_year()) || e.form != Form::point || !e.says(Word::for_) ||
      (e.cues & (time_cues & ~any_of(Word::for_, Word::in, Word::within))))
    return false;
  for (Index at = e.last; at < tokens_.size() && at < e.last + most; ++at) {
    if (verbs_.ends_sentence(at) || verbs_.mark(at) == Mark::future) return false;
    if (tokens_.is_number(at) && tokens_.match(at + 1, Word::money) && !tokens_.is_sign(at + 1, '%')) return true;
  }
  return false;
}

// "EUR 3.2 million for FY2018": right behind an amount.
bool Claims::is_for_amount(const Expression& e) const {
  constexpr Index most = 3;
  if (!e.says(Word::for_) || (e.cues & (time_cues & ~any_of(Word::for_, Word::in, Word::within)))) return false;
  bool has_money = false;
  for (Index n = 1; n <= most && n <= e.first; ++n) {
    const Index at = e.first - n;
    if (tokens_.is_number(at)) return has_money || (at > 0 && tokens_.has(at - 1, bit(Word::money)));
    if (!tokens_.has(at, bit(Word::money)) && !tokens_.has(at, bit(Word::of))) return false;
    has_money = has_money || tokens_.has(at, bit(Word::money));
  }
  return false;
}

// "In 2014 the budget will be doubled", "2014 wird der Haushalt verdoppelt": money is what the promise is about.
bool Claims::is_promised_behind(const Expression& e) const {
  constexpr Index most = 12;
  if (e.has_article && !e.has_year_word) return false;  // "in the 2014 budget"
  if (!e.says_when() && verbs_.mark(e.last) != Mark::future) return false;
  for (Index at = e.last; at < tokens_.size() && at < e.last + most; ++at) {
    if (verbs_.mark(at) == Mark::future) return true;
    if (verbs_.ends_sentence(at) || verbs_.ends_clause(at)) return false;
  }
  return false;
}

// "the 2014 budget", "the budget for 2016", "for 2015, 3 million"
bool Claims::is_of_money(const Expression& e) const {
  if (!tokens_.hold(any_of(Word::money, Word::money_noun))) return false;
  if (is_allotted(e) || is_for_amount(e)) return true;
  if (e.says(Word::for_) && near(e.first, e.first, bit(Word::money_noun), 1, 0)) return true;
  if (!e.from.is_fiscal && !e.from.is_bare_year()) return false;
  // "the 2014 national budget", "in 2014 prices"; not "in 2014 with a budget of …"
  const bool may_stand_alone = tokens_.language().nouns_are_capital;  // "werden 2014 mit einem Haushalt …"
  const bool is_attribute = (e.has_article && !e.has_year_word) || (!e.says_when() && !may_stand_alone);
  if (!tokens_.is_sign(e.last, ',') && near(e.last, e.last, bit(Word::money_noun), 0, is_attribute ? 3 : 1) &&
      !is_promised_behind(e))
    return true;
  const bool is_years = e.form == Form::point || e.form == Form::range;
  return is_years && !(e.cues & time_cues) && governs_before(e.first, bit(Word::money_noun), 4);
}

// "an exchange of 300 pupils a year", "raised to 300 places a year"; not "up to 300 pupils each year"
bool Claims::is_count_of(const Expression& e) const {
  constexpr Index most = 3;
  const bool is_per_unit = e.unit > 0 || tokens_.match(e.core_first, Word::frequency);  // "à 15 heures chaque mardi"
  for (Index n = 1; n <= most + 1 && n + 1 <= e.first; ++n) {
    const Index at = e.first - n;
    if (tokens_.is_number(at)) {
      if (n == 1 || !is_figure(at)) return false;
      const bool is_of = tokens_.has(at - 1, bit(Word::of)) && !tokens_.has(at - 1, time_cues);
      const auto limit = tokens_.match_before(at, any_of(Word::until, Word::by));
      const bool is_most = limit && limit.next < at;
      return is_of || (is_per_unit && tokens_.has(at - 1, bit(Word::to)) && !is_most);
    }
    if (!tokens_.is_word(at) || verbs_.mark(at) != Mark::none) return false;
  }
  return false;
}

// Not a year: "С 2014 года ежегодно".
bool Claims::is_figure(Index at) const {
  constexpr int year_digits = 4;
  if (tokens_.is_number(at)) return tokens_[at].digits < year_digits || tokens_[at].is_grouped;
  return tokens_.has(at, bit(Word::cardinal));
}

// "fifteen hours", in front of `behind`; not "for two hours", "every two weeks".
bool Claims::is_amount_of_time(Index behind) const {
  constexpr Index most = 4;
  constexpr WordSet others = any_of(Word::every, Word::for_, Word::within, Word::ordinal, Word::relative);
  const auto unit = tokens_.match_before(behind, any_of(Word::unit, Word::lasting));
  if (!unit || (unit.word == Word::lasting && unit.value != lasting_hour)) return false;
  const Index end = unit.next - 1;
  Index first = end;
  while (first > 0 && end - first < most && is_figure(first - 1))
    --first;
  if (first == end) return false;
  return first == 0 || tokens_.has(first - 1, bit(Word::to)) || !tokens_.has(first - 1, others);
}

// "raised to fifteen hours a week", "ten hours of respite care a month", "auf wöchentlich 38 Stunden"
bool Claims::is_time_per_unit(const Expression& e) const {
  constexpr Index number_most = 4, noun_most = 4;
  const bool is_per = e.count <= 1 && (e.unit > 0 || tokens_.match(e.core_first, Word::frequency));
  if (!is_per || is_figure(e.core_first) || tokens_.has(e.core_first, bit(Word::times))) return false;
  if (is_amount_of_time(e.first)) return true;
  for (Index n = 1; n <= noun_most && n < e.first && verbs_.mark(e.first - n) == Mark::none; ++n) {
    const Index of = e.first - n;
    if (tokens_[of].kind == TokenKind::sign && tokens_[of].sign != '\'') break;
    const bool is_hours = tokens_.match_before(of, bit(Word::lasting)).value == lasting_hour;
    if (tokens_.has(of, bit(Word::of)) && is_hours && is_amount_of_time(of)) return true;
  }
  bool is_led = e.first > 0 && tokens_.has(e.first - 1, any_of(Word::to, Word::of));
  for (Index at = e.first; at < e.core_first; ++at)
    is_led = is_led || tokens_.has(at, bit(Word::to));  // "延长至每周15小时"
  Index behind = e.last;
  while (behind - e.last < number_most && is_figure(behind))
    ++behind;
  if (!is_led || behind == e.last || behind >= tokens_.size()) return false;
  return tokens_[behind].kind == TokenKind::han || tokens_.match(behind, Word::unit) ||
         tokens_.match(behind, Word::lasting).value == lasting_hour;
}

// "a grant of 500 euros a year", "Zuschuss von jährlich 500 Euro", "每年500元的补助": how much, not how often.
bool Claims::is_rate(const Expression& e) const {
  if (!tokens_.language().adjective_follows && tokens_.match(e.last, Word::money_noun)) return true;  // "a monthly fee"
  if (is_time_per_unit(e) || is_count_of(e)) return true;
  constexpr Index most = 5;  // of an amount: "EUR 1.5 million", "2 millions d'euros"
  const auto leads_to_amount = [&](Index at) {
    return tokens_.has(at, any_of(Word::of, Word::to, Word::filler, Word::money_noun));
  };
  const auto is_amount = [&](Index from, Index to) {
    bool number = false, money = false;
    for (Index at = from; at < to; ++at)
      number = number || tokens_.is_number(at), money = money || tokens_.has(at, bit(Word::money));
    return number && money;
  };
  const auto is_part_of_amount = [&](Index at) { return tokens_.is_number(at) || tokens_.has(at, bit(Word::money)); };
  Index first = e.first;
  while (first > 0 && e.first - first < most) {
    if (is_part_of_amount(first - 1)) {
      --first;
      continue;
    }
    const Index of = first < e.first ? tokens_.match_before(first, bit(Word::of)).next : 0;  // "millions d'euros"
    if (of < 2 || !is_part_of_amount(of - 2)) break;
    first = of - 1;
  }
  const bool has_lead = leads_to_amount(e.last) && !is_part_of_amount(e.last);  // "منحة شهرية بمبلغ 300 دينار"
  const Index behind = e.last + has_lead;
  Index last = behind;
  while (last < tokens_.size() && last - behind < most && is_part_of_amount(last))
    ++last;
  const bool is_behind = is_amount(behind, last);
  if (!is_behind && !is_amount(first, e.first)) return false;
  if ((is_behind && has_lead) || (first > 0 && leads_to_amount(first - 1))) return true;
  return last < tokens_.size() && tokens_[last].kind == TokenKind::han &&
         tokens_.text(last) == tokens_.language().attribute_mark;
}

}  // namespace plumbline::timeframe
