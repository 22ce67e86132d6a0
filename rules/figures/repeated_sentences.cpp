// Sentences are keyed by their words without the figures; those of one key are compared figure by figure. What stands
// behind a first clause may tell it from others like it, but not from a sentence that ends where the clause does.
#include "rules/figures/repeated_sentences.h"

#include "rules/figures/labels.h"
#include "rules/figures/marks.h"

#include <algorithm>
#include <unordered_map>

namespace plumbline {
namespace {

constexpr std::uint32_t least_words = 4;  // besides the figures; ideographs count a half

// A sentence, or its first clause.
struct Sentence {
  std::uint32_t first_figure = 0, figure_count = 0;
  bool is_whole = true;
};

class Comparison {
 public:
  Comparison(const Reading& reading, const Report& report, const std::vector<Figure>& figures)
      : reading_(reading), report_(report), figures_(figures) {}

  std::vector<Contradiction> run() {
    for (std::uint32_t i = 0; i < figures_.size();) {
      std::uint32_t end = i + 1;
      while (end < figures_.size() && figures_[end].text == figures_[i].text &&
             figures_[end].sentence == figures_[i].sentence)
        ++end;
      take({i, end - i});
      i = end;
    }
    std::vector<Contradiction> found;
    for (const auto& [key, sentences] : by_words_)
      if (sentences.size() == 2) compare(sentences[0], sentences[1], found);
    return found;
  }

 private:
  void take(const Sentence& sentence) {
    const Figure& first = figures_[sentence.first_figure];
    const Text& text = reading_.texts[first.text];
    if (text.kind != TextKind::action) return;
    if (!report_.actions[text.index].cells.empty()) return;
    add(sentence, first.sentence_end);
    const std::uint32_t comma = first_comma_behind(first);
    if (comma == first.sentence_end) return;
    Sentence clause{sentence.first_figure, 0, false};
    while (clause.figure_count < sentence.figure_count &&
           figures_[clause.first_figure + clause.figure_count].word < comma)
      ++clause.figure_count;
    add(clause, comma);
  }

  std::uint32_t first_comma_behind(const Figure& figure) const {
    std::uint32_t at = std::max(figure.word_end, figure.counted_end);
    while (at < figure.sentence_end && !is_comma(reading_, at) && !is_semicolon(reading_, at))
      ++at;
    return at;
  }

  // Behind "（四）" or "a)".
  std::uint32_t begin_of(const Figure& figure) const {
    constexpr std::uint32_t longest_marker = 4;
    const std::uint32_t end = std::min(figure.word, figure.sentence + longest_marker);
    for (std::uint32_t at = figure.sentence; at < end; ++at)
      if (closes_bracket(reading_, at)) return at + 1;
    return figure.sentence;
  }

  void add(const Sentence& sentence, std::uint32_t end) {
    const Figure& first = figures_[sentence.first_figure];
    std::uint64_t key = label_key(report_, reading_.texts[first.text]);
    std::uint32_t words = 0, figure = sentence.first_figure;
    const std::uint32_t last = sentence.first_figure + sentence.figure_count;
    for (std::uint32_t at = begin_of(first); at < end; ++at) {
      if (figure < last && at == figures_[figure].word) {
        key = key * 0x9e3779b97f4a7c15 + 1;
        at = figures_[figure++].word_end - 1;
        continue;
      }
      const Form& form = reading_.form_of(reading_.words[at]);
      if (form.kind == WordKind::mark) continue;
      key = key * 0x9e3779b97f4a7c15 + reading_.words[at].form + 2;
      words += form.kind == WordKind::ideograph ? 1 : 2;
    }
    if (words < 2 * least_words) return;
    auto& sentences = by_words_[key];
    const bool is_known = std::any_of(sentences.begin(), sentences.end(),
                                      [&](const Sentence& other) { return differing(other, sentence).size() == 0; });
    if (!is_known && sentences.size() < 3) sentences.push_back(sentence);
  }

  const Text& text_of(const Sentence& sentence) const { return reading_.texts[figures_[sentence.first_figure].text]; }

  // Places (0 …) of the figures that have not one value in both.
  std::vector<std::uint32_t> differing(const Sentence& a, const Sentence& b) const {
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < std::min(a.figure_count, b.figure_count); ++i)
      if (figures_[a.first_figure + i].value != figures_[b.first_figure + i].value) places.push_back(i);
    return places;
  }

  void compare(const Sentence& a, const Sentence& b, std::vector<Contradiction>& found) const {
    if (a.figure_count != b.figure_count || (!a.is_whole && !b.is_whole) ||
        are_items_of_one_list(report_, text_of(a), text_of(b)))
      return;
    const auto places = differing(a, b);
    if (places.size() != 1) return;
    const std::uint32_t one = a.first_figure + places[0], other = b.first_figure + places[0];
    if (figures_[one].text == figures_[other].text || figures_[one].is_increment) return;
    found.push_back({ContradictionKind::other_value, other, one, figures_[one].value});
  }

  const Reading& reading_;
  const Report& report_;
  const std::vector<Figure>& figures_;
  std::unordered_map<std::uint64_t, std::vector<Sentence>> by_words_;
};

}  // namespace

std::vector<Contradiction> find_repeated_sentences(const Reading& reading, const Report& report,
                                                   const std::vector<Figure>& figures) {
  return Comparison(reading, report, figures).run();
}

}  // namespace plumbline
