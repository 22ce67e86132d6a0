// Names of countries as they are compared.
#pragma once

#include <string>
#include <string_view>

namespace plumbline {

// A country's name loosened (rules/pack/loose_text.h), one blank between words, without the words of its formal form:
// "the Kingdom of Norway" -> "norway".
std::string region_key(std::string_view name);

}  // namespace plumbline
