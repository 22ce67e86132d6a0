// plumbline extract FILE…: what stands in each submission, as data.
#include "app/acceptance.h"
#include "app/commands.h"
#include "app/output_options.h"
#include "app/run_submissions.h"
#include "app/submission_options.h"
#include "output/formats.h"
#include "output/utf8.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <memory>
#include <set>

namespace plumbline {

namespace {

struct ExtractCommand {
  SubmissionOptions submissions;
  OutputOptions outputs;
  RunOptions run;
  std::string folder;
};

// A name of its own for each input, also where two files of different folders bear one name.
std::string output_name(const std::string& path, const std::string& format, std::set<std::string>& used) {
  const std::string base(batch::file_name_of(path));
  std::string name = base + "." + format;
  for (int count = 2; !used.insert(name).second; ++count)
    name = base + "-" + std::to_string(count) + "." + format;
  return name;
}

// --out FOLDER: each submission in a file of its own.
class FileForEach {
 public:
  FileForEach(const ExtractCommand& command, const ToolInfo& tool)
      : folder_(command.folder), format_(command.outputs.format.empty() ? "json" : command.outputs.format) {
    options_.tool = tool;
    if (folder_.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) throw OutputError(shown_on_one_line(folder_) + ": cannot be made a folder: " + error.message());
    if (format_ != "json" && format_ != "ndjson") throw UsageError("--out takes --format json or ndjson");
  }

  bool is_wanted() const { return !folder_.empty(); }

  std::string render(const Record& record) const {
    const auto format = find_format(format_)->make(options_);
    std::string bytes;
    const auto assembly =
        format->assemble([&](std::size_t, std::string_view part) { bytes += part; }, {.is_single = true});
    assembly->add(format->render(record));
    assembly->finish();
    return bytes;
  }

  void write(const std::string& path, std::string_view bytes) {
    OutputFile file(folder_ + "/" + output_name(path, format_, used_));
    file.write(bytes);
    file.commit();
  }

 private:
  std::string folder_, format_;
  FormatOptions options_;
  std::set<std::string> used_;
};

ExitCode extract_all(const ExtractCommand& command) {
  Templates templates(command.submissions);
  const batch::Inputs inputs = inputs_of(command.submissions, command.run);
  FormatOptions format_options;
  format_options.tool.version = PLUMBLINE_VERSION;
  OutputOptions chosen = command.outputs;
  if (!command.folder.empty()) chosen.format.clear();
  const std::string by_default = command.folder.empty() ? "json" : "";
  Outputs outputs(chosen, by_default, format_options, {.is_single = inputs.is_single_file()});
  FileForEach files(command, outputs.tool());
  Acceptance acceptance({});
  Run run{.submissions = command.submissions,
          .options = command.run,
          .output_options = command.outputs,
          .outputs = outputs,
          .acceptance = acceptance};
  if (files.is_wanted()) {
    run.render_more = [&](const Record& record) { return files.render(record); };
    run.write_more = [&](const std::string& path, const std::string& bytes) { files.write(path, bytes); };
  }
  const ExitCode exit_code = run_submissions(run, templates, inputs);
  return exit_code == exit_findings ? exit_clean : exit_code;  // findings do not concern those who want the text
}

}  // namespace

void add_extract(CLI::App& program, ExitCode& exit_code) {
  CLI::App* command = program.add_subcommand("extract", "Write what stands in each submission as data");
  const auto options = std::make_shared<ExtractCommand>();
  add_submission_options(*command, options->submissions);
  add_output_options(*command, options->outputs);
  add_run_options(*command, options->run);
  command->add_option("--out", options->folder, "A folder: one json or ndjson file a submission is written there");
  command->callback([options, &exit_code] { exit_code = extract_all(*options); });
}

}  // namespace plumbline
