// What looks like a date by its digits and is none: numbers of laws, pages and telephones, document symbols,
// standards, named agendas, money, addresses, titles.
#pragma once

#include "rules/timeframe/verbs.h"

#include <string_view>
#include <vector>

namespace plumbline::timeframe {

struct Mask {
  Index first = 0, last = 0;  // tokens [first, last)
  std::string_view reason;    // "instrument-number", …; lives for ever
};

// In order of their first token; they may overlap.
std::vector<Mask> find_masks(const Tokens& tokens, const Verbs& verbs);

}  // namespace plumbline::timeframe
