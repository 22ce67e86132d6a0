// Words of a phrase as people write them: "opérationel", "undertakken".
#pragma once

#include <cstddef>
#include <string_view>

namespace plumbline {

// Bytes at the start of `text` that are `word`; of a long word, also with one letter missing or one too many, but for
// its first three and its last, which inflects it; another letter makes words of other languages ("mitigación"). 0
// where they are not. Both are loosened.
std::size_t word_at(std::string_view text, std::string_view word);

}  // namespace plumbline
