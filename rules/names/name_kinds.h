// Words for kinds of undertakings that stand before (in Chinese: behind) their name: "Project Vic".
#pragma once

#include "rules/reading/reading.h"

#include <optional>
#include <string>
#include <string_view>

namespace plumbline {

// "operation", "projet", "операция"; folded.
bool is_name_kind(Language language, std::string_view folded);

struct NamedKind {
  std::string kind;                   // one spelling for all inflections
  std::string name;                   // folded
  std::uint32_t first = 0, last = 0;  // words [first, last)
};

// A kind with its name at words[at]: capitalised words ("Operation Rescue Me"), or a quotation («операция «Вик»»).
std::optional<NamedKind> kind_and_name_at(const Reading& reading, const Text& text, std::uint32_t at);

// British and American spelling of one word.
bool are_spellings_of_one(std::string_view folded_a, std::string_view folded_b);

}  // namespace plumbline
