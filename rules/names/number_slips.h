// Names of which one word stands in the plural in one place and in the singular in another.
#pragma once

#include "rules/names/names.h"

#include <vector>

namespace plumbline {

// "Centre national d'analyse numérique", "Centre national d'analyses numériques". The word that the name is of (the
// first, in English the last) is the same in both: "Centres nationaux" are several. Names of three words and more, in
// the languages whose nouns have no cases.
std::vector<NameVariant> find_number_slips(const Reading& reading);

}  // namespace plumbline
