// Which template a submission is on.
#include "rules/segment/recognise.h"

#include "rules/segment/landmarks.h"
#include "rules/segment/repeated_headings.h"

#include <algorithm>
#include <map>
#include <set>

namespace plumbline {

namespace {

constexpr double unnamed_weight = 0.4;  // of a loose template's marks without its name: other plans have a process too
constexpr std::uint32_t window_lines = 6;
constexpr std::uint32_t front_lines = 200;          // where a submission says what it is
constexpr std::uint32_t counter_lines = 60;         // where another document would say what it is
constexpr std::uint32_t longest_heading_lines = 3;  // of a counter-mark's block

using Standing = std::set<std::uint32_t>;  // indices of phrases

std::string_view window(const LineStream& stream, std::uint32_t place) {
  const std::uint32_t end = std::min(place + window_lines, stream.size());
  return std::string_view(stream.text).substr(stream.starts[place], stream.starts[end] - stream.starts[place]);
}

void add_matches(const PhraseSet& set, std::string_view text, Standing& found) {
  for (const PhraseMatch& match : set.match(text))
    found.insert(match.phrase);
}

// That begin some line.
Standing standing_marks(const LineStream& stream, const PhraseSet& set) {
  Standing found;
  for (std::uint32_t place = 0; place < stream.size(); ++place) {
    const std::string_view text = window(stream, place);
    add_matches(set, text, found);
    if (const std::uint32_t numbering = stream.numbering(place); numbering > 0 && numbering < text.size())
      add_matches(set, text.substr(numbering), found);
  }
  return found;
}

bool is_named(const LineStream& stream, const Pack& pack) {
  const std::uint32_t end = stream.starts[std::min(front_lines, stream.size())];
  return !pack.names.empty() && !pack.name_set.match_anywhere(std::string_view(stream.text).substr(0, end)).empty();
}

bool has_counter_mark(const LineStream& stream, const Pack& pack) {
  if (pack.counter_marks.empty()) return false;
  Standing found;
  for (std::uint32_t place = 0; place < std::min(counter_lines, stream.size()); ++place) {
    const std::uint32_t block = stream.line(place).block;
    const bool is_heading = stream.begins_block(place) &&
                            (block == no_index || stream.document.blocks[block].line_count <= longest_heading_lines);
    if (is_heading) add_matches(pack.counter_mark_set, window(stream, place), found);
  }
  return !found.empty();
}

// For each language: how many of the phrases stand there.
std::map<std::string, int, std::less<>> count_by_language(const std::vector<Phrase>& phrases, const Standing& found) {
  std::map<std::string, int, std::less<>> counts;
  for (std::uint32_t i = 0; i < phrases.size(); ++i)
    counts[phrases[i].language] += found.contains(i);
  return counts;
}

double score(const LineStream& stream, const Pack& pack) {
  if (has_counter_mark(stream, pack)) return 0;
  const bool named = is_named(stream, pack);
  const auto found = count_by_language(pack.marks, standing_marks(stream, pack.mark_set));
  double best = 0;
  for (const auto& [language, count] : found) {
    const auto all = static_cast<int>(
        std::count_if(pack.marks.begin(), pack.marks.end(),
                      [&language = language](const Phrase& mark) { return mark.language == language; }));
    const double share = std::min(1.0, static_cast<double>(count + named) / pack.enough_marks.value_or(all));
    const bool needs_name = pack.is_loose && !pack.names.empty();
    best = std::max(best, named || !needs_name ? share : unnamed_weight * share);
  }
  return best;
}

// In its own words throughout: all targets of the template are there, and as many sections.
bool is_built_like(const LineStream& stream, const Pack& pack) {
  std::set<int> targets;
  std::size_t sections = 0;
  for (const Landmark& landmark : with_repeated_headings(stream, pack, find_landmarks(stream, pack))) {
    if (landmark.kind != Landmark::Kind::heading || landmark.part == no_index) continue;
    const PartRole role = pack.parts[landmark.part].role;
    if (role == PartRole::target && landmark.number) targets.insert(*landmark.number);
    sections += role == PartRole::section && pack.parts[landmark.part].in_target;
  }
  return targets.size() >= pack.targets.size() && sections >= pack.targets.size();
}

}  // namespace

Recognition recognise(const LineStream& stream, std::span<const Pack> packs) {
  Recognition best;
  for (const Pack& pack : packs) {
    const double reached = score(stream, pack);
    const bool fits = reached >= pack.recognise_at;
    if (fits < (best.pack != nullptr) || (fits == (best.pack != nullptr) && reached <= best.score)) continue;
    best = {fits ? &pack : nullptr, reached};
  }
  for (const Pack& pack : packs)
    if (!best.pack && !pack.is_loose && pack.targets.size() > 1 && is_named(stream, pack) &&
        !has_counter_mark(stream, pack) && is_built_like(stream, pack))
      best = {&pack, pack.recognise_at};
  return best;
}

}  // namespace plumbline
