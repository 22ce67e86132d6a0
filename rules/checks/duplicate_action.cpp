// duplicate-action: one action stands twice in one target
#include "rules/check.h"
#include "rules/reading/excerpt.h"
#include "rules/similarity.h"

#include <map>

namespace plumbline::checks {
namespace {

// Shorter texts ("Training of officers") may well be said twice of two things.
constexpr std::uint32_t least_words = 5;

void run(const Submission& submission, CheckLog& log) {
  const Report& report = submission.report;
  const Reading& reading = submission.reading;
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_target;
  for (std::uint32_t t = 0; t < reading.texts.size(); ++t) {
    const Text& text = reading.texts[t];
    if (text.kind != TextKind::action || report.actions[text.index].role != ActionRole::action) continue;
    by_target[text.target].push_back(t);
    log.look();
  }
  for (const auto& [target, texts] : by_target) {
    for (const auto& group : near_duplicates(reading, texts, least_words)) {
      const Action& first = report.actions[reading.texts[group.front()].index];
      for (std::size_t i = 1; i < group.size(); ++i) {
        const Action& again = report.actions[reading.texts[group[i]].index];
        Finding& finding =
            log.find_in(again.id, again.passage,
                        "this action already stands under the same target: \"" + excerpt(first.passage.text) + "\"");
        finding.related.push_back({first.id, "it stands here first", first.passage.where()});
      }
    }
  }
}

}  // namespace

extern const Check duplicate_action;
const Check duplicate_action = {
    "duplicate-action",
    Severity::warning,
    "One action stands twice in one target",
    "It is counted twice, and one of the two often should have been something else.",
    "Delete one of the two, or say what tells them apart.",
    "Two trainings under one target, each with its own place and date.",
    "The same paragraph under \"already undertaken\" and again under \"will be undertaken\".",
    run,
};

}  // namespace plumbline::checks
