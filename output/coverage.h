// How much of a submission's text the structure accounts for.
#pragma once

#include "output/record.h"

#include <cstdint>
#include <vector>

namespace plumbline {

struct Coverage {
  std::uint64_t characters = 0;   // code points in all lines
  std::uint64_t assigned = 0;     // those in lines that have a role, if only that of a page number
  std::vector<Where> unassigned;  // one for each run of unassigned lines that stand together on a page
};

Coverage measure_coverage(const Record& record);

}  // namespace plumbline
