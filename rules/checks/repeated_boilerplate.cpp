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

class Teller {
 public:
  Teller(const Submission& submission, CheckLog& log) : submission_(submission), log_(log) {}

  void tell_copies(std::vector<std::uint32_t> group) {
    std::erase_if(group, [&](std::uint32_t t) { return !counts(t); });
    std::set<std::uint32_t> targets;
    for (const std::uint32_t t : group)
      targets.insert(text(t).target);
    if (targets.size() < 2) return;
    const Action& first = action(group.front());
    Finding& finding = log_.find_in(first.id, first.passage,
                                    "the same text stands under " + std::to_string(targets.size()) + " targets: \"" +
                                        excerpt(first.passage.text) + "\"");
    for (std::size_t i = 1; i < group.size(); ++i) {
      const Action& again = action(group[i]);
      finding.related.push_back({again.id, "it stands here too", again.passage.where()});
    }
    for (const std::uint32_t t : group) {
      told_.insert(t);
      const Action& same = action(group[t == group.front() ? 1 : 0]);
      tell_only_plan(action(t), {same.id, "the same text", same.passage.where()});
    }
  }

  void tell_part(const Containment& found) {
    if (!counts(found.part) || !counts(found.whole) || text(found.part).target == text(found.whole).target) return;
    if (!told_.insert(found.part).second) return;
    const Action &part = action(found.part), &whole = action(found.whole);
    const auto [start, length] = bytes_of(submission_.reading, found);
    const RelatedPlace elsewhere{whole.id, "it is told here too", whole.passage.where(start, length)};
    log_.find_in(part.id, part.passage,
                 "this action is also told within one under another target: \"" +
                     excerpt(whole.passage.text.substr(start, length)) + "\"")
        .related.push_back(elsewhere);
    tell_only_plan(part, elsewhere);
  }

 private:
  const Text& text(std::uint32_t t) const { return submission_.reading.texts[t]; }
  const Action& action(std::uint32_t t) const { return submission_.report.actions[text(t).index]; }

  bool counts(std::uint32_t t) const {
    return text(t).target != no_index && word_count(submission_.reading, text(t)) >= least_words;
  }

  void tell_only_plan(const Action& action, const RelatedPlace& elsewhere) {
    if (!is_only_plan(submission_.report, action)) return;
    Finding& only = log_.find_in(action.id, action.passage,
                                 "all that this target plans is a text that stands under other targets too");
    only.severity = std::max(only.severity, Severity::warning);
    only.related.push_back(elsewhere);
  }

  const Submission& submission_;
  CheckLog& log_;
  std::set<std::uint32_t> told_;
};

void run(const Submission& submission, CheckLog& log) {
  for (const Text& text : submission.reading.texts)
    log.look(text.kind == TextKind::action && text.target != no_index &&
             submission.report.actions[text.index].role == ActionRole::action);
  Teller teller(submission, log);
  for (const auto& group : submission.facts.repeated.groups)
    teller.tell_copies(group);
  for (const Containment& found : submission.facts.repeated.containments)
    teller.tell_part(found);
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
