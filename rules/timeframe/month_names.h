// Names of months and weekdays, of ICU's locale data.
#pragma once

#include "rules/timeframe/lexicon.h"

#include <string>
#include <vector>

namespace plumbline::timeframe {

// Wide and abbreviated names, in both grammatical forms, of the locales ("ar", "ar_SY"); those in `capital` only
// where they are written so. Folded.
void add_month_names(const std::vector<std::string>& locales, const std::vector<std::string>& capital,
                     Lexicon& lexicon);

}  // namespace plumbline::timeframe
