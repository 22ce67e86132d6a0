// "Of the 80 cases, 85 were closed"; "Of 120 reports, 70 concerned images, 30 videos and 25 chats".
#pragma once

#include "rules/figures/contradictions.h"
#include "rules/figures/named_wholes.h"

namespace plumbline {

// Adds what a whole contradicts whose clause begins with it, and whether its parts exceed it: the first, or their sum.
bool exceeds_leading_whole(const Reading& reading, const std::vector<Figure>& figures, const NamedWholes& named_wholes,
                           std::uint32_t whole, std::vector<Contradiction>& found);

}  // namespace plumbline
