// One sentence that stands twice, word for word but for one number; one of the two may go on behind a comma.
#pragma once

#include "rules/figures/contradictions.h"

namespace plumbline {

// As `other_value`. Silent where both stand in one list or in a table (whose items are alike by nature), with three
// values or more, or once under what is done and once under what is planned.
std::vector<Contradiction> find_repeated_sentences(const Reading& reading, const Report& report,
                                                   const std::vector<Figure>& figures);

}  // namespace plumbline
