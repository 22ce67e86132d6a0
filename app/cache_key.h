// What results depend on beside a submission's own bytes and name.
#pragma once

#include "app/output_options.h"
#include "app/submission_options.h"
#include "rules/finding.h"

#include <string>

namespace plumbline {

// A digest of the program, the tables of languages, the packs, all options that change an output, and what findings
// were accepted before. Two runs with one key give the same results for the same file.
std::string cache_key(const SubmissionOptions& submissions, const Templates& templates, const OutputOptions& outputs,
                      Severity fail_on, const std::string& acceptance);

}  // namespace plumbline
