// Headings in a party's own words, known by their place: "What we have done" and "What comes next", under one target
// after the other.
#pragma once

#include "rules/segment/landmarks.h"

namespace plumbline {

// The landmarks, and one for each heading that returns in the same words under most targets, where the template wants a
// part there whose own headings the submission does not have. The order of the template tells which part it is; where
// it cannot, none is added. Where no target is recognised either, the headings that the repeated ones stand under are
// the targets, if there are as many as the template has. Loose templates, which leave headings to the party, are left
// alone.
std::vector<Landmark> with_repeated_headings(const LineStream& stream, const Pack& pack,
                                             std::vector<Landmark> landmarks);

}  // namespace plumbline
