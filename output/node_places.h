// Where the node with a given id stands, for findings that have no place of their own.
#pragma once

#include "output/record.h"

#include <string_view>

namespace plumbline {

// The place of a finding: its own, or else that of the node it is about, or else of the nearest node above that.
// Empty where none of them stands anywhere.
Where nearest_place(const Record& record, const Finding& finding);

// "t1.planned.1.2" -> "t1.planned.1"; "t1" -> "report"; "report" -> "".
std::string_view parent_of_node(std::string_view id);

}  // namespace plumbline
