// Targets under headings of the party's own that count: "Strand 1: …", "Volet B. — …", "III. …", "Chapter two".
#pragma once

#include "rules/pack/pack.h"
#include "rules/segment/landmarks.h"

#include <optional>
#include <vector>

namespace plumbline {

// The headings that count from one up to as many as the template has targets, the last that do; those like them before
// are landmarks of the kind `contents`. Empty where none do.
std::vector<Landmark> counted_targets(const LineStream& stream, const Pack& pack);

// "Chapter 6. Whom to ask" behind targets that are chapters 2 to 5: it belongs to none of them, and opens the first
// part that the pack has outside targets.
std::optional<Landmark> chapter_behind(const LineStream& stream, const Pack& pack, const Landmark& last_target);

// A target's heading at `place`; its title stands behind its number.
Landmark target_at(const LineStream& stream, const Pack& pack, std::uint32_t place, int number);

}  // namespace plumbline
