// unmeasured-goal: a goal asks for a number, and no action under its target gives one for it
#include "rules/check.h"
#include "rules/figures/figure.h"
#include "rules/reading/excerpt.h"

#include <algorithm>
#include <unordered_set>

namespace plumbline::checks {
namespace {

bool asks_for_number(const Figure& figure) {
  return figure.kind == FigureKind::percent || figure.kind == FigureKind::count || figure.kind == FigureKind::measure;
}

// Stems of the words that say what the goal is about.
std::unordered_set<std::uint32_t> subject_of(const Reading& reading, const Text& goal) {
  std::unordered_set<std::uint32_t> roots;
  for (const Word& word : reading.words_of(goal)) {
    const Form& form = reading.form_of(word);
    const bool tells =
        form.is_content_word() ? form.letters >= 4 : form.kind == WordKind::ideograph && !form.is_function_word;
    if (tells) roots.insert(form.root);
  }
  return roots;
}

// A sentence that shares enough words with the goal speaks of what the goal is about.
bool speaks_of(const Reading& reading, const Figure& figure, const std::unordered_set<std::uint32_t>& subject) {
  std::unordered_set<std::uint32_t> shared;
  for (std::uint32_t at = figure.sentence; at < figure.sentence_end; ++at) {
    const Form& form = reading.form_of(reading.words[at]);
    if (subject.contains(form.root)) shared.insert(form.root);
  }
  const bool is_ideographic = reading.texts[figure.text].language == Language::zh;
  return shared.size() >= (is_ideographic ? 6u : 2u);
}

void run(const Submission& submission, CheckLog& log) {
  const Reading& reading = submission.reading;
  const bool has_digits =
      std::any_of(submission.report.goals.begin(), submission.report.goals.end(), [](const Goal& goal) {
        return std::any_of(goal.passage.text.begin(), goal.passage.text.end(),
                           [](char c) { return c == '%' || (c >= '0' && c <= '9'); }) ||
               goal.passage.text.find("百分") != std::string::npos || goal.passage.text.find("٪") != std::string::npos;
      });
  log.look(static_cast<std::uint32_t>(submission.report.goals.size()));
  if (!has_digits) return;
  const std::vector<Figure> figures = find_figures(reading);
  for (const Text& goal : reading.texts) {
    if (goal.kind != TextKind::goal) continue;
    const auto asked = std::find_if(figures.begin(), figures.end(), [&](const Figure& figure) {
      return &reading.texts[figure.text] == &goal && !figure.is_spelled_out && asks_for_number(figure);
    });
    if (asked == figures.end()) continue;
    const auto subject = subject_of(reading, goal);
    const bool is_measured = std::any_of(figures.begin(), figures.end(), [&](const Figure& figure) {
      const Text& text = reading.texts[figure.text];
      return text.kind == TextKind::action && text.target == goal.target && speaks_of(reading, figure, subject);
    });
    if (is_measured) continue;
    const Goal& item = submission.report.goals[goal.index];
    const std::string number = item.passage.text.substr(asked->start, asked->length);
    log.find_in(item.id, item.passage,
                "the goal asks for \"" + number + "\", and no action under its target gives a figure for it");
  }
}

}  // namespace

extern const Check unmeasured_goal;
const Check unmeasured_goal = {
    "unmeasured-goal",
    Severity::info,
    "A goal asks for a number that no action gives",
    "Whether a goal that is stated as a number was reached can only be told by a number.",
    "Say under the target how far it is: from which value, to which value, in which year.",
    "Goal: at least 10 % more identified victims a year. Action: 79 victims were identified in 2012, 64 in 2011.",
    "Goal: at least 10 % more identified victims a year. Action: Officers were trained.",
    run,
};

}  // namespace plumbline::checks
