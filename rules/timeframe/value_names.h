// Names that stand for values in a language's table: "week" in [values.unit], "behind" in [values.by].
#pragma once

#include "rules/timeframe/words.h"

#include <optional>
#include <string>
#include <string_view>

namespace plumbline::timeframe {

bool has_value_names(Word word);  // elsewhere numbers are expected
std::optional<int> value_named(Word word, std::string_view name);
std::string list_of_value_names(Word word);  // "day week month", to tell what was expected
// No word of this kind goes without a value.
bool needs_value(Word word);

}  // namespace plumbline::timeframe
