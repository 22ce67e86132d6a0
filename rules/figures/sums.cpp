// Parts listed beside their whole that do not add up to it.
#include "rules/figures/sums.h"

#include "rules/figures/cues.h"
#include "rules/figures/marks.h"
#include "rules/figures/part_counts.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double most_apart = 0.3;         // of the whole: beyond it, the list is of something else
constexpr double amounts_rounding = 0.02;  // of the whole
// Words of a whole's phrase up to the mark that opens its list.
constexpr std::uint32_t words_behind_total = 8, words_behind_count = 2;
constexpr std::uint32_t longest_noun = 6;  // ideographs before the number

struct PartList {
  std::vector<std::uint32_t> parts;  // figures
  std::uint32_t from = 0, to = 0;    // words: the opening mark or first part, and what closes it
};

bool is_amount_of(const Figure& figure, const Figure& whole) {
  return figure.kind == FigureKind::money && figure.unit == whole.unit && figure.bound == Bound::exact &&
         !figure.is_distributive && !figure.is_increment;
}

class SumFinder {
 public:
  SumFinder(const Reading& reading, const std::vector<Figure>& figures) : reading_(reading), figures_(figures) {}

  std::optional<Contradiction> run(std::uint32_t i) const {
    const Figure& whole = figures_[i];
    const bool is_amount = whole.kind == FigureKind::money && whole.bound == Bound::exact && !whole.is_distributive;
    if (whole.is_increment || (!is_amount && !counts_as_whole(whole))) return {};
    std::optional<PartList> list = list_behind(i);
    if (!list && !is_amount && whole.is_total) list = list_before(i);
    if (!list || !is_complete(*list, whole)) return {};
    double sum = 0;
    for (const std::uint32_t part : list->parts)
      sum += figures_[part].value;
    const double distance = std::fabs(sum - whole.value);
    const double rounding = is_amount ? amounts_rounding * whole.value : 0;
    if (distance <= rounding || distance > most_apart * whole.value) return {};
    const std::uint32_t farthest = list->parts.front() > i ? list->parts.back() : list->parts.front();
    return Contradiction{ContradictionKind::wrong_sum, i, farthest, sum};
  }

 private:
  const Form& form(std::uint32_t at) const { return reading_.form_of(reading_.words[at]); }

  // Without parts where a list opens that is none of figures.
  std::optional<PartList> list_behind(std::uint32_t i) const {
    const Figure& whole = figures_[i];
    std::uint32_t opening = whole.counted_end;
    const std::uint32_t limit = std::min(whole.sentence_end, whole.counted_end + words_behind_total);
    while (opening < limit && !opens_parts(opening))
      ++opening;
    if (opening >= limit) return {};
    const bool is_far = !whole.is_total && opening >= whole.counted_end + words_behind_count;
    if (is_far && !is_colon(reading_, opening)) return {};
    std::uint32_t closing = whole.sentence_end;
    if (opens_bracket(reading_, opening)) {
      closing = opening + 1;
      while (closing < whole.sentence_end && !closes_bracket(reading_, closing))
        ++closing;
      if (closing == whole.sentence_end) return {};
    } else if (!whole.is_total && !is_colon(reading_, opening)) {
      return {};
    }
    PartList list{{}, opening, closing};
    std::uint32_t first = i + 1;
    // "24 committees in the three regions: 10 …", not "24 meetings in 30 towns: 12 …"
    for (; first < figures_.size() && figures_[first].text == whole.text && figures_[first].word < opening; ++first)
      if (!is_far || figures_[first].value > most_apart * whole.value) return list;
    for (std::uint32_t k = first; k < figures_.size() && figures_[k].text == whole.text && figures_[k].word < closing;
         ++k)
      list.parts.push_back(k);
    if (!list.parts.empty() && !begins_with(figures_[list.parts.front()], opening)) list.parts.clear();
    return list;
  }

  bool opens_parts(std::uint32_t at) const {
    const std::string& mark = form(at).text;
    return opens_bracket(reading_, at) || is_colon(reading_, at) || mark == "—" || mark == "–" || mark == "，" ||
           (mark == "," && at + 1 < reading_.words.size() && form(at + 1).kind == WordKind::number);
  }

