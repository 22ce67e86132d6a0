// What a text of a form stands beside.
#pragma once

#include "rules/reading/reading.h"
#include "rules/report.h"

#include <cstdint>

namespace plumbline {

// Equal for texts whose figures may count one thing: those of planned actions, those of undertaken ones, and those that
// stand under one label. "Cost of piers | 3 million" and "Cost of cranes | 2 million" say it only in their labels.
std::uint64_t label_key(const Report& report, const Text& text);

// Such items are alike by nature.
bool are_items_of_one_list(const Report& report, const Text& a, const Text& b);

}  // namespace plumbline
