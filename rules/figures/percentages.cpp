// A percentage that is not the part's share of its whole.
#include "rules/figures/percentages.h"

#include "rules/figures/cues.h"
#include "rules/figures/marks.h"
#include "rules/figures/part_counts.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr std::uint32_t longest_phrase = 8;  // words between a count and its percentage

bool fits(const Figure& percent, double expected) {
  double tolerance = percent.decimals == 0 ? 1.0 : 1.5 * std::pow(10.0, -percent.decimals);
  if (percent.bound == Bound::about) tolerance = 5;
  return std::fabs(expected - percent.value) <= tolerance;
}

}  // namespace

void compare_percentages(const Reading& reading, const std::vector<Figure>& figures, std::uint32_t part,
                         std::uint32_t whole, std::vector<Contradiction>& found) {
  const std::uint32_t first = std::min(part, whole), last = std::max(part, whole);
  const double expected = 100 * figures[part].value / figures[whole].value;
  for (const std::uint32_t i : {last + 1, first - 1, last - 1}) {
    if (i == first || i >= figures.size() || figures[i].kind != FigureKind::percent) continue;
    const Figure& percent = figures[i];
    if (!share_sentence(percent, figures[part])) continue;
    if (percent.bound == Bound::at_least || percent.bound == Bound::at_most) continue;
    const Figure& near = figures[i + 1 == last || i > last ? last : first];
    if (is_apposition(reading, percent, near, i > last) && !fits(percent, expected))
      found.push_back({ContradictionKind::wrong_percentage, i, part, std::round(expected * 10) / 10});
  }
}

bool is_apposition(const Reading& reading, const Figure& percent, const Figure& near, bool is_behind) {
  if (!is_behind) return is_mark(reading, near, near.word - 1, "(") && near.word == percent.word_end + 1;
  const auto form = [&](std::uint32_t at) -> const Form& { return reading.form_of(reading.words[at]); };
  const auto is_or = [&](std::uint32_t at) { return cue_at(reading, Cue::or_else, at, at + 1) > 0; };
  std::uint32_t before = percent.word - 1;
  for (int articles = 0; articles < 2 && before > near.word_end && form(before).is_function_word; ++articles)
    before -= is_or(before) ? 0 : 1;  // "(el 50 %)", "(that is 50 %)"
  if (percent.word > near.word_end + longest_phrase) return false;
  for (std::uint32_t at = near.word_end; at < before; ++at)
    if (form(at).kind == WordKind::mark && form(at).text != "," && form(at).text != "-") return false;
  return is_mark(reading, percent, before, "(") || is_mark(reading, percent, before, "（") ||
         (is_or(before) && is_mark(reading, percent, before - 1, ","));
}

}  // namespace plumbline
