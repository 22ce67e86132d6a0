// Words that say two parts of a whole exclude each other: approved and rejected, men and women.
#pragma once

#include "rules/reading/reading.h"

namespace plumbline {

// Whether both words of a pair stand among the words [from, to).
bool are_exclusive(const Reading& reading, std::uint32_t from, std::uint32_t to);

}  // namespace plumbline
