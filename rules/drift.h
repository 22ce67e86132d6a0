// How a wording differs from the official one, in words that carry meaning.
#pragma once

#include "rules/pack/pack.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct Drift {
  double similarity = 0;                    // of the nearest variant, by words, 0..1
  std::string official;                     // that variant
  std::vector<std::string> added, removed;  // words that carry meaning, as written
  std::vector<std::string> missing_end;  // the official last words, where only they are missing
  bool has_drifted() const { return !added.empty() || !removed.empty(); }
};

// Compares with the variants of one language (BCP 47; its region does not count) and keeps the nearest. Case, spacing,
// hyphens, punctuation, inflection, grammar words and British or American spelling are no difference. Similarity 0
// where there is no wording in that language.
Drift drift_from(std::string_view text, const WordsByLanguage& official, std::string_view language);

// Whether the end that the text lacks stands right behind it in the document: then the line was only taken for another
// part of the form.
bool goes_on_behind(const Drift& drift, const Document& document, const Passage& passage);

// `"victims" is missing, "people" was added`
std::string describe(const Drift& drift);

}  // namespace plumbline
