// Which template a submission is on.
#include "rules/segment/recognise.h"

#include "rules/segment/landmarks.h"

#include <algorithm>
#include <map>
#include <set>

namespace plumbline {

namespace {

constexpr std::uint32_t window_lines = 6;

// Indices of the phrases that begin some line.
std::set<std::uint32_t> standing(const LineStream& stream, const PhraseSet& set) {
  std::set<std::uint32_t> found;
  for (std::uint32_t place = 0; place < stream.size(); ++place) {
    const std::uint32_t end = std::min(place + window_lines, stream.size());
    const auto text =
        std::string_view(stream.text).substr(stream.starts[place], stream.starts[end] - stream.starts[place]);
    for (const PhraseMatch& match : set.match(text))
      found.insert(match.phrase);
  }
  return found;
}

double score(const LineStream& stream, const Pack& pack) {
  if (!pack.counter_marks.empty() && !standing(stream, pack.counter_mark_set).empty()) return 0;
  const auto found = standing(stream, pack.mark_set);
  std::map<std::string, std::pair<int, int>, std::less<>> counts;  // language -> found, all
  for (std::uint32_t i = 0; i < pack.marks.size(); ++i) {
    auto& [hits, all] = counts[pack.marks[i].language];
    hits += found.contains(i);
    ++all;
  }
  double best = 0;
  for (const auto& [language, count] : counts)
    best = std::max(best, static_cast<double>(count.first) / count.second);
  return best;
}

}  // namespace

Recognition recognise(const Document& document, std::span<const Pack> packs) {
  const LineStream stream(document);
  Recognition best;
  for (const Pack& pack : packs) {
    const double reached = score(stream, pack);
    const bool fits = reached >= pack.recognise_at;
    if (fits < (best.pack != nullptr) || (fits == (best.pack != nullptr) && reached <= best.score)) continue;
    best = {fits ? &pack : nullptr, reached};
  }
  return best;
}

}  // namespace plumbline
