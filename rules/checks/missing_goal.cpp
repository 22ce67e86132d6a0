// missing-goal: A target lacks a goal that the template requires
#include "rules/check.h"
#include "rules/pack/loose_text.h"
#include "rules/pack/pack.h"
#include "rules/wording.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace plumbline::checks {

namespace {

// How many goals a text may hold: "There are two. The first is …; the second …".
std::size_t parts_of(std::string_view text) {
  std::size_t parts = 1;
  for (std::size_t at = text.find_first_of(".;"); at != text.npos && at + 2 < text.size();
       at = text.find_first_of(".;", at + 1))
    parts += text[at + 1] == ' ';
  return parts;
}

// A goal that stands there in other words answers for an official one that no goal resembles.
std::vector<std::size_t> missing_goals(const Report& report, const Target& target, const OfficialTarget& official,
                                       std::string_view language) {
  // Of the words: circulating wordings of one goal share 0.6 and more; at 0.9 no other can be meant.
  constexpr double alike = 0.5, same = 0.9;
  std::vector<bool> used(target.goal_count, false);
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < official.goals.size(); ++i) {
    double best = 0;
    std::uint32_t best_goal = 0;
    for (std::uint32_t k = 0; k < target.goal_count && best < same; ++k) {
      const auto goal = static_cast<std::uint32_t>((i + k) % target.goal_count);  // its own place first
      if (used[goal]) continue;
      const Passage& passage = report.goals[target.first_goal + goal].passage;
      const double score = likeness(passage.text, official.goals[i].wording, language);
      if (score > best) best = score, best_goal = goal;
    }
    if (best >= alike)
      used[best_goal] = true;
    else if (official.goals[i].is_required)
      missing.push_back(i);
  }
  std::size_t spare = 0;
  for (std::uint32_t k = 0; k < target.goal_count; ++k)
    if (!used[k]) spare += parts_of(report.goals[target.first_goal + k].passage.text);
  missing.resize(missing.size() - std::min(missing.size(), spare));
  return missing;
}

void run(const Submission& submission, CheckLog& log) {
  for (const Target& target : submission.report.targets) {
    const OfficialTarget* official =
        official_of(submission.report, submission.pack, target, submission.document.language);
    if (!official) continue;
    const auto missing = missing_goals(submission.report, target, *official, submission.document.language);
    log.look(static_cast<std::uint32_t>(official->goals.size()));
    for (const std::size_t goal : missing) {
      const std::string number = std::to_string(goal + 1);
      log.find_absent(target.id, "goal " + number,
                      "operational goal " + number + " of target " + std::to_string(official->number) +
                          " is not there: \"" +
                          official_words(official->goals[goal].wording, submission.document.language) + "\"");
    }
  }
}

}  // namespace

extern const Check missing_goal;
const Check missing_goal = {
    "missing-goal",
    Severity::error,
    "A target lacks a goal that the template requires",
    "Actions are read against the goals that they serve.",
    "Add the operational goal, in the words of the template, under its target.",
    "Both operational goals of Policy Target 1 stand under it.",
    "Policy Target 1 has one of its two operational goals.",
    run,
};

}  // namespace plumbline::checks
