// Near-duplicate texts, found in time linear in their length: MinHash, buckets, shingles of three words.
#pragma once

#include "rules/reading/reading.h"

#include <cstdint>
#include <span>
#include <vector>

namespace plumbline {

// Groups of two and more texts that say the same: at least `least_words` words (ideographs count a half) and at least
// 0.85 of their shingles in common (0.5 where one only says more than the other), and what differs is neither a number
// nor a name nor more than one word in ten of either.
// `texts` are indices into Reading::texts; so are the groups, each ascending, ordered by their first.
std::vector<std::vector<std::uint32_t>> near_duplicates(const Reading& reading, std::span<const std::uint32_t> texts,
                                                        std::uint32_t least_words);

}  // namespace plumbline
