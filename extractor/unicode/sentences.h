// Where sentences begin and end.
#pragma once

#include "extractor/document.h"

#include <string_view>
#include <vector>

namespace plumbline {

// Sentences of one paragraph as byte spans into `text`, without blanks around them, in order; together they hold every
// character that is not blank. Abbreviations ("U.S.", "No. 7", "z. B.", "art. 5", "т. е."), initials, decimals,
// ordinals ("3. Mai") and addresses end no sentence; "。", "؟" and a full stop without a blank before an
// ideograph do. `language` is BCP 47; empty = not known. `text` must be valid UTF-8.
std::vector<Span> split_sentences(std::string_view text, std::string_view language = {});

}  // namespace plumbline
