// Words of nine languages that carry grammar and no matter of their own.
#pragma once

#include "rules/reading/reading.h"

#include <string_view>

namespace plumbline {

enum class FunctionWord : std::uint8_t { no, yes, cannot_end };

// `folded` is what fold_word gives. cannot_end: an article, preposition or conjunction after which something must
// follow.
FunctionWord function_word(Language language, std::string_view folded);

// The word without its inflection: endings that number, case and gender put on. For comparing only, not for showing.
std::string light_stem(Language language, std::string_view folded);

}  // namespace plumbline
