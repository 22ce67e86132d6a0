// Reads and checks all submissions of a command, in workers, and writes its outputs in their order.
#pragma once

#include "app/acceptance.h"
#include "app/batch/work.h"
#include "app/exit_code.h"
#include "app/output_options.h"
#include "app/run_options.h"
#include "app/submission_options.h"
#include "output/record.h"

#include <functional>
#include <string>

namespace plumbline {

struct Run {
  const SubmissionOptions& submissions;
  const RunOptions& options;
  const OutputOptions& output_options;  // results in the cache depend on them
  Outputs& outputs;
  Acceptance& acceptance;
  Severity fail_on = Severity::error;
  // For commands that write more than the outputs: made in the worker, handed over in the order of the inputs.
  std::function<std::string(const Record&)> render_more = {};
  std::function<void(const std::string& path, const std::string& rendered)> write_more = {};
};

// The inputs of a command, as its options name them. Throws std::runtime_error.
batch::Inputs inputs_of(const SubmissionOptions& submissions, const RunOptions& options);

// exit_clean, exit_findings, exit_unreadable or exit_interrupted; `outputs` are finished. Messages, progress and the
// table at the end go to the standard error.
ExitCode run_submissions(const Run& run, Templates& templates, const batch::Inputs& inputs);

}  // namespace plumbline
