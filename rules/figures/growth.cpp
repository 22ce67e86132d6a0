// Percentages by which something grew or fell.
#include "rules/figures/growth.h"

#include "rules/figures/cues.h"
#include "rules/figures/marks.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr std::uint32_t words_to_percentage = 14;

bool are_two_values(const Reading& reading, const Figure& before, const Figure& after) {
  if (before.text != after.text || before.sentence != after.sentence) return false;
  const bool has_kind = before.kind == FigureKind::count || before.kind == FigureKind::money;
  if (!has_kind || before.kind != after.kind || before.value < 1 || after.value < 1) return false;
  return cue_before(reading, Cue::grown_from, before.word, before.sentence) > 0 &&
         cue_before(reading, Cue::grown_to, after.word, before.word_end) > 0;
}

// A word for growth stands there, and none that says what else grew: "…, and demand was up 8 %".
bool tells_growth(const Reading& reading, std::uint32_t from, std::uint32_t to) {
  bool is_told = false;
  for (std::uint32_t at = from; at < to;) {
    const Form& form = reading.form_of(reading.words[at]);
    if (const std::uint32_t words = cue_at(reading, Cue::growth, at, to); words > 0) {
      is_told = true;
      at += words;
      continue;
    }
    const bool is_plain = form.kind == WordKind::mark ? !is_semicolon(reading, at)
                                                      : form.kind != WordKind::ideograph && !form.is_content_word();
    if (!is_plain) return false;
    ++at;
  }
  return is_told;
}

bool fits(const Figure& percentage, double before, double after) {
  const bool is_rough = percentage.bound != Bound::exact;
  const double tolerance = is_rough ? 5.0 : percentage.decimals == 0 ? 1.0 : 0.2;
  const double grown = 100 * std::fabs(after - before) / before;
  const double fallen = 100 * std::fabs(after - before) / after;
  const double share = 100 * after / before;
  // The values may have been rounded themselves.
  const auto is_near = [&](double value) { return std::fabs(percentage.value - value) <= tolerance + 0.05 * value; };
  return is_near(grown) || is_near(fallen) || is_near(share);
}

}  // namespace

std::vector<Contradiction> find_wrong_growth(const Reading& reading, const std::vector<Figure>& figures) {
  std::vector<Contradiction> found;
  for (std::uint32_t i = 0; i + 2 < figures.size(); ++i) {
    const Figure &before = figures[i], &after = figures[i + 1], &percentage = figures[i + 2];
    if (percentage.kind != FigureKind::percent || percentage.sentence != after.sentence) continue;
    if (percentage.text != after.text || percentage.word - after.word_end > words_to_percentage) continue;
    if (!are_two_values(reading, before, after) ||
        !tells_growth(reading, std::max(after.word_end, after.counted_end), percentage.word))
      continue;
    if (!fits(percentage, before.value, after.value))
      found.push_back({ContradictionKind::wrong_growth, i + 2, i + 1,
                       std::round(1000 * (after.value - before.value) / before.value) / 10});
  }
  return found;
}

}  // namespace plumbline
