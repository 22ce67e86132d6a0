// The words that tell where a phrase can match at all: most phrases match at few places.
#pragma once

#include "rules/pack/phrase_pattern.h"

#include <cstddef>
#include <string>
#include <vector>

namespace plumbline {

// A word that must stand where a phrase matches, or one of several of which one must.
struct FirmWord {
  std::string word;
  std::size_t words_before = 0;  // that may stand before it at the most; an ideograph is a word here
};

// The firm words of a phrase; none where that cannot be said. (Of "[The] (goal|aim) [of]", "goal" and "aim".)
std::vector<FirmWord> firm_words(const PhrasePattern& pattern);

}  // namespace plumbline
