// The titles and goals of a submission, held against the template's words.
#include "rules/official_words.h"

#include "rules/pack/pack.h"
#include "rules/wording.h"

#include <algorithm>

namespace plumbline {

namespace {

// Below, a text is another one and not the template's with words changed. Where it has no official words, several
// translations circulate, so that only a word or two may differ.
struct LeastLikeness {
  double title, goal;
};
constexpr LeastLikeness to_official = {0.5, 0.75}, to_translation = {0.8, 0.85};

HeldWording hold_title(const Submission& submission, std::uint32_t index, const OfficialTarget& official,
                       double least) {
  const Passage& title = submission.report.targets[index].title;
  HeldWording held{index, drift_from(title.text, official.title, submission.document.language), false};
  held.is_changed = held.drift.has_drifted() && held.drift.similarity >= least &&
                    !goes_on_behind(held.drift, submission.document, title);
  return held;
}

HeldWording hold_goal(const Submission& submission, std::uint32_t index, const OfficialTarget& official, double least) {
  const Goal& goal = submission.report.goals[index];
  HeldWording held{index, {}, false};
  Drift& nearest = held.drift;
  const std::size_t goals = official.goals.size(), place = static_cast<std::size_t>(std::max(goal.number - 1, 0));
  for (std::size_t k = 0; k < goals; ++k) {
    if (nearest.similarity > 0 && !nearest.has_drifted()) break;
    Drift drift = drift_from(goal.passage.text, official.goals[(place + k) % goals].wording,
                             submission.document.language);  // its own first
    if (drift.similarity > nearest.similarity) nearest = std::move(drift);
  }
  held.is_changed = nearest.has_drifted() && nearest.similarity >= least &&
                    !goes_on_behind(nearest, submission.document, goal.passage);
  return held;
}

}  // namespace

HeldWordings hold_wordings(const Submission& submission) {
  const Report& report = submission.report;
  const bool is_official = submission.pack.has_official_words(submission.document.language);
  const LeastLikeness& least = is_official ? to_official : to_translation;
  const auto official = [&](const Target& target) {
    return official_of(report, submission.pack, target, submission.document.language);
  };
  HeldWordings held;
  for (std::uint32_t i = 0; i < report.targets.size(); ++i)
    if (const OfficialTarget* one = official(report.targets[i]); one && !report.targets[i].title.text.empty())
      held.titles.push_back(hold_title(submission, i, *one, least.title));
  for (std::uint32_t i = 0; i < report.goals.size(); ++i)
    if (const std::uint32_t target = report.goals[i].target; target != no_index)
      if (const OfficialTarget* one = official(report.targets[target]))
        held.goals.push_back(hold_goal(submission, i, *one, least.goal));
  if (is_official) return held;
  std::ptrdiff_t differing = 0;
  for (const auto* all : {&held.titles, &held.goals})
    differing +=
        std::count_if(all->begin(), all->end(), [](const HeldWording& one) { return one.drift.has_drifted(); });
  if (differing > 1)
    for (auto* all : {&held.titles, &held.goals})
      for (HeldWording& one : *all)
        one.is_changed = false;
  return held;
}

}  // namespace plumbline
