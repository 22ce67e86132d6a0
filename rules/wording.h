// What the checks of structure share: official wording compared and named.
#pragma once

#include "rules/pack/pack.h"
#include "rules/report.h"

#include <string>
#include <string_view>

namespace plumbline {

// How alike a text is to the nearest of all variants, 0..1: those in `language` (BCP 47) first, and the others only
// where none of them is near.
double likeness(std::string_view text, const WordsByLanguage& official, std::string_view language);

// The official wording in `language`, or in the pack's first language.
std::string official_words(const WordsByLanguage& wording, std::string_view language);

// Which of the template's targets this is: by its number, or by its title where the number stands twice or is none of
// the template's; nothing where it is none.
const OfficialTarget* official_of(const Report& report, const Pack& pack, const Target& target,
                                  std::string_view language);

std::string quoted_title(const OfficialTarget& target, std::string_view language);  // ` ("…")`, or nothing
std::string target_name(const Target& target);  // "target 3", or its title where it bears no number

}  // namespace plumbline
