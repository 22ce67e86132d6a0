// plumbline: reads reports that governments submit on a template, checks them, turns them into data.
#include "app/commands.h"
#include "app/output_file.h"
#include "output/database/database.h"
#include "output/utf8.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>
#include <string>

namespace {

// What is wrong with the arguments. CLI11 misses a command before it says that the one given is unknown.
std::string wrong_usage(const CLI::App* program, const CLI::Error& error) {
  std::string message = error.what();
  if (const auto unknown = program->remaining(); error.get_name() == "RequiredError" && !unknown.empty())
    message = "there is no command " + plumbline::shown_on_one_line(unknown.front());
  return "plumbline: " + message + "\nRun plumbline --help for more information.\n";
}

}  // namespace

int main(int argc, char** argv) {
  using namespace plumbline;
  CLI::App program("Reads reports submitted on a template, finds their structure, checks them, turns them into data.",
                   "plumbline");
  program.set_version_flag("--version", "plumbline " PLUMBLINE_VERSION);
  program.require_subcommand(1);
  program.failure_message(wrong_usage);

  ExitCode exit_code = exit_clean;
  add_check(program, exit_code);
  add_extract(program, exit_code);
  add_load(program, exit_code);
  add_export(program, exit_code);
  add_schema(program, exit_code);
  add_merge(program, exit_code);
  add_packs(program, exit_code);
  add_explain(program, exit_code);
  add_timeframes(program, exit_code);
  add_outline(program, exit_code);

  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? exit_clean : exit_usage;
  } catch (const OutputError& error) {
    std::cerr << "plumbline: " << error.what() << "\n";
    return exit_unreadable;
  } catch (const DatabaseError& error) {
    std::cerr << "plumbline: " << error.what() << "\n";
    return exit_unreadable;
  } catch (const std::exception& error) {
    std::cerr << "plumbline: " << error.what() << "\n";
    return exit_usage;
  }
  return exit_code;
}
