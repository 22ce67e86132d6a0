// Names that stand for values in a language's table.
#include "rules/timeframe/value_names.h"

#include <algorithm>
#include <iterator>

namespace plumbline::timeframe {

namespace {

struct Named {
  Word word;
  std::string_view name;
  int value;
};

constexpr Named names[] = {{Word::unit, "day", unit_day},
                           {Word::unit, "week", unit_week},
                           {Word::unit, "month", unit_month},
                           {Word::unit, "quarter", unit_quarter},
                           {Word::unit, "half", unit_half},
                           {Word::unit, "year", unit_year},
                           {Word::unit, "decade", unit_decade},
                           {Word::unit, "fortnight", unit_fortnight},
                           {Word::part, "early", part_early},
                           {Word::part, "mid", part_mid},
                           {Word::part, "late", part_late},
                           {Word::part, "end", part_end},
                           {Word::part, "first_half", part_first_half},
                           {Word::part, "second_half", part_second_half},
                           {Word::part, "course", part_course},
                           {Word::part, "year_start", part_of_year + part_early},
                           {Word::part, "year_mid", part_of_year + part_mid},
                           {Word::part, "year_end", part_of_year + part_end},
                           {Word::part, "year_course", part_of_year + part_course},
                           {Word::relative, "last", relative_last},
                           {Word::relative, "this", relative_this},
                           {Word::relative, "next", relative_next},
                           {Word::season, "spring", 1},
                           {Word::season, "summer", 2},
                           {Word::season, "autumn", 3},
                           {Word::season, "winter", 4},
                           {Word::era, "hijri", 1},
                           {Word::era, "buddhist", 2},
                           {Word::era, "minguo", 3},
                           {Word::by, "behind", cue_behind},
                           {Word::by, "either", cue_either},
                           {Word::before, "behind", cue_behind},
                           {Word::before, "either", cue_either},
                           {Word::until, "behind", cue_behind},
                           {Word::until, "either", cue_either},
                           {Word::in, "behind", cue_behind},
                           {Word::in, "either", cue_either},
                           {Word::from, "behind", cue_behind},
                           {Word::from, "either", cue_either},
                           {Word::since, "behind", cue_behind},
                           {Word::since, "either", cue_either},
                           {Word::after, "behind", cue_behind},
                           {Word::after, "either", cue_either},
                           {Word::within, "behind", cue_behind},
                           {Word::within, "either", cue_either},
                           {Word::hence, "behind", cue_behind},
                           {Word::hence, "either", cue_either},
                           {Word::ago, "behind", cue_behind},
                           {Word::ago, "either", cue_either},
                           {Word::anchor, "behind", cue_behind},
                           {Word::anchor, "either", cue_either},
                           {Word::instrument, "behind", cue_behind},
                           {Word::instrument, "either", cue_either},
                           {Word::numbered, "behind", cue_behind},
                           {Word::numbered, "street", numbered_street},
                           {Word::decade_mark, "before", 1},
                           {Word::to, "amount", to_amount},
                           {Word::content, "span", content_span},
                           {Word::content, "aim", content_aim},
                           {Word::content, "goal", content_goal},
                           {Word::content, "reach", content_reach},
                           {Word::content, "validity", content_validity},
                           {Word::content, "contract", content_contract},
                           {Word::content, "back", content_back},
                           {Word::adverb, "about", adverb_about},
                           {Word::future, "weak", 1},
                           {Word::past, "auxiliary", 1},
                           {Word::vague, "condition", vague_condition},
                           {Word::vague, "means", vague_means},
                           {Word::vague, "adjective", describing_adjective},
                           {Word::vague, "attribute", describing_attribute},
                           {Word::ongoing, "now", ongoing_now},
                           {Word::ongoing, "auxiliary", ongoing_auxiliary},
                           {Word::ongoing, "linking", ongoing_linking},
                           {Word::ongoing, "start", ongoing_start},
                           {Word::ongoing, "adjective", describing_adjective},
                           {Word::ongoing, "attribute", describing_attribute},
                           {Word::lasting, "noun", lasting_noun},
                           {Word::lasting, "duty", lasting_duty},
                           {Word::lasting, "case", lasting_case},
                           {Word::lasting, "modal", lasting_modal},
                           {Word::lasting, "hour", lasting_hour},
                           {Word::lasting, "answer", lasting_answer},
                           {Word::lasting, "appeal", lasting_appeal}};

}  // namespace

bool has_value_names(Word word) {
  return std::any_of(std::begin(names), std::end(names), [&](const Named& known) { return known.word == word; });
}

std::optional<int> value_named(Word word, std::string_view name) {
  for (const Named& known : names)
    if (known.word == word && known.name == name) return known.value;
  return {};
}

std::string list_of_value_names(Word word) {
  std::string list;
  for (const Named& known : names)
    if (known.word == word) list += (list.empty() ? "" : " ") + std::string(known.name);
  return list;
}

bool needs_value(Word word) {
  return word == Word::month || word == Word::cardinal || word == Word::ordinal || word == Word::unit ||
         word == Word::part || word == Word::relative || word == Word::season || word == Word::era;
}

}  // namespace plumbline::timeframe
