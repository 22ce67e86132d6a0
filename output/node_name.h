// A node of the structure named for a person: "target 2, planned, “Training”, action 3".
#pragma once

#include "rules/report.h"

#include <string>
#include <string_view>

namespace plumbline {

// `node` is an id of the report ("t2.planned.1.3"). Actions count from the start of their section, remarks and leads
// aside. An id that the report does not know is given as it is. Not made safe to show.
std::string node_name(const Report& report, std::string_view node);

}  // namespace plumbline
