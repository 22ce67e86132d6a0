// Who reports: the name as printed, and its ISO 3166 code from ICU's region names in any language.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plumbline {

// ISO 3166-1 alpha-2 of a country's name in any of the languages Plumbline reads ("République togolaise" is not
// among ICU's names and stays unknown; "Togo", "the United States of America", "摩洛哥" are). Empty: not known.
std::string region_code(std::string_view name);

// "Federal Republic of Arcadia", "岚海共和国": a line that names a state by what it is, known or not.
bool names_state(std::string_view line);
// "National report": a line that names a document.
bool names_document(std::string_view line);

// The country that `words` (of loosen_to_words()) name most often; of two, the one named first. Bytes of `words` where
// it is named first. Nothing where none is named.
struct NamedRegion {
  std::string code;
  std::size_t start = 0, length = 0;
};
std::optional<NamedRegion> most_named_region(std::string_view words);

}  // namespace plumbline
