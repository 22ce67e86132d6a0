// plumbline check FILE…: the verdict on each submission, and every finding with its place.
#include "app/commands.h"
#include "app/input.h"
#include "app/read_submission.h"
#include "app/submission_options.h"
#include "output/text_report.h"

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>

namespace plumbline {

namespace {

struct CheckOptions {
  SubmissionOptions submissions;
  std::string fail_on = "error";
  bool exit_zero = false;
};

Severity severity_of(const std::string& name) {
  static const std::map<std::string, Severity> severities = {
      {"info", Severity::info}, {"warning", Severity::warning}, {"error", Severity::error}, {"blocker", Severity::blocker}};
  return severities.at(name);
}

bool wants_color() {
  return isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR");
}

Outcome read(const std::string& path, const Templates& templates, const ExtractOptions& extracting) {
  try {
    return read_submission(read_input(path), file_name(path), templates.packs(), extracting, templates.read_options());
  } catch (const Unreadable& cause) {
    return unreadable_submission(file_name(path), cause, templates.packs());
  }
}

ExitCode check(const CheckOptions& options) {
  const Templates templates(options.submissions);
  ToolInfo tool;
  tool.version = PLUMBLINE_VERSION;
  TextStyle style;
  style.color = wants_color();
  style.fail_on = severity_of(options.fail_on);
  ExitCode exit_code = exit_clean;
  bool first = true;
  for (const std::string& path : options.submissions.files) {
    const Outcome outcome = read(path, templates, options.submissions.extracting);
    const Record record{outcome.document, outcome.report, outcome.findings, tool};
    std::cout << (first ? "" : "\n") << text_report(record, style) << std::flush;
    first = false;
    if (!record.is_readable()) {
      std::cerr << "plumbline: " << path << ": " << outcome.document.warnings.front().message << "\n";
      exit_code = exit_unreadable;
    }
    for (const Finding& finding : outcome.findings.list)
      if (!finding.is_accepted && finding.severity >= style.fail_on && exit_code == exit_clean) exit_code = exit_findings;
  }
  return options.exit_zero && exit_code == exit_findings ? exit_clean : exit_code;
}

}  // namespace

void add_check(CLI::App& program, ExitCode& exit_code) {
  CLI::App* command = program.add_subcommand("check", "Say of each submission whether it is ready to file, and why not");
  const auto options = std::make_shared<CheckOptions>();
  add_submission_options(*command, options->submissions);
  command->add_option("--fail-on", options->fail_on, "Least severity that makes the exit code 1 (default: error)")
      ->check(CLI::IsMember({"info", "warning", "error", "blocker"}));
  command->add_flag("--exit-zero", options->exit_zero, "Exit with 0 whatever is found, for reports");
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace plumbline