  // The first part stands behind its opening mark; in Chinese its noun may come first ("：法官90人").
  bool begins_with(const Figure& part, std::uint32_t opening) const {
    if (part.word == opening + 1) return true;
    if (reading_.texts[part.text].language != Language::zh || part.word > opening + 1 + longest_noun) return false;
    for (std::uint32_t at = opening + 1; at < part.word; ++at)
      if (form(at).kind != WordKind::ideograph) return false;
    return true;
  }

  std::optional<PartList> list_before(std::uint32_t i) const {
    const Figure& whole = figures_[i];
    std::uint32_t first = i;
    while (first > 0 && share_sentence(figures_[first - 1], whole))
      --first;
    PartList list;
    for (std::uint32_t k = first; k < i; ++k)
      list.parts.push_back(k);
    keep_what_is_counted_in(whole, list.parts);
    if (list.parts.empty()) return {};
    list.from = figures_[list.parts.front()].word;
    list.to = whole.word;
    return list;
  }

  // "two centres, one with 24 places and one with 18 places, 42 places in all": where some count what the total counts,
  // the others are no parts of it.
  void keep_what_is_counted_in(const Figure& whole, std::vector<std::uint32_t>& parts) const {
    if (whole.head == no_index) return;
    const auto counts_other = [&](std::uint32_t part) { return figures_[part].head != whole.head; };
    if (!std::all_of(parts.begin(), parts.end(), counts_other)) std::erase_if(parts, counts_other);
  }

  // Two parts or more, alike in what they count, and nothing that says there are others.
  bool is_complete(const PartList& list, const Figure& whole) const {
    if (list.parts.size() < 2) return false;
    for (std::uint32_t at = list.from; at < list.to; ++at)
      if (cue_at(reading_, Cue::not_all, at, list.to)) return false;
    bool has_phrases = false;
    for (const std::uint32_t i : list.parts) {
      const Figure& part = figures_[i];
      const bool is_part = counts_as_part(part) || is_amount_of(part, whole);
      if (!is_part || part.kind != whole.kind || part.value >= whole.value) return false;
      has_phrases = has_phrases || !part.counted.empty();
    }
    const bool in_brackets = opens_bracket(reading_, list.from);
    const bool has_colon = is_colon(reading_, list.from);  // "12 projects: five in the north, …"
    if (!in_brackets && !are_parallel(list.parts) && !(has_colon && are_placed(list.parts))) return false;
    return has_phrases || has_colon;
  }

  // Each part is followed by a phrase of its own or by the same preposition: "40 in the north and 31 in the south".
  bool are_parallel(const std::vector<std::uint32_t>& parts) const {
    std::uint32_t preposition = no_index;
    bool all_phrases = true, all_prepositions = true;
    for (const std::uint32_t part : parts) {
      const Figure& figure = figures_[part];
      all_phrases = all_phrases && !figure.counted.empty() && has_no_predicate(reading_, figure);
      if (figure.word_end >= figure.sentence_end) return false;
      const std::uint32_t next =
          reading_.words[figure.counted_end < figure.sentence_end ? figure.counted_end : figure.word_end].form;
      if (preposition == no_index) preposition = next;
      all_prepositions = all_prepositions && next == preposition && reading_.forms[next].cannot_end;
    }
    return all_phrases || all_prepositions;
  }

  // "215 cases: 140 em Lisca, 45 em Vale Fundo e 30 nas ilhas": each part is followed by a preposition.
  bool are_placed(const std::vector<std::uint32_t>& parts) const {
    return std::all_of(parts.begin(), parts.end(), [&](std::uint32_t part) {
      const Figure& figure = figures_[part];
      return figure.counted.empty() && figure.word_end < figure.sentence_end && form(figure.word_end).cannot_end;
    });
  }

  const Reading& reading_;
  const std::vector<Figure>& figures_;
};

}  // namespace

std::optional<Contradiction> find_wrong_sum(const Reading& reading, const std::vector<Figure>& figures,
                                            std::uint32_t i) {
  return SumFinder(reading, figures).run(i);
}

}  // namespace plumbline
