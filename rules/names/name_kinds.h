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

// A name between quotation marks at words[at]: two to six words, or one of five letters, or four ideographs.
struct QuotedName {
  std::string folded;                 // words, each with a blank behind it; ideographs without
  std::uint32_t first = 0, last = 0;  // words [first, last), without the marks
  bool is_ideographic = false;
};
std::optional<QuotedName> quoted_name_at(const Reading& reading, const Text& text, std::uint32_t at);

// The two differ in one word, by a slip; ideographs by one character.
bool are_slips_of_one(const QuotedName& a, const QuotedName& b);

// British and American spelling of one word.
bool are_spellings_of_one(std::string_view folded_a, std::string_view folded_b);

}  // namespace plumbline
