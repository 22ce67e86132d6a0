// inconsistent-figure: figures of one submission that cannot all be right
#include "rules/check.h"
#include "rules/figures/contradictions.h"
#include "rules/text_facts.h"

namespace plumbline::checks {
namespace {

class Teller {
 public:
  Teller(const Submission& submission, const std::vector<Figure>& figures)
      : submission_(submission), figures_(figures) {}

  void tell(const Contradiction& found, CheckLog& log) const {
    const Figure& figure = figures_[found.figure];
    const Text& text = text_of(figure);
    const Passage& passage = passage_of(submission_.report, submission_.reading, text);
    const auto [start, end] = range_of(found);
    Finding& finding = log.find_at(node_of(submission_.report, text), passage, start, end - start, message(found));
    const Figure& other = figures_[found.other];
    const Passage& elsewhere = passage_of(submission_.report, submission_.reading, text_of(other));
    finding.related.push_back({std::string(node_of(submission_.report, text_of(other))),
                               "\"" + phrase_of(other) + "\" stands here", elsewhere.where(other.start, other.length)});
  }

 private:
  const Text& text_of(const Figure& figure) const { return submission_.reading.texts[figure.text]; }

  std::uint32_t end_of(const Figure& figure) const {
    const std::uint32_t last = std::max(figure.word_end, figure.counted_end) - 1;
    return std::max(figure.start + figure.length, submission_.reading.words[last].end());
  }

  // From the first of the two to the end of the last, where both stand in one sentence.
  std::pair<std::uint32_t, std::uint32_t> range_of(const Contradiction& found) const {
    const Figure &a = figures_[found.figure], &b = figures_[found.other];
    if (a.text != b.text || a.sentence != b.sentence) return {a.start, end_of(a)};
    return {std::min(a.start, b.start), std::max(end_of(a), end_of(b))};
  }

  std::string phrase_of(const Figure& figure) const {
    const Passage& passage = passage_of(submission_.report, submission_.reading, text_of(figure));
    return passage.text.substr(figure.start, end_of(figure) - figure.start);
  }

  std::string message(const Contradiction& found) const {
    const std::string mine = "\"" + phrase_of(figures_[found.figure]) + "\"",
                      other = "\"" + phrase_of(figures_[found.other]) + "\"";
    const std::string expected = to_string_of_value(found.expected);
    switch (found.kind) {
      case ContradictionKind::other_value:
        return mine + " here, but " + other + " in another place, for what seems to be the same thing";
      case ContradictionKind::other_whole:
        return mine + " is given as the whole here, but " + other + " was named before";
      case ContradictionKind::part_over_whole:
        return "the part, " + mine + ", is larger than its whole, " + other;
      case ContradictionKind::wrong_sum:
        return "the parts add up to " + expected + ", not to the " + mine + " that they are said to be parts of";
      case ContradictionKind::wrong_percentage:
        return mine + " does not match the counts that it stands with: they make " + expected + " %";
      case ContradictionKind::wrong_growth:
        return mine + " does not match the two values before it: they make " + expected + " %";
      case ContradictionKind::words_and_digits:
        return "the number in words, " + other + ", and in digits, " + mine + ", differ";
    }
    return mine;
  }

  const Submission& submission_;
  const std::vector<Figure>& figures_;
};

void run(const Submission& submission, CheckLog& log) {
  const std::vector<Figure>& figures = submission.facts.figures;
  log.look(static_cast<std::uint32_t>(figures.size()));
  const Teller teller(submission, figures);
  for (const Contradiction& found :
       find_contradictions(submission.reading, submission.report, figures, submission.facts.acronyms)) {
    if (submission.reading.texts[figures[found.figure].text].kind != TextKind::loose) teller.tell(found, log);
  }
}

}  // namespace

extern const Check inconsistent_figure;
const Check inconsistent_figure = {
    "inconsistent-figure",
    Severity::error,
    "Figures that cannot all be right",
    "Figures are what readers quote from a report; two values for one thing cast doubt on all the others.",
    "Find the right figure and use it everywhere, or say what makes the two differ (year, area, group).",
    "A total of 72 persons were charged; 59 of the 72 have been arrested.",
    "A total of 72 persons were charged; 59 of the 71 have been arrested.",
    run,
};

}  // namespace plumbline::checks
