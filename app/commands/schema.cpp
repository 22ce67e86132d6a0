// plumbline schema [NAME]: the JSON Schema of an output.
#include "output/schema.h"

#include "app/commands.h"
#include "app/output_file.h"
#include "app/submission_options.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace plumbline {

namespace {

void print_schema(const std::string& name, const std::string& version) {
  const SchemaEntry* found = nullptr;
  std::string names;
  for (const SchemaEntry& schema : all_schemas()) {
    if (schema.name == name && (version.empty() || schema.version == version)) found = &schema;
    names.append(names.empty() ? "" : ", ").append(schema.name).append(" ").append(schema.version);
  }
  if (!found) throw UsageError("no such schema; there are: " + names);
  OutputFile out("-");
  out.write(found->text);
  out.commit();
}

}  // namespace

void add_schema(CLI::App& program, ExitCode&) {
  CLI::App* command = program.add_subcommand("schema", "Print the JSON Schema (draft-07) of an output");
  const auto name = std::make_shared<std::string>("extract");
  const auto version = std::make_shared<std::string>();
  command->add_option("NAME", *name, "extract (json, ndjson) or node-record (ndjson-nodes)")->capture_default_str();
  command->add_option("--schema-version", *version, "Which version (default: the newest)");
  command->callback([name, version] { print_schema(*name, *version); });
}

}  // namespace plumbline
