// Texts that say the same, or that stand within another: by fingerprints of three words each, in time linear in their
// length.
#pragma once

#include "rules/reading/reading.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace plumbline {

// Whole sentences of one text say what all of another says.
struct Containment {
  std::uint32_t part = 0, whole = 0;  // indices into Reading::texts
  std::uint32_t first = 0, last = 0;  // words [first, last) of the whole
};

struct Similarities {
  // Two and more texts that say the same; each ascending, ordered by their first.
  std::vector<std::vector<std::uint32_t>> groups;
  // Ordered by their part.
  std::vector<Containment> containments;
};

// Same is what has at least `least_words` words (ideographs count a half) and at least 0.85 of the runs of three words
// in common (0.5 where one only says more than the other), where what differs is neither a number nor a name nor more
// than one word in ten of either. `texts` are indices into Reading::texts.
Similarities find_similarities(const Reading& reading, std::span<const std::uint32_t> texts, std::uint32_t least_words);

// Start and length in the whole's passage.
std::pair<std::uint32_t, std::uint32_t> bytes_of(const Reading& reading, const Containment& containment);

}  // namespace plumbline
