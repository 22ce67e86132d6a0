// What stands where a party has nothing to report.
#include "rules/segment/says_nothing.h"

#include "rules/pack/loose_text.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::size_t longest_statement = 240;  // bytes
constexpr std::size_t most_words_behind = 6;    // "under this target"; each ideograph is one

}  // namespace

std::vector<std::uint32_t> phrases_of_nothing(std::string_view text, const Pack& pack) {
  std::vector<std::uint32_t> found;
  if (pack.nothing.empty() || text.size() > longest_statement) return found;
  const std::string words = loosen_to_words(text).text + " ";
  for (const PhraseMatch& match : pack.nothing_set.match(words)) {
    const std::string_view rest = std::string_view(words).substr(match.length);
    const bool is_short = loose_words(rest).size() <= most_words_behind;
    if (is_short && rest.find_first_of("0123456789") == rest.npos) found.push_back(match.phrase);
  }
  return found;
}

}  // namespace plumbline
