// unknown-template: No template is recognised
#include "rules/check.h"

namespace plumbline::checks {

namespace {

void run(const Submission& submission, CheckLog& log) {
  log.look();
  if (submission.report.pack_id.empty())
    log.find("report", "none of the known templates is recognised in this document");
}

}  // namespace

extern const Check unknown_template;
const Check unknown_template = {
    "unknown-template",
    Severity::blocker,
    "No template is recognised",
    "Without its template nothing can be said about what a submission leaves out.",
    "Use the template that the secretariat sent, with its headings; or name the template with --pack.",
    "The headings of the template stand on lines of their own.",
    "A letter that answers the questions in running text.",
    run,
    Needs::text,
};

}  // namespace plumbline::checks
