// Compounds are parted without a dictionary: a part of a compound has three letters at least, and the first place that
// fits is taken.
#include "rules/names/long_form.h"

#include "rules/reading/characters.h"

#include <algorithm>
#include <string>

namespace plumbline {
namespace {

constexpr std::uint32_t least_part = 3;

// Each of `letters` begins a part of the word, the first of them the word itself.
bool begin_parts(std::string_view folded, std::u32string_view letters, const MayPart& may_part) {
  if (code_at(folded, 0) != letters.front()) return false;
  std::size_t next = 1;
  std::uint32_t since = 0;  // letters since the last part began
  for (std::uint32_t at = 0; at + least_part <= folded.size() && next < letters.size(); ++since) {
    if (since >= least_part && code_at(folded, at) == letters[next] && may_part(folded.substr(at))) {
      ++next;
      since = 0;
    }
    at += character_at(folded, at).length;
  }
  return next == letters.size();
}

// How many letters at the end of `letters` the word gives.
std::size_t letters_given(const Form& word, std::u32string_view letters, const MayPart& may_part) {
  if (word.folded.empty() || letters.empty()) return 0;
  if (code_at(word.folded, 0) == letters.back()) return 1;
  if (word.language != Language::de) return 0;
  for (std::size_t count = 2; count <= letters.size(); ++count)
    if (begin_parts(word.folded, letters.substr(letters.size() - count), may_part)) return count;
  return 0;
}

bool may_join(const std::string& mark) {
  constexpr std::string_view marks[] = {"-", "&", "'", "’", "\"", "“", "”", "«", "»", ","};
  return std::find(std::begin(marks), std::end(marks), mark) != std::end(marks);
}

}  // namespace

std::optional<std::uint32_t> first_of_long_form(const Reading& reading, std::u32string_view letters,
                                                std::uint32_t begin, std::uint32_t last, std::uint32_t most_passed,
                                                const MayPart& may_part) {
  std::uint32_t first = last, passed = 0;
  while (!letters.empty() && first > begin) {
    const Form& item = reading.form_of(reading.words[--first]);
    if (item.kind == WordKind::mark) {
      if (may_join(item.text)) continue;
      return {};
    }
    if (item.kind != WordKind::word) return {};
    const std::size_t given = letters_given(item, letters, may_part);
    letters.remove_suffix(given);
    if (given == 0 && !item.is_function_word && ++passed > most_passed) return {};
  }
  return letters.empty() ? std::optional(first) : std::nullopt;
}

}  // namespace plumbline
