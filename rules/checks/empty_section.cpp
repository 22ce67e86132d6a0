// empty-section: A section has its heading but no action
#include "rules/check.h"
#include "rules/pack/loose_text.h"
#include "rules/pack/pack.h"
#include "rules/segment/says_nothing.h"
#include "rules/wording.h"

#include <algorithm>

namespace plumbline::checks {

namespace {

void run(const Submission& submission, CheckLog& log) {
  const Report& report = submission.report;
  for (const Section& section : report.sections) {
    const Part* part = submission.pack.part(section.kind);
    if (!part || section.role == SectionRole::other) continue;
    log.look();
    const auto end = section.first_group + section.group_count;
    bool is_answered = false;
    for (std::uint32_t group = section.first_group; group < end; ++group)
      for (std::uint32_t i = 0; i < report.groups[group].action_count; ++i) {
        const Action& action = report.actions[report.groups[group].first_action + i];
        is_answered |=
            action.role == ActionRole::action || !phrases_of_nothing(action.passage.text, submission.pack).empty();
      }
    if (is_answered) continue;
    const std::string of = section.target == no_index ? "" : " of " + target_name(report.targets[section.target]);
    log.find_in(section.id, section.heading,
                "the section \"" + part->name + "\"" + of + " has its heading but no action")
        .citation = part->citation;
  }
}

}  // namespace

extern const Check empty_section;
const Check empty_section = {
    "empty-section",
    Severity::error,
    "A section has its heading but no action",
    "A heading with nothing under it does not say whether there is nothing to report or something was left out.",
    "Describe the actions, or say that there are none and why.",
    "Actions already undertaken: the hotline was opened in 2011.",
    "Actions that will be undertaken: (nothing)",
    run,
};

}  // namespace plumbline::checks
