// The pages of a submission with the role of each line drawn over them, for a person to look at: one HTML page.
#pragma once

#include "output/record.h"

#include <string>

namespace plumbline {

// Needs nothing but itself: no script, no font, no address. Lines stand where they stand on their pages, coloured by
// role; pointing at one shows its role, node and block. Cells of tables are outlined.
std::string boxes_html(const Record& record);

}  // namespace plumbline
