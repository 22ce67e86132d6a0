// Parts in a list that has no nouns of its own.
#include "rules/figures/listed_parts.h"

#include "rules/figures/cues.h"
#include "rules/figures/marks.h"
#include "rules/figures/part_counts.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double most_apart = 0.15;  // of the whole: beyond it, the list is of something else

class ListFinder {
 public:
  ListFinder(const Reading& reading, const std::vector<Figure>& figures) : reading_(reading), figures_(figures) {}

  std::vector<Contradiction> run() {
    for (std::uint32_t i = 0; i + 2 < figures_.size(); ++i)
      if (counts(figures_[i]) && !figures_[i].counted.empty()) compare(i);
    return std::move(found_);
  }

 private:
  const Form& form(std::uint32_t at) const { return reading_.form_of(reading_.words[at]); }

  static bool counts(const Figure& figure) {
    return figure.kind == FigureKind::count && figure.bound == Bound::exact && figure.decimals == 0 &&
           !figure.is_distributive && !figure.is_increment && figure.value >= 2;
  }

  // "10 on the coast and 9 on the islands", "10 de la costa y 9 del interior": what is counted was said before, and the
  // phrases are parallel. "12 of them women and 20 from the north" overlap.
  bool is_parallel(const Figure& part, const Figure& first) const {
    constexpr std::size_t alike = 2;  // bytes: "de", "del"
    if (part.word_end >= part.sentence_end || cue_at(reading_, Cue::part_pronoun, part.word_end, part.sentence_end) > 0)
      return false;
    const Form &behind = form(part.word_end), &behind_first = form(first.word_end);
    return behind.is_function_word && behind.folded.substr(0, alike) == behind_first.folded.substr(0, alike);
  }

  // A comma right behind what is counted, or the sentence's colon before the first part.
  bool opens_list(const Figure& whole, const Figure& first) const {
    const std::uint32_t mark = first.word - 1;
    if (is_colon(reading_, mark)) return true;
    return separates_items(reading_, mark) && mark == whole.counted_end;
  }

  // Behind a comma, or the last behind "and".
  bool is_joined(const Figure& part) const {
    return separates_items(reading_, part.word - 1) ||
           (form(part.word - 1).is_function_word && form(part.word - 1).cannot_end);
  }

  // Hardly more than the last part's own phrase stands before the next comma or the sentence's end.
  bool ends_clause(const Figure& last) const {
    constexpr std::uint32_t most_words = 6;
    std::uint32_t words = 0;
    for (std::uint32_t at = last.word_end;
         at < last.sentence_end && !separates_items(reading_, at) && form(at).text != ";"; ++at)
      words += form(at).kind == WordKind::word;
    return words <= most_words;
  }

  void compare(std::uint32_t i) {
    const Figure& whole = figures_[i];
    std::vector<std::uint32_t> parts;
    double sum = 0;
    for (std::uint32_t k = i + 1; k < figures_.size() && share_sentence(figures_[k], whole); ++k) {
      const Figure& part = figures_[k];
      if (!counts(part) || part.value >= whole.value) return;
      if (!is_parallel(part, parts.empty() ? part : figures_[parts.front()])) return;
      if (!(parts.empty() ? opens_list(whole, part) : is_joined(part))) return;
      parts.push_back(k);
      sum += part.value;
    }
    if (parts.size() < 2 || separates_items(reading_, figures_[parts.back()].word - 1) ||
        !ends_clause(figures_[parts.back()]))
      return;
    if (sum == whole.value || std::fabs(sum - whole.value) > most_apart * whole.value) return;
    found_.push_back({ContradictionKind::wrong_sum, i, parts.back(), sum});
  }

  const Reading& reading_;
  const std::vector<Figure>& figures_;
  std::vector<Contradiction> found_;
};

}  // namespace

std::vector<Contradiction> find_wrong_lists(const Reading& reading, const std::vector<Figure>& figures) {
  return ListFinder(reading, figures).run();
}

}  // namespace plumbline
