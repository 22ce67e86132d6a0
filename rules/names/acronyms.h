// Acronyms of a submission: where they stand, and where they are spelled out.
#pragma once

#include "rules/reading/reading.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace plumbline {

// "Child Victim Identification Program (CVIP)": words [first, last) say what the acronym stands for.
struct Definition {
  std::uint32_t text = 0;             // index into Reading::texts
  std::uint32_t word = 0;             // the acronym
  std::uint32_t first = 0, last = 0;  // its long form
  bool is_foreign = false;            // in another script than the acronym: then its first words may be lacking
};

struct Acronym {
  std::string letters;               // without a plural s
  std::uint32_t text = 0, word = 0;  // where it stands first
  std::uint32_t count = 0;
  bool is_introduced = false;           // stands in brackets behind words, or words in brackets behind it, or its
                                        // letters begin the words of a name elsewhere
  std::vector<Definition> definitions;  // only those whose words begin with its letters, in order
};

// In order of first standing. Not among them: what stands in a text of capitals, Roman numerals, codes with digits,
// country codes, currencies, units, words that the submission also writes in small letters.
std::vector<Acronym> find_acronyms(const Reading& reading);

// Known everywhere, in nine languages: UN, EU, URL, DNA, ООН, ONU, …
bool is_common_acronym(std::string_view letters);

}  // namespace plumbline
