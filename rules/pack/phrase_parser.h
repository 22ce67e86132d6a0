// A phrase as a pack writes it -> the tree that is matched.
#pragma once

#include "rules/pack/phrase.h"
#include "rules/pack/phrase_pattern.h"

#include <string>

namespace plumbline {

struct ParsedPhrase {
  PhrasePattern::Node root;
  bool has_ideograph = false;
};

// Throws std::invalid_argument whose message says what is wrong in which phrase.
ParsedPhrase parse_phrase(const Phrase& phrase);

}  // namespace plumbline
