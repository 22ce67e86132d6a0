// repeated-boilerplate: one action stands under several targets
#include "rules/check.h"
#include "rules/reading/excerpt.h"
#include "rules/text_facts.h"

#include <algorithm>
#include <set>

namespace plumbline::checks {
namespace {

constexpr std::uint32_t least_words = 8;

const Section& section_of(const Report& report, const Action& action) {
  return report.sections[report.groups[action.group].section];
}

// All that a target plans is this one action.
bool is_only_plan(const Report& report, const Action& action) {
  const Section& section = section_of(report, action);
  if (section.role != SectionRole::planned) return false;
  std::uint32_t actions = 0;
  for (std::uint32_t g = section.first_group; g < section.first_group + section.group_count; ++g)
    for (std::uint32_t a = 0; a < report.groups[g].action_count; ++a)
      actions += report.actions[report.groups[g].first_action + a].role == ActionRole::action;
  return actions == 1;
}

void run(const Submission& submission, CheckLog& log) {
  const Report& report = submission.report;
  const Reading& reading = submission.reading;
  const auto counts = [&](std::uint32_t t) {
    const Text& text = reading.texts[t];
    return text.target != no_index && word_count(reading, text) >= least_words;
  };
  for (const Text& text : reading.texts)
    log.look(text.kind == TextKind::action && text.target != no_index &&
             report.actions[text.index].role == ActionRole::action);
  for (std::vector<std::uint32_t> group : submission.facts.repeated) {
    std::erase_if(group, [&](std::uint32_t t) { return !counts(t); });
    std::set<std::uint32_t> targets;
    for (const std::uint32_t text : group)
      targets.insert(reading.texts[text].target);
    if (targets.size() < 2) continue;
    const Action& first = report.actions[reading.texts[group.front()].index];
    Finding& finding = log.find_in(first.id, first.passage,
                                   "the same text stands under " + std::to_string(targets.size()) + " targets: \"" +
                                       excerpt(first.passage.text) + "\"");
    for (std::size_t i = 1; i < group.size(); ++i) {
      const Action& again = report.actions[reading.texts[group[i]].index];
      finding.related.push_back({again.id, "it stands here too", again.passage.where()});
    }
    for (const std::uint32_t text : group) {
      const Action& action = report.actions[reading.texts[text].index];
      if (!is_only_plan(report, action)) continue;
      Finding& only = log.find_in(action.id, action.passage,
                                  "all that this target plans is a text that stands under other targets too");
      only.severity = std::max(only.severity, Severity::warning);
      for (const std::uint32_t other : group) {
        if (other == text) continue;
        const Action& same = report.actions[reading.texts[other].index];
        only.related.push_back({same.id, "the same text", same.passage.where()});
        break;
      }
    }
  }
}

}  // namespace

extern const Check repeated_boilerplate;
const Check repeated_boilerplate = {
    "repeated-boilerplate",
    Severity::info,
    "One text stands under several targets",
    "A text that fits every target says little of any; where it is a target's only plan, nothing is planned for that "
    "target.",
    "Say under each target what the action does for that target, or plan something of its own.",
    "Under each target, the strategy's measures for that target.",
    "Under all four targets: \"The ministry is preparing an update of the national strategy.\"",
    run,
};

}  // namespace plumbline::checks
