// duplicate-action: one action stands twice in one target
#include "rules/check.h"
#include "rules/pack/pack.h"
#include "rules/reading/excerpt.h"
#include "rules/reading/text_end.h"
#include "rules/text_facts.h"

#include <map>

namespace plumbline::checks {
namespace {

// Where the template leaves its headings to the party, charts and tables repeat their captions.
constexpr std::uint32_t least_words_of_loose = 8;

// What one action is held against: those of its target, or of the sections of its kind where there are no targets.
std::string scope_of(const Submission& submission, const Text& text) {
  if (text.target != no_index) return "target " + std::to_string(text.target);
  const Report& report = submission.report;
  const Section& section = report.sections[report.groups[report.actions[text.index].group].section];
  return section.kind == other_kind ? "" : section.kind;
}

bool may_be_compared(const Submission& submission, const Text& text) {
  if (text.kind != TextKind::action) return false;
  const Action& action = submission.report.actions[text.index];
  const std::string& words = action.passage.text;
  if (action.role != ActionRole::action || words.ends_with(':') || words.ends_with("：")) return false;
  return !submission.pack.is_loose || (action.cells.empty() && reads_as_sentence(submission.reading, text, 2));
}

bool is_long_enough(const Submission& submission, std::uint32_t text) {
  return !submission.pack.is_loose ||
         word_count(submission.reading, submission.reading.texts[text]) >= least_words_of_loose;
}

void run(const Submission& submission, CheckLog& log) {
  const Report& report = submission.report;
  const Reading& reading = submission.reading;
  for (const Text& text : reading.texts)
    log.look(may_be_compared(submission, text));
  for (const auto& group : submission.facts.repeated) {
    std::map<std::string, const Action*> firsts;  // by scope
    for (const std::uint32_t t : group) {
      const Text& text = reading.texts[t];
      const std::string scope = scope_of(submission, text);
      if (scope.empty() || !may_be_compared(submission, text) || !is_long_enough(submission, t)) continue;
      const Action& again = report.actions[text.index];
      const auto [first, is_new] = firsts.emplace(scope, &again);
      if (is_new) continue;
      const std::string place = text.target != no_index ? "under the same target" : "in the same section";
      Finding& finding =
          log.find_in(again.id, again.passage,
                      "this action already stands " + place + ": \"" + excerpt(first->second->passage.text) + "\"");
      finding.related.push_back({first->second->id, "it stands here first", first->second->passage.where()});
    }
  }
}

}  // namespace

extern const Check duplicate_action;
const Check duplicate_action = {
    "duplicate-action",
    Severity::warning,
    "One action stands twice under one target",
    "It is counted twice, and often one of the two was meant to be another action.",
    "Delete one of the two, or say what tells them apart.",
    "Two training courses under one target, each with its own place and date.",
    "The same paragraph under \"already undertaken\" and again under \"will be undertaken\".",
    run,
};

}  // namespace plumbline::checks
