// Parts of a whole that their clause begins with.
#include "rules/figures/leading_wholes.h"

#include "rules/figures/cues.h"
#include "rules/figures/marks.h"
#include "rules/figures/part_counts.h"
#include "rules/figures/percentages.h"

namespace plumbline {
namespace {

// Parts of an open list may overlap; where they do, they mostly exceed their whole by more.
constexpr double widest_excess = 1.15;

class LeadingWhole {
 public:
  LeadingWhole(const Reading& reading, const std::vector<Figure>& figures, std::uint32_t index)
      : reading_(reading),
        figures_(figures),
        index_(index),
        whole_(figures[index]),
        language_(reading.texts[whole_.text].language) {}

  bool begins_clause() const {
    const std::uint32_t cue = cue_before(reading_, Cue::whole_front, whole_.word, whole_.sentence);
    if (cue == 0) return false;
    const std::uint32_t first = whole_.word - cue;
    return first == whole_.sentence || is_comma(reading_, first - 1) || is_semicolon(reading_, first - 1);
  }

  // All counts behind it in its sentence; none where another figure is among them, or where they do not belong to it.
  std::vector<std::uint32_t> parts() const {
    std::vector<std::uint32_t> parts;
    for (std::uint32_t i = index_ + 1; i < figures_.size() && share_sentence(figures_[i], whole_); ++i) {
      const bool is_share = i == index_ + 2 && figures_[i].kind == FigureKind::percent;
      if (is_share) continue;  // "Of the 80 centres, 20 (25 %)"
      if (!counts_as_part(figures_[i])) return {};
      parts.push_back(i);
    }
    if (!parts.empty() && !is_set_off_from(figures_[parts[0]])) parts.clear();
    return parts;
  }

  bool counts_alike(const Figure& part) const {
    if (language_ == Language::zh)
      return !part.counted.empty() && !whole_.counted.empty() && part.counted[0] == whole_.counted[0];
    return part.counted.empty() || part.head == whole_.head;
  }

  // "Of the 200 schools in the north, …" are not all the schools named before.
  bool is_narrowed() const {
    for (std::uint32_t at = whole_.counted_end; at < whole_.sentence_end && form(at).kind != WordKind::mark; ++at)
      if (form(at).is_function_word) return true;
    return false;
  }

  // Each part behind the first stands in a list and has no predicate of its own.
  bool are_listed(const std::vector<std::uint32_t>& parts) const {
    for (std::size_t k = 1; k < parts.size(); ++k) {
      const Figure& part = figures_[parts[k]];
      const std::uint32_t before = part.word - 1;
      if (!separates_items(reading_, before) && !form(before).is_function_word) return false;
      if (language_ != Language::zh && !has_no_predicate(reading_, part)) return false;
    }
    return true;
  }

 private:
  const Form& form(std::uint32_t at) const { return reading_.form_of(reading_.words[at]); }

  // By a comma, but for "Von 120 Meldungen betrafen 70 …"; in Chinese by "中" too: "在80起案件中，85起", not
  // "在7个省开展试点，在42个省".
  bool is_set_off_from(const Figure& part) const {
    if (language_ == Language::de || language_ == Language::ru) return true;
    bool has_comma = false, is_inside = language_ != Language::zh;
    for (std::uint32_t at = whole_.word_end; at < part.word; ++at) {
      has_comma = has_comma || is_comma(reading_, at);
      is_inside = is_inside || cue_at(reading_, Cue::part_inside, at, part.word) > 0;
    }
    return has_comma && is_inside;
  }

  const Reading& reading_;
  const std::vector<Figure>& figures_;
  std::uint32_t index_;
  const Figure& whole_;
  Language language_;
};

}  // namespace

bool exceeds_leading_whole(const Reading& reading, const std::vector<Figure>& figures, const NamedWholes& named_wholes,
                           std::uint32_t i, std::vector<Contradiction>& found) {
  const LeadingWhole leading(reading, figures, i);
  if (!leading.begins_clause()) return false;
  const std::vector<std::uint32_t> parts = leading.parts();
  if (parts.empty()) return false;
  const Figure &whole = figures[i], &first = figures[parts[0]];
  if (first.value > whole.value && leading.counts_alike(first)) {
    found.push_back({ContradictionKind::part_over_whole, parts[0], i, whole.value});
    return true;
  }
  if (whole.is_definite && !leading.is_narrowed()) named_wholes.compare(i, found);
  if (parts.size() == 1) {
    compare_percentages(reading, figures, parts[0], i, found);
    return false;
  }
  if (!leading.are_listed(parts)) return false;
  double sum = 0;
  for (const std::uint32_t part : parts)
    sum += figures[part].value;
  if (sum <= whole.value || sum > widest_excess * whole.value) return false;
  found.push_back({ContradictionKind::wrong_sum, i, parts.back(), sum});
  return true;
}

}  // namespace plumbline
