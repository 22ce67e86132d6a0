// plumbline packs: the templates that the program knows.
#include "app/commands.h"
#include "rules/data_folder.h"
#include "rules/pack/read_pack.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace plumbline {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

ExitCode list_packs() {
  for (const Pack& pack : read_packs(data_folder() + "/packs"))
    std::cout << pack.id << " " << pack.version << "\n  " << pack.name << "\n  languages: " << joined(pack.languages) << "\n";
  return exit_clean;
}

}  // namespace

void add_packs(CLI::App& program, ExitCode& exit_code) {
  CLI::App* command = program.add_subcommand("packs", "List the templates that are known");
  command->callback([&exit_code] { exit_code = list_packs(); });
}

}  // namespace plumbline
