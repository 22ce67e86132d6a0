// What a finding is known by from one run to the next, wherever its line has moved to.
#pragma once

#include "rules/finding.h"

#include <vector>

namespace plumbline {

// Sets each finding's fingerprint: 16 hexadecimal digits of FNV-1a (64 bit, http://www.isthe.com/chongo/tech/comp/fnv/)
// over rule, node path, what is absent and the loosened quote. Equal ones of one submission are told apart by
// a count, so that each is unique in it.
void add_fingerprints(std::vector<Finding>& findings);

}  // namespace plumbline
