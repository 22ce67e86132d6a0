// plumbline load PATH… --into DB: extracts into a database. PATHs are submissions, folders of them, or files of
// extracts.
#include "app/acceptance.h"
#include "app/commands.h"
#include "app/extract_file.h"
#include "app/input.h"
#include "app/run_submissions.h"
#include "app/submission_options.h"
#include "output/database/database.h"
#include "output/extract_json.h"
#include "output/utf8.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

namespace plumbline {

namespace {

struct LoadOptions {
  SubmissionOptions submissions;
  RunOptions run;
  std::string into = "results.sqlite";
};

bool is_file_of_extracts(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::string start(4096, '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  return holds_extracts(std::string_view(start).substr(0, static_cast<std::size_t>(in.gcount())));
}

class Loader {
 public:
  explicit Loader(const LoadOptions& options) : options_(options) {
    open_database(options_.into);  // what is wrong with it is told before anything is read
  }

  ExitCode run() {
    RunOptions run = options_.run;
    run.inputs.is_also_taken = is_file_of_extracts;
    batch::Inputs inputs = inputs_of(options_.submissions, run);
    const auto extracts = std::stable_partition(inputs.paths.begin(), inputs.paths.end(),
                                                [](const std::string& path) { return !is_file_of_extracts(path); });
    std::for_each(extracts, inputs.paths.end(), [this](const std::string& path) { load_extracts(path); });
    inputs.paths.erase(extracts, inputs.paths.end());
    database_.reset();  // workers, which read what strangers sent, must not come by its connection
    const ExitCode exit_code = inputs.paths.empty() ? exit_clean : load_submissions(inputs);
    if (!options_.run.is_quiet)
      std::cerr << "plumbline: " << added_ << " added, " << replaced_ << " replaced, " << superseded_ << " superseded, "
                << failed_ << " not loaded\n";
    return failed_ == 0 ? exit_code : exit_unreadable;
  }

 private:
  void load_extracts(const std::string& path) {
    try {
      const std::string bytes = read_input(path);
      each_extract_in(bytes, [&](std::string_view extract, const std::string& place) { add(extract, path, place); });
    } catch (const Unreadable& cause) {
      say(path, cause.what());
      ++failed_;
    }
  }

  ExitCode load_submissions(const batch::Inputs& inputs) {
    Templates templates(options_.submissions);
    FormatOptions format_options;
    format_options.tool.version = PLUMBLINE_VERSION;
    Outputs outputs({}, "", format_options, {});
    Acceptance acceptance({});
    OutputOptions kept_apart;  // in the cache, from what extract and check keep there
    kept_apart.format = "load";
    Run run{.submissions = options_.submissions,
            .options = options_.run,
            .output_options = kept_apart,
            .outputs = outputs,
            .acceptance = acceptance};
    run.render_more = [](const Record& record) { return extract_json(record, JsonStyle::compact); };
    run.write_more = [this](const std::string& path, const std::string& extract) { add(extract, path, ""); };
    const ExitCode exit_code = run_submissions(run, templates, inputs);
    return exit_code == exit_findings ? exit_clean : exit_code;
  }

  void add(std::string_view extract, const std::string& path, const std::string& place) {
    if (!database_) database_ = open_database(options_.into);
    try {
      const LoadResult result = database_->load(extract);
      ++(result.replaced ? replaced_ : added_);
      superseded_ += result.superseded;
    } catch (const NotAnExtract& error) {
      say(path, place.empty() ? error.what() : place + ": " + error.what());
      ++failed_;
    }
  }

  static void say(const std::string& path, const std::string& message) {
    std::cerr << "plumbline: " << shown_on_one_line(path) << ": " << shown_on_one_line(message) << "\n";
  }

  const LoadOptions& options_;
  std::unique_ptr<Database> database_;
  std::size_t added_ = 0, replaced_ = 0, superseded_ = 0, failed_ = 0;
};

}  // namespace

void add_load(CLI::App& program, ExitCode& exit_code) {
  CLI::App* command = program.add_subcommand("load", "Load submissions, or extracts (json, ndjson), into a database");
  const auto options = std::make_shared<LoadOptions>();
  add_submission_options(*command, options->submissions);
  add_run_options(*command, options->run);
  command->add_option("--into", options->into, "A SQLite file, or postgresql://… (default: results.sqlite)");
  command->callback([options, &exit_code] { exit_code = Loader(*options).run(); });
}

}  // namespace plumbline
