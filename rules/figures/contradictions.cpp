// Every pass that looks for contradictions, and what is left of their findings where several speak of one figure.
#include "rules/figures/contradictions.h"

#include "rules/figures/exclusive_parts.h"
#include "rules/figures/growth.h"
#include "rules/figures/holdings.h"
#include "rules/figures/leading_wholes.h"
#include "rules/figures/listed_parts.h"
#include "rules/figures/named_wholes.h"
#include "rules/figures/part_counts.h"
#include "rules/figures/parts.h"
#include "rules/figures/quantities.h"
#include "rules/figures/repeated_sentences.h"
#include "rules/figures/shares.h"
#include "rules/figures/sums.h"
#include "rules/figures/table_totals.h"
#include "rules/figures/words_beside_digits.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace plumbline {
namespace {

// A sum is looked at only where no part exceeds the whole by itself.
void compare_with_parts(const Reading& reading, const std::vector<Figure>& figures, const NamedWholes& named_wholes,
                        std::uint32_t whole, std::vector<Contradiction>& found) {
  if (counts_as_whole(figures[whole]) && !figures[whole].is_increment) {
    if (const auto excess = find_excess_of_exclusive_parts(reading, figures, whole)) {
      found.push_back(*excess);
      return;
    }
    if (exceeds_leading_whole(reading, figures, named_wholes, whole, found)) return;
  }
  if (const auto sum = find_wrong_sum(reading, figures, whole)) found.push_back(*sum);
}

// Digits beside words come first: "fünf (6)" is no part over its whole. The others figure by figure, not pass by pass:
// of two findings on one figure, that of the words read first is kept.
std::vector<Contradiction> find_within_sentences(const Reading& reading, const std::vector<Figure>& figures) {
  const NamedWholes named_wholes(reading, figures);
  std::vector<Contradiction> found;
  for (std::uint32_t i = 0; i < figures.size(); ++i)
    if (const auto words = find_other_words(reading, figures, i)) found.push_back(*words);
  for (std::uint32_t i = 0; i < figures.size(); ++i) {
    compare_with_whole(reading, figures, named_wholes, i, found);
    compare_with_parts(reading, figures, named_wholes, i, found);
  }
  return found;
}

// One quantity told twice, where neither figure is known to be wrong already.
std::vector<Contradiction> find_other_mentions(const Reading& reading, const Report& report,
                                               const std::vector<Figure>& figures, const std::vector<Acronym>& acronyms,
                                               const std::vector<Contradiction>& known) {
  std::unordered_set<std::uint32_t> known_figures;
  for (const Contradiction& item : known)
    known_figures.insert({item.figure, item.other});
  std::vector<Contradiction> found;
  for (const auto& pass :
       {find_other_values(reading, report, figures), find_repeated_sentences(reading, report, figures),
        find_other_holdings(reading, report, figures, acronyms)}) {
    std::unordered_map<std::uint32_t, std::set<double>> values_against;
    for (const Contradiction& item : pass)
      values_against[item.other].insert(figures[item.figure].value);
    for (const Contradiction& item : pass)
      // A third value shows that the words are a pattern, not one quantity.
      if (!known_figures.contains(item.figure) && !known_figures.contains(item.other) &&
          values_against[item.other].size() == 1)
        found.push_back(item);
  }
  return found;
}

void keep_first_of_each_figure(std::vector<Contradiction>& found) {
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.figure < b.figure; });
  found.erase(
      std::unique(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.figure == b.figure; }),
      found.end());
}

}  // namespace

std::vector<Contradiction> find_contradictions(const Reading& reading, const Report& report,
                                               const std::vector<Figure>& figures,
                                               const std::vector<Acronym>& acronyms) {
  std::vector<Contradiction> found = find_within_sentences(reading, figures);
  const auto append = [&](const std::vector<Contradiction>& more) {
    found.insert(found.end(), more.begin(), more.end());
  };
  append(find_wrong_growth(reading, figures));
  append(find_wrong_totals(reading, report, figures));
  append(find_wrong_shares(reading, figures));
  append(find_wrong_lists(reading, figures));
  append(find_other_mentions(reading, report, figures, acronyms, found));
  keep_first_of_each_figure(found);
  return found;
}

}  // namespace plumbline
