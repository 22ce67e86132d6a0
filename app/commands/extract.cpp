// plumbline extract FILE…: what stands in each submission, as data.
#include "app/commands.h"
#include "app/input.h"
#include "app/read_submission.h"
#include "app/submission_options.h"
#include "output/extract_json.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <set>

namespace plumbline {

namespace {

struct ExtractCommand {
  SubmissionOptions submissions;
  std::string format = "json";
  std::string folder;
};

Outcome read(const std::string& path, const Templates& templates, const ExtractOptions& extracting) {
  try {
    return read_submission(read_input(path), file_name(path), templates.packs(), extracting, templates.read_options());
  } catch (const Unreadable& cause) {
    return unreadable_submission(file_name(path), cause, templates.packs());
  }
}

void write_file(const std::string& folder, const std::string& name, const std::string& text) {
  std::filesystem::create_directories(folder);
  const std::string path = folder + "/" + name;
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) throw UsageError(path + ": cannot be written");
}

// A name of its own for each input, also where two files of different folders bear one name.
std::string output_name(const std::string& path, const std::string& format, std::set<std::string>& used) {
  const std::string base = file_name(path);
  std::string name = base + "." + format;
  for (int count = 2; !used.insert(name).second; ++count) name = base + "-" + std::to_string(count) + "." + format;
  return name;
}

ExitCode extract_all(const ExtractCommand& options) {
  const Templates templates(options.submissions);
  ToolInfo tool;
  tool.version = PLUMBLINE_VERSION;
  const bool lines = options.format == "ndjson";
  const bool array = !lines && options.folder.empty() && options.submissions.files.size() > 1;
  ExitCode exit_code = exit_clean;
  std::set<std::string> used;
  std::string separator = array ? "[\n" : "";
  for (const std::string& path : options.submissions.files) {
    const Outcome outcome = read(path, templates, options.submissions.extracting);
    const Record record{outcome.document, outcome.report, outcome.findings, tool};
    const std::string json = extract_json(record, lines ? JsonStyle::compact : JsonStyle::indented);
    if (!options.folder.empty()) write_file(options.folder, output_name(path, options.format, used), json + "\n");
    else std::cout << separator << json << (array ? "" : "\n");
    separator = array ? ",\n" : "";
    if (record.is_readable()) continue;
    std::cerr << "plumbline: " << path << ": " << outcome.document.warnings.front().message << "\n";
    exit_code = exit_unreadable;
  }
  if (array) std::cout << "\n]\n";
  return exit_code;
}

}  // namespace

void add_extract(CLI::App& program, ExitCode& exit_code) {
  CLI::App* command = program.add_subcommand("extract", "Write what stands in each submission as data");
  const auto options = std::make_shared<ExtractCommand>();
  add_submission_options(*command, options->submissions);
  command->add_option("--format", options->format, "json (one object; an array for several files) or ndjson (default: json)")
      ->check(CLI::IsMember({"json", "ndjson"}));
  command->add_option("--out", options->folder, "A folder: one file a submission is written there");
  command->callback([options, &exit_code] { exit_code = extract_all(*options); });
}

}  // namespace plumbline
