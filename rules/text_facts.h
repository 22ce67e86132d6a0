// What several checks look for in a submission's words, found once.
#pragma once

#include "rules/figures/figure.h"
#include "rules/names/acronyms.h"
#include "rules/reading/reading.h"
#include "rules/similarity.h"

#include <vector>

namespace plumbline {

struct TextFacts {
  std::vector<Figure> figures;
  std::vector<Acronym> acronyms;
  Similarities repeated;  // among the texts of actions
};

TextFacts find_facts(const Report& report, const Reading& reading);

// Without marks; ideographs count a half.
std::uint32_t word_count(const Reading& reading, const Text& text);

}  // namespace plumbline
