// The titles and goals of a submission, held against the template's words.
#pragma once

#include "rules/check.h"
#include "rules/drift.h"

#include <cstdint>
#include <vector>

namespace plumbline {

struct HeldWording {
  std::uint32_t index = 0;  // into Report::targets or Report::goals
  Drift drift;              // from the nearest
  bool is_changed = false;  // it is the template's wording with other words in it, not another text
};

struct HeldWordings {
  std::vector<HeldWording> titles, goals;
};

// In a language in which the template has no official words (Pack::official_languages), a party whose wordings differ
// in more than one place from the pack's has translated them itself: then none is changed.
HeldWordings hold_wordings(const Submission& submission);

}  // namespace plumbline
