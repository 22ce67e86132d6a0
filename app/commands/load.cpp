// plumbline load PATH… --into DB: extracts into a database. PATHs are submissions, or files of extracts.
#include "app/acceptance.h"
#include "app/commands.h"
#include "app/extract_file.h"
#include "app/input.h"
#include "app/read_submission.h"
#include "app/submission_options.h"
#include "output/database/database.h"
#include "output/extract_json.h"
#include "output/utf8.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace plumbline {

namespace {

struct LoadOptions {
  SubmissionOptions submissions;
  std::string into = "results.sqlite";
  bool is_quiet = false;
};

class Loader {
 public:
  explicit Loader(const LoadOptions& options)
      : options_(options), templates_(options.submissions), database_(open_database(options.into)) {
    tool_.version = PLUMBLINE_VERSION;
  }

  ExitCode run() {
    for (const std::string& path : options_.submissions.files)
      load(path);
    if (!options_.is_quiet)
      std::cerr << "plumbline: " << added_ << " added, " << replaced_ << " replaced, " << superseded_ << " superseded, "
                << failed_ << " not loaded\n";
    return failed_ == 0 && !has_unreadable_ ? exit_clean : exit_unreadable;
  }

 private:
  void load(const std::string& path) {
    std::string bytes;
    try {
      bytes = read_input(path);
    } catch (const Unreadable& cause) {
      say(path, cause.what());
      ++failed_;
      return;
    }
    if (holds_extracts(bytes)) {
      each_extract_in(bytes, [&](std::string_view extract, const std::string& place) { add(extract, path, place); });
      return;
    }
    Outcome outcome = read_submission(bytes, file_name(path), templates_.packs(), options_.submissions.extracting,
                                            templates_.read_options());
    acceptance_.apply(path, outcome.findings);
    const Record record{outcome.document, outcome.report, outcome.findings, tool_};
    if (!record.is_readable()) {
      say_unreadable(path, outcome);
      has_unreadable_ = true;
    }
    add(extract_json(record, JsonStyle::compact), path, "");
  }

  void add(std::string_view extract, const std::string& path, const std::string& place) {
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
  Templates templates_;
  Acceptance acceptance_{AcceptanceOptions()};
  std::unique_ptr<Database> database_;
  ToolInfo tool_;
  std::size_t added_ = 0, replaced_ = 0, superseded_ = 0, failed_ = 0;
  bool has_unreadable_ = false;
};

}  // namespace

void add_load(CLI::App& program, ExitCode& exit_code) {
  CLI::App* command = program.add_subcommand("load", "Load submissions, or extracts (json, ndjson), into a database");
  const auto options = std::make_shared<LoadOptions>();
  add_submission_options(*command, options->submissions);
  command->add_option("--into", options->into, "A SQLite file, or postgresql://… (default: results.sqlite)");
  command->add_flag("--quiet", options->is_quiet, "Say nothing of what went well");
  command->callback([options, &exit_code] { exit_code = Loader(*options).run(); });
}

}  // namespace plumbline
