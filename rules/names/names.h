// Names that a submission writes in two ways, told by what it writes most often itself.
#pragma once

#include "rules/reading/reading.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plumbline {

struct NameMention {
  std::uint32_t text = 0;             // index into Reading::texts
  std::uint32_t first = 0, last = 0;  // words [first, last)
};

enum class NameFault : std::uint8_t {
  misspelled,     // "CyperTipline" beside "CyberTipline"
  parted,         // "Cyber Tipline" beside "CyberTipline"
  other_kind,     // "Operation Vic" beside "Project Vic"
  other_acronym,  // "National Crime Unit (NCU)" beside "National Crime Unit (NCCU)"
};

struct NameVariant {
  NameFault fault = NameFault::misspelled;
  NameMention mention;  // the rarer, or the later
  NameMention usual;    // the first of the other
  std::uint32_t count = 1, usual_count = 1;
};

// In order of mention. Silent on plural, possessive and case endings (but within a long name), on hyphens and blanks
// that are only typography, on British and American spelling, and on words that the submission also writes in small
// letters.
std::vector<NameVariant> find_name_variants(const Reading& reading);

// One letter left out, put in, changed, or two neighbours swapped, and not in the ending; the first letter is the same.
bool is_slip(std::string_view folded_a, std::string_view folded_b);

}  // namespace plumbline
