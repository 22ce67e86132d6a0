// plumbline outline FILE: the structure found in a submission and the role of each of its lines.
#include "output/outline.h"

#include "app/commands.h"
#include "app/input.h"
#include "app/output_file.h"
#include "app/read_submission.h"
#include "app/submission_options.h"
#include "output/boxes.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace plumbline {

namespace {

struct OutlineCommand {
  SubmissionOptions submissions;
  std::string boxes;
};

Outcome read(const std::string& path, const Templates& templates, const ExtractOptions& extracting) {
  try {
    return read_submission(read_input(path), file_name(path), templates.packs(), extracting, templates.read_options());
  } catch (const Unreadable& cause) {
    return unreadable_submission(file_name(path), cause, templates.packs());
  }
}

ExitCode outline_all(const OutlineCommand& command) {
  if (!command.boxes.empty() && command.submissions.files.size() != 1) throw UsageError("--boxes takes one FILE");
  Templates templates(command.submissions);
  templates.load();
  const ToolInfo tool;
  ExitCode exit_code = exit_clean;
  for (const std::string& path : command.submissions.files) {
    const Outcome outcome = read(path, templates, command.submissions.extracting);
    const Record record{outcome.document, outcome.report, outcome.findings, tool};
    if (!record.is_readable()) {
      std::cerr << "plumbline: " << path << ": " << outcome.document.warnings.front().message << "\n";
      exit_code = exit_unreadable;
    } else if (command.boxes.empty()) {
      std::cout << outline_text(record);
    } else {
      OutputFile file(command.boxes);
      file.write(boxes_html(record));
      file.commit();
    }
  }
  return exit_code;
}

}  // namespace

void add_outline(CLI::App& program, ExitCode& exit_code) {
  CLI::App* command = program.add_subcommand("outline", "Show what each line of a submission was taken for");
  const auto options = std::make_shared<OutlineCommand>();
  add_submission_options(*command, options->submissions);
  command->add_option("--boxes", options->boxes, "An HTML file: the pages with the roles drawn over them");
  command->callback([options, &exit_code] { exit_code = outline_all(*options); });
}

}  // namespace plumbline
