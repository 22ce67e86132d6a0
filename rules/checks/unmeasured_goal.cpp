// unmeasured-goal: a goal asks for a number, and no action under its target gives one for it
#include "rules/check.h"
#include "rules/text_facts.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace plumbline::checks {
namespace {

// A share, or a count of something; not the "3" of a stray "page 3 of 4".
bool asks_for_number(const Figure& figure) {
  if (figure.kind == FigureKind::percent) return true;
  return figure.kind == FigureKind::count && !figure.counted.empty() && figure.value >= 10;
}

// "the number of": what stands behind it is what the goal counts (in Chinese, what stands before it).
bool is_number_noun(const Form& form) {
  constexpr std::string_view nouns[] = {"number",   "numbers",  "nombre",     "numero",     "zahl", "anzahl",
                                        "число",    "числа",    "количество", "количества", "عدد",  "العدد",
                                        "quantity", "cantidad", "volume",     "volumen"};
  return std::find(std::begin(nouns), std::end(nouns), form.folded) != std::end(nouns);
}

struct Subject {
  std::unordered_set<std::uint32_t> roots;
  std::size_t least_shared = 1;  // of the roots, in a sentence that speaks of the subject
};

// What the goal counts; where it does not say, all that it speaks of.
Subject subject_of(const Reading& reading, const Text& goal) {
  const auto words = reading.words_of(goal);
  Subject subject;
  for (std::size_t i = 0; i < words.size() && subject.roots.empty(); ++i) {
    if (!is_number_noun(reading.form_of(words[i]))) continue;
    for (std::size_t k = i + 1; k < words.size() && k < i + 6 && subject.roots.size() < 2; ++k)
      if (const Form& form = reading.form_of(words[k]); form.is_content_word() && form.letters >= 4)
        subject.roots.insert(form.root);
  }
  if (goal.language == Language::zh) {
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string two = reading.form_of(words[i - 1]).text + reading.form_of(words[i]).text;
      if (two != "人数" && two != "数量" && two != "数目") continue;
      for (std::size_t k = i > 10 ? i - 10 : 0; k + 1 < i; ++k)
        if (const Form& form = reading.form_of(words[k]); form.kind == WordKind::ideograph && !form.is_function_word)
          subject.roots.insert(form.root);
      break;
    }
    subject.least_shared = 3;
  }
  if (!subject.roots.empty()) return subject;
  for (const Word& word : words) {
    const Form& form = reading.form_of(word);
    const bool tells =
        form.is_content_word() ? form.letters >= 4 : form.kind == WordKind::ideograph && !form.is_function_word;
    if (tells) subject.roots.insert(form.root);
  }
  subject.least_shared = goal.language == Language::zh ? 6 : 2;
  return subject;
}

bool speaks_of(const Reading& reading, const Figure& figure, const Subject& subject) {
  std::unordered_set<std::uint32_t> shared;
  for (std::uint32_t at = figure.sentence; at < figure.sentence_end; ++at) {
    const Form& form = reading.form_of(reading.words[at]);
    if (subject.roots.contains(form.root)) shared.insert(form.root);
  }
  return shared.size() >= subject.least_shared;
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
  const std::vector<Figure>& figures = submission.facts.figures;
  std::unordered_map<std::uint32_t, std::vector<const Figure*>> by_goal;
  std::unordered_map<std::uint32_t, std::vector<const Figure*>> by_target;  // of actions; one for each sentence
  for (const Figure& figure : figures) {
    const Text& text = reading.texts[figure.text];
    if (text.kind == TextKind::goal) by_goal[text.index].push_back(&figure);
    if (text.kind != TextKind::action) continue;
    std::vector<const Figure*>& sentences = by_target[text.target];
    if (sentences.empty() || sentences.back()->sentence != figure.sentence) sentences.push_back(&figure);
  }
  for (const Text& goal : reading.texts) {
    if (goal.kind != TextKind::goal) continue;
    const auto& own = by_goal[goal.index];
    const auto found = std::find_if(own.begin(), own.end(), [](const Figure* figure) {
      return !figure->is_spelled_out && asks_for_number(*figure);
    });
    if (found == own.end()) continue;
    const Figure* asked = *found;
    const Subject subject = subject_of(reading, goal);
    const auto& candidates = by_target[goal.target];
    const bool is_measured = std::any_of(candidates.begin(), candidates.end(),
                                         [&](const Figure* figure) { return speaks_of(reading, *figure, subject); });
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
    "Whether a goal that is a number was reached can only be shown by a number.",
    "Say under the target how far it has come: from which value, to which value, in which year.",
    "Goal: at least 10 % more identified victims a year. Action: 79 victims were identified in 2012, 64 in 2011.",
    "Goal: at least 10 % more identified victims a year. Action: Officers were trained.",
    run,
};

}  // namespace plumbline::checks
