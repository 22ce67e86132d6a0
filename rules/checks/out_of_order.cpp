// out-of-order: Targets or sections stand in another order than the template's
#include "rules/check.h"
#include "rules/wording.h"
#include "rules/pack/loose_text.h"
#include "rules/pack/pack.h"

#include <algorithm>

namespace plumbline::checks {

namespace {

void order_of_targets(const Report& report, CheckLog& log) {
  const Target* highest = nullptr;
  for (const Target& target : report.targets) {
    if (!target.number) continue;
    log.look();
    if (highest && *target.number < *highest->number) {
      Finding& finding = log.find_in(target.id, target.heading, "target " + std::to_string(*target.number) +
                                                                    " stands after target " + std::to_string(*highest->number));
      finding.related.push_back({highest->id, "the target that should follow it", highest->heading.where()});
    } else {
      highest = &target;
    }
  }
}

void order_of_sections(const Submission& submission, std::uint32_t target, CheckLog& log) {
  const Section* last = nullptr;
  for (const Section& section : submission.report.sections) {
    const Part* part = submission.pack.part(section.kind);
    if (section.target != target || !part) continue;
    log.look();
    if (last && part < submission.pack.part(last->kind)) {
      Finding& finding = log.find_in(section.id, section.heading, "the section \"" + part->name + "\" stands after \"" +
                                                                      submission.pack.part(last->kind)->name + "\"");
      finding.related.push_back({last->id, "the section that should follow it", last->heading.where()});
    } else {
      last = &section;
    }
  }
}

void run(const Submission& submission, CheckLog& log) {
  order_of_targets(submission.report, log);
  for (std::uint32_t i = 0; i < submission.report.targets.size(); ++i) order_of_sections(submission, i, log);
  order_of_sections(submission, no_index, log);
}

}  // namespace

extern const Check out_of_order;
const Check out_of_order = {
    "out-of-order",
    Severity::warning,
    "Targets or sections stand in another order than the template's",
    "Readers who compare submissions look for each part in its place.",
    "Put the parts into the order of the template.",
    "Policy Target 1, 2, 3, 4.",
    "Policy Target 1, 3, 2, 4.",
    run,
};

}  // namespace plumbline::checks
