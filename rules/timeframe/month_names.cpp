// Names of months and weekdays, of ICU's locale data.
#include "rules/timeframe/month_names.h"

#include "rules/timeframe/fold.h"

#include <unicode/dtfmtsym.h>

#include <algorithm>

namespace plumbline::timeframe {

namespace {

using Symbols = icu::DateFormatSymbols;

void add_names(const icu::UnicodeString* names, std::int32_t count, Word word, const std::vector<std::string>& capital,
               Lexicon& lexicon) {
  for (std::int32_t i = 0; i < count; ++i) {
    std::string name;
    names[i].toUTF8String(name);
    name = fold_word(name);
    while (name.ends_with('.'))
      name.pop_back();
    // "1月" is a number and a unit; a letter or two stand for too many things.
    const bool is_number = !name.empty() && name[0] >= '0' && name[0] <= '9';
    if (name.size() < 3 || is_number) continue;
    const bool needs_capital = std::find(capital.begin(), capital.end(), name) != capital.end();
    lexicon.add(name, {word, word == Word::month ? i + 1 : i, needs_capital});
  }
}

}  // namespace

void add_month_names(const std::vector<std::string>& locales, const std::vector<std::string>& capital,
                     Lexicon& lexicon) {
  for (const std::string& locale : locales) {
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(icu::Locale(locale.c_str()), status);
    if (U_FAILURE(status)) continue;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE})
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
        std::int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        add_names(months, std::min(count, 12), Word::month, capital, lexicon);
        const icu::UnicodeString* days = symbols.getWeekdays(count, context, width);
        add_names(days, count, Word::weekday, capital, lexicon);
      }
  }
}

}  // namespace plumbline::timeframe
