// Whether two words differ as a word and its misspelling do.
#include "rules/names/names.h"
#include "rules/reading/characters.h"

#include <algorithm>

namespace plumbline {
namespace {

std::u32string codes_of(std::string_view text) {
  std::u32string codes;
  for (std::uint32_t i = 0; i < text.size(); i += character_at(text, i).length)
    codes += code_at(text, i);
  return codes;
}

}  // namespace

bool is_slip(std::string_view folded_a, std::string_view folded_b) {
  if (folded_a == folded_b) return false;
  const std::u32string a = codes_of(folded_a), b = codes_of(folded_b);
  const std::u32string &shorter = a.size() <= b.size() ? a : b, &longer = &shorter == &a ? b : a;
  if (shorter.size() < 5 || longer.size() - shorter.size() > 1 || a[0] != b[0]) return false;
  const std::size_t from =
      static_cast<std::size_t>(std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first - shorter.begin());
  // Endings carry number, case and gender, but do not double a letter ("Ombudsmann"); "centre" and "center" end alike.
  const bool doubles_last =
      shorter.size() < longer.size() && from == shorter.size() && longer[from] == longer[from - 1];
  if (from + 2 >= longer.size()) return doubles_last;
  const auto rest = [](const std::u32string& text, std::size_t at) { return std::u32string_view(text).substr(at); };
  if (shorter.size() < longer.size()) return rest(shorter, from) == rest(longer, from + 1);
  if (rest(shorter, from + 1) == rest(longer, from + 1)) return true;
  const bool is_swap =
      from + 1 < shorter.size() && shorter[from] == longer[from + 1] && shorter[from + 1] == longer[from];
  return is_swap && rest(shorter, from + 2) == rest(longer, from + 2);
}

}  // namespace plumbline
