// A submission's structure and the role of each of its lines, as text for a person.
#pragma once

#include "output/record.h"

#include <string>

namespace plumbline {

// First the tree (target, goals, sections, groups, actions, by id), then every line of every page:
//
//   page 1
//     heading       t1               Policy target No. 1: …
//     label         t1.undertaken    Description of the
//     body          t1.undertaken.1.1  …
//
// Safe on a terminal whatever the submission holds.
std::string outline_text(const Record& record);

}  // namespace plumbline
