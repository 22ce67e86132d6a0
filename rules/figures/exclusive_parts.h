// "240 applications, of which it approved 187 and rejected 93": parts that exclude each other and exceed their whole.
#pragma once

#include "rules/figures/contradictions.h"

#include <optional>

namespace plumbline {

// The whole's contradiction of the only two figures behind it in its sentence, but for asides in brackets.
std::optional<Contradiction> find_excess_of_exclusive_parts(const Reading& reading, const std::vector<Figure>& figures,
                                                            std::uint32_t whole);

}  // namespace plumbline
