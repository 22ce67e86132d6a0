// Where the text of a submission refers to another of its targets ("see Policy Target No. 7").
#pragma once

#include "rules/pack/pack.h"
#include "rules/report.h"

#include <vector>

namespace plumbline {

// Every mention of a target by the template's label and a number, in the texts of actions and goals, in document order.
// A mention of the target that it stands under is none, nor is the target of another instrument ("target 7 of the
// Sustainable Development Goals", "target 16.2"). A short label ("target 7") counts only behind words that refer.
std::vector<CrossReference> find_references(const Report& report, const Pack& pack);

}  // namespace plumbline
