// plumbline merge FILE…: one ndjson of several, as the shares of a run give them.
#include "app/commands.h"
#include "app/output_file.h"
#include "app/submission_options.h"
#include "output/utf8.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace plumbline {

namespace {

struct MergeCommand {
  std::vector<std::string> files;
  std::string output = "-";
};

void add_lines(std::vector<std::string>& lines, const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw UsageError(shown_on_one_line(path) + ": cannot be read");
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    // A line without its end was cut off while it was written.
    if (in.eof() || line.front() != '{' || line.back() != '}')
      throw UsageError(shown_on_one_line(path) +
                       ": its last line is no whole record; expected ndjson as check and extract write it");
    lines.push_back(std::move(line));
  }
  if (in.bad()) throw UsageError(shown_on_one_line(path) + ": reading failed");
}

// Sorted by bytes and each record once, so that the outcome does not depend on how the work was shared.
ExitCode merge(const MergeCommand& command) {
  std::vector<std::string> lines;
  for (const std::string& file : command.files)
    add_lines(lines, file);
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  OutputFile out(command.output);
  for (const std::string& line : lines) {
    out.write(line);
    out.write("\n");
  }
  out.commit();
  return exit_clean;
}

}  // namespace

void add_merge(CLI::App& program, ExitCode& exit_code) {
  CLI::App* command = program.add_subcommand("merge", "Join the ndjson outputs of several shares into one");
  const auto options = std::make_shared<MergeCommand>();
  command->add_option("FILE", options->files, "ndjson files as check and extract write them")->required();
  command->add_option("-o,--output", options->output, "Where to write (default: the standard output)");
  command->callback([options, &exit_code] { exit_code = merge(*options); });
}

}  // namespace plumbline
