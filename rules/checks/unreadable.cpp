// unreadable: No text can be had from the file
#include "rules/check.h"

namespace plumbline::checks {

namespace {

void run(const Submission& submission, CheckLog& log) {
  log.look();
  if (submission.document.status != ReadStatus::unreadable) return;
  std::string why = "the file could not be read";
  if (!submission.document.warnings.empty()) why += ": " + submission.document.warnings.front().message;
  log.find("report", why);
}

}  // namespace

extern const Check unreadable;
const Check unreadable = {
    "unreadable",
    Severity::blocker,
    "No text can be had from the file",
    "A file that nobody can read has not been submitted.",
    "Open the file, and send it again as a PDF with text, or as plain text.",
    "A PDF that opens without a password and holds text.",
    "A PDF cut in half by a broken upload.",
    run,
    Needs::nothing,
};

}  // namespace plumbline::checks
