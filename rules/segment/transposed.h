// Submissions whose parts hold the targets, not the targets the parts: "A. Actions already undertaken", under it all
// targets, "B. Actions that will be undertaken", under it all targets once more.
#pragma once

#include "rules/segment/items.h"

#include <vector>

namespace plumbline {

// The items in the template's order: behind each target's heading all that stands under it anywhere, each part's with
// the part's own heading before it. A target's heading that came before is marked `is_again`. Other submissions are
// left as they are.
std::vector<Item> in_template_order(std::vector<Item> items, const Pack& pack);

}  // namespace plumbline
