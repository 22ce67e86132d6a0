// title-drift: a target's title is not the official one
#include "rules/check.h"
#include "rules/drift.h"
#include "rules/pack/pack.h"
#include "rules/wording.h"

namespace plumbline::checks {
namespace {

// Below, the title is another text (a translation of one's own), not the official one changed. English is the
// language of the form; of the others several translations circulate, so that only a word or two may differ.
double least_likeness(std::string_view language) {
  return language.starts_with("en") ? 0.5 : 0.8;
}

void run(const Submission& submission, CheckLog& log) {
  const std::string& language = submission.document.language;
  for (const Target& target : submission.report.targets) {
    const OfficialTarget* official = official_of(submission.report, submission.pack, target, language);
    if (!official || target.title.text.empty()) continue;
    log.look();
    const Drift drift = drift_from(target.title.text, official->title, language);
    if (!drift.has_drifted() || drift.similarity < least_likeness(language)) continue;
    if (goes_on_behind(drift, submission.document, target.title)) continue;
    Finding& finding =
        log.find_in(target.id, target.title,
                    "the title of " + target_name(target) + " is not the official one: " + describe(drift));
    finding.help = "Use the official title: \"" + drift.official + "\"";
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
