// Parts that exclude each other and exceed their whole.
#include "rules/figures/exclusive_parts.h"

#include "rules/figures/exclusive_pairs.h"
#include "rules/figures/marks.h"
#include "rules/figures/part_counts.h"

namespace plumbline {
namespace {

constexpr std::uint32_t most_followers = 5;  // figures behind a whole that are looked at for two parts of it
constexpr std::uint32_t longest_aside = 12;  // words before a figure in brackets

// "(2012: 104), of whom …": a bracket that opened before the figure closes before what follows.
bool is_set_apart(const Reading& reading, const Figure& figure, std::uint32_t follower) {
  int depth = 0;
  for (std::uint32_t at = figure.word_end; at < follower; ++at) {
    if (opens_bracket(reading, at)) ++depth;
    if (closes_bracket(reading, at) && --depth < 0) return true;
  }
  return false;
}

// The only figure of a bracket that opens and closes behind `whole`: "(2012: 104)".
bool is_aside(const Reading& reading, const std::vector<Figure>& figures, const Figure& whole, std::uint32_t i) {
  const Figure& figure = figures[i];
  std::uint32_t opening = figure.word;
  while (opening > whole.word_end && figure.word - opening < longest_aside && !opens_bracket(reading, opening))
    --opening;
  if (!opens_bracket(reading, opening)) return false;
  if (i > 0 && figures[i - 1].word >= opening) return false;
  for (std::uint32_t at = opening; at < figure.word; ++at)
    if (closes_bracket(reading, at)) return false;
  const bool is_last = i + 1 == figures.size() || figures[i + 1].sentence != figure.sentence;
  return is_last || is_set_apart(reading, figure, figures[i + 1].word);
}

// Empty where too many figures follow.
std::vector<std::uint32_t> parts_behind(const Reading& reading, const std::vector<Figure>& figures, std::uint32_t i) {
  std::vector<std::uint32_t> parts;
  for (std::uint32_t k = i + 1; k < figures.size() && share_sentence(figures[k], figures[i]); ++k) {
    if (k > i + most_followers) return {};
    if (!is_aside(reading, figures, figures[i], k)) parts.push_back(k);
  }
  return parts;
}

}  // namespace

std::optional<Contradiction> find_excess_of_exclusive_parts(const Reading& reading, const std::vector<Figure>& figures,
                                                            std::uint32_t i) {
  const std::vector<std::uint32_t> parts = parts_behind(reading, figures, i);
  if (parts.size() != 2) return {};
  const Figure &whole = figures[i], &first = figures[parts[0]], &second = figures[parts[1]];
  if (!counts_as_part(first) || !counts_as_part(second)) return {};
  const double sum = first.value + second.value;
  if (first.value >= whole.value || second.value >= whole.value || sum <= whole.value) return {};
  if (is_set_apart(reading, whole, first.word) || !are_exclusive(reading, whole.word_end, whole.sentence_end))
    return {};
  return Contradiction{ContradictionKind::wrong_sum, i, parts[1], sum};
}

}  // namespace plumbline
