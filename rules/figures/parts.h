// "75 of the 72": a part and the whole that its sentence names.
#pragma once

#include "rules/figures/contradictions.h"
#include "rules/figures/named_wholes.h"

namespace plumbline {

// Adds what the part contradicts: its whole, or their percentage; and what its whole contradicts.
void compare_with_whole(const Reading& reading, const std::vector<Figure>& figures, const NamedWholes& named_wholes,
                        std::uint32_t part, std::vector<Contradiction>& found);

}  // namespace plumbline
