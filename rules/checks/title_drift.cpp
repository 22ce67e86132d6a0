// title-drift: a target's title is not the official one
#include "rules/official_words.h"
#include "rules/pack/pack.h"
#include "rules/wording.h"

namespace plumbline::checks {
namespace {

void run(const Submission& submission, CheckLog& log) {
  for (const HeldWording& held : hold_wordings(submission).titles) {
    log.look();
    if (!held.is_changed) continue;
    const Target& target = submission.report.targets[held.index];
    Finding& finding =
        log.find_in(target.id, target.title,
                    "the title of " + target_name(target) + " is not the official one: " + describe(held.drift));
    finding.help = "Use the official title: \"" + held.drift.official + "\"";
    finding.citation = submission.pack.target_citation;
  }
}

}  // namespace

extern const Check title_drift;
const Check title_drift = {
    "title-drift",
    Severity::warning,
    "A target's title is not the official one",
    "A target under another title may be read as another commitment.",
    "Use the official title.",
    "Enhancing efforts to identify victims",
    "Enhancing efforts to register victims",
    run,
};

}  // namespace plumbline::checks
