// plumbline check FILE…: the verdict on each submission, and every finding with its place.
#include "app/acceptance.h"
#include "app/commands.h"
#include "app/output_options.h"
#include "app/run_submissions.h"
#include "app/submission_options.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace plumbline {

namespace {

struct CheckOptions {
  SubmissionOptions submissions;
  OutputOptions outputs;
  AcceptanceOptions acceptance;
  RunOptions run;
  std::string fail_on = "error";
  bool exit_zero = false;
};

ExitCode check(const CheckOptions& options) {
  Templates templates(options.submissions);
  const batch::Inputs inputs = inputs_of(options.submissions, options.run);
  FormatOptions format_options;
  format_options.tool.version = PLUMBLINE_VERSION;
  format_options.fail_on = *severity_named(options.fail_on);
  Outputs outputs(options.outputs, "text", format_options, {.is_single = inputs.is_single_file()});
  Acceptance acceptance(options.acceptance);
  const ExitCode exit_code = run_submissions({.submissions = options.submissions,
                                              .options = options.run,
                                              .output_options = options.outputs,
                                              .outputs = outputs,
                                              .acceptance = acceptance,
                                              .fail_on = format_options.fail_on},
                                             templates, inputs);
  return options.exit_zero && exit_code == exit_findings ? exit_clean : exit_code;
}

}  // namespace

void add_check(CLI::App& program, ExitCode& exit_code) {
  CLI::App* command =
      program.add_subcommand("check", "Say of each submission whether it is ready to file, and why not");
  const auto options = std::make_shared<CheckOptions>();
  add_submission_options(*command, options->submissions);
  add_output_options(*command, options->outputs);
  add_acceptance_options(*command, options->acceptance);
  add_run_options(*command, options->run);
  command->add_option("--fail-on", options->fail_on, "Least severity that makes the exit code 1 (default: error)")
      ->check(CLI::IsMember({"info", "warning", "error", "blocker"}));
  command->add_flag("--exit-zero", options->exit_zero, "Exit with 0 whatever is found, for reports");
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace plumbline
