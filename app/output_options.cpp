// --format F and --output F=PATH.
#include "app/output_options.h"

#include "app/submission_options.h"
#include "output/formats.h"
#include "output/utf8.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <stdexcept>

namespace plumbline {

namespace {

std::string names_of_formats() {
  std::string names;
  for (const FormatEntry& format : all_formats())
    (names += names.empty() ? "" : ", ") += format.name;
  return names;
}

std::string now() {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

const FormatEntry& format_named(const std::string& name) {
  if (const FormatEntry* format = find_format(name)) return *format;
  throw UsageError("no format \"" + shown_on_one_line(name) + "\"; there are: " + names_of_formats());
}

void make_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw OutputError(shown_on_one_line(path) + ": cannot be made a folder: " + error.message());
}

}  // namespace

void add_output_options(CLI::App& command, OutputOptions& options) {
  std::string help = "What to write to the standard output:";
  for (const FormatEntry& format : all_formats())
    help.append("\n  ").append(format.name).append(": ").append(format.summary);
  command.add_option("--format", options.format, help)->type_name("FORMAT");
  command.add_option("--output", options.outputs, "Write a format to a file, or csv to a folder; may be given again")
      ->type_name("FORMAT=PATH")
      ->take_all();
  command.add_flag("--bom", options.has_bom, "Begin csv tables with a byte-order mark, for old spreadsheets");
  command.add_flag("--timestamps", options.has_timestamps, "Say in outputs when they were made");
}

struct Outputs::Output {
  std::unique_ptr<Format> format;
  std::vector<std::unique_ptr<OutputFile>> files;
  std::unique_ptr<Assembly> assembly;
  std::string path;
};

Outputs::Outputs(const OutputOptions& options, const std::string& default_format, const FormatOptions& format_options,
                 const AssemblyOptions& assembly_options)
    : format_options_(format_options) {
  format_options_.has_bom = options.has_bom;
  if (options.has_timestamps) format_options_.tool.time = now();
  if (!options.format.empty()) open(options.format, "-", assembly_options);
  if (options.format.empty() && options.outputs.empty() && !default_format.empty())
    open(default_format, "-", assembly_options);
  for (const std::string& output : options.outputs) {
    const auto equals = output.find('=');
    if (equals == std::string::npos || equals + 1 == output.size())
      throw UsageError("--output " + shown_on_one_line(output) + ": expected FORMAT=PATH, as json=report.json");
    open(output.substr(0, equals), output.substr(equals + 1), assembly_options);
  }
}

Outputs::~Outputs() = default;

void Outputs::open(const std::string& format, const std::string& path, const AssemblyOptions& assembly_options) {
  const FormatEntry& entry = format_named(format);
  for (const auto& other : outputs_)
    if (other->path == path)
      throw UsageError("two outputs are to go to " + (path == "-" ? "the standard output" : shown_on_one_line(path)));
  auto output = std::make_unique<Output>();
  output->path = path;
  FormatOptions options_here = format_options_;
  options_here.has_color = path == "-" && isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR");
  output->format = entry.make(options_here);
  const std::vector<std::string> names = output->format->files();
  if (names.empty()) {
    output->files.push_back(std::make_unique<OutputFile>(path));
  } else {
    if (path == "-")
      throw UsageError(format + " is a folder of tables: give it one with --output " + format + "=FOLDER");
    make_folder(path);
    for (const std::string& name : names)
      output->files.push_back(std::make_unique<OutputFile>((std::filesystem::path(path) / name).string()));
  }
  output->assembly = output->format->assemble(
      [files = &output->files](std::size_t file, std::string_view bytes) { (*files)[file]->write(bytes); },
      assembly_options);
  outputs_.push_back(std::move(output));
}

const ToolInfo& Outputs::tool() const {
  return format_options_.tool;
}

std::vector<Piece> Outputs::render(const Record& record) const {
  std::vector<Piece> pieces;
  for (const auto& output : outputs_)
    pieces.push_back(output->format->render(record));
  return pieces;
}

void Outputs::add(const std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i < outputs_.size(); ++i)
    outputs_[i]->assembly->add(pieces.at(i));
}

void Outputs::finish() {
  for (const auto& output : outputs_)
    output->assembly->finish();
  for (const auto& output : outputs_)
    for (const auto& file : output->files)
      file->commit();
}

}  // namespace plumbline
