// The names of the kinds of words, as tables of languages use them.
#include "rules/timeframe/words.h"

namespace plumbline::timeframe {

namespace {

constexpr std::array<std::string_view, word_kinds> names = {
    "month",        "weekday",     "season",     "unit",        "cardinal",  "ordinal",    "part",      "relative",
    "quarter_mark", "half_mark",   "year_word",  "fiscal",      "school",    "period",     "era",       "decade_mark",
    "filler",       "to",          "and",        "between",     "by",        "before",     "until",     "in",
    "from",         "since",       "after",      "of",          "for",       "under",      "within",    "hence",
    "ago",          "anchor",      "label",      "every",       "times",     "per",        "frequency", "vague",
    "ongoing",      "placeholder", "instrument", "number_mark", "numbered",  "standard",   "agenda",    "money",
    "money_noun",   "event",       "milestone",  "document",    "content",   "baseline",   "lasting",   "phone",
    "statistic",    "future",      "past",       "present",     "auxiliary", "participle", "adverb",    "clause"};
static_assert(!names.back().empty());

}  // namespace

std::string_view name_of(Word word) {
  return names[static_cast<std::size_t>(word)];
}

std::optional<Word> word_named(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<Word>(i);
  return {};
}

}  // namespace plumbline::timeframe
