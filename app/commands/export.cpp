// plumbline export DB: the extracts in a database, as they were loaded.
#include "app/commands.h"
#include "app/output_file.h"
#include "app/submission_options.h"
#include "output/database/database.h"
#include "output/utf8.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>

namespace plumbline {

namespace {

struct ExportOptions {
  std::string from;
  std::string output = "-";
  bool with_superseded = false;
};

void export_extracts(const ExportOptions& options) {
  const bool is_server = options.from.find("://") != std::string::npos;
  if (!is_server && !std::filesystem::exists(options.from))
    throw UsageError(shown_on_one_line(options.from) + ": there is no such database");
  const auto database = open_database(options.from);
  OutputFile out(options.output);
  database->each_extract(
      [&](std::string_view extract) {
        out.write(extract);
        out.write("\n");
      },
      options.with_superseded);
  out.commit();
}

}  // namespace

void add_export(CLI::App& program, ExitCode&) {
  CLI::App* command = program.add_subcommand("export", "Write the extracts of a database again, one a line (ndjson)");
  const auto options = std::make_shared<ExportOptions>();
  command->add_option("DB", options->from, "A SQLite file, or postgresql://…")->required();
  command->add_option("--output", options->output, "A file (default: the standard output)");
  command->add_flag("--all", options->with_superseded, "Superseded submissions too");
  command->callback([options] { export_extracts(*options); });
}

}  // namespace plumbline
