// Tables of number words, magnitudes and months of nine languages.
#pragma once

#include "rules/reading/reading.h"

#include <string_view>

namespace plumbline {

// Value of one number word ("twenty", "двадцати", "vierundzwanzig", "百"); -1 for any other. Folded.
double number_word(Language language, std::string_view folded);

// What digits before this word are multiplied by ("million", "тыс", "Mio", "万"); 0 for any other. Folded.
double magnitude_of(Language language, std::string_view folded);

}  // namespace plumbline
