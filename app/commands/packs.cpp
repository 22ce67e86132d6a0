// plumbline packs: list the templates that are known, run their own tests, draft one from filled-in submissions.
#include "app/commands.h"
#include "app/input.h"
#include "app/pack_folders.h"
#include "app/project_file.h"
#include "app/submission_options.h"
#include "extractor/extract.h"
#include "rules/pack/draft_pack.h"
#include "rules/pack/read_pack.h"
#include "rules/pack/test_pack.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace plumbline {

namespace {

std::string joined(const std::vector<std::string>& words, const char* between = " ") {
  std::string out;
  for (const std::string& word : words)
    out += (out.empty() ? "" : between) + word;
  return out;
}

std::string years_of(const Pack& pack) {
  const std::string from = pack.first_year ? std::to_string(*pack.first_year) : "";
  const std::string to = pack.last_year ? std::to_string(*pack.last_year) : "";
  return from.empty() && to.empty() ? "any year" : from + " to " + (to.empty() ? "now" : to);
}

// Those of the program and the user, and those that the plumbline.toml of the file's folder or one above it names.
std::vector<std::filesystem::path> folders_for(const std::filesystem::path& file) {
  std::vector<std::filesystem::path> folders = pack_folders();
  if (const auto project = find_project_file(file))
    folders.insert(folders.end(), project->packs.begin(), project->packs.end());
  return folders;
}

ExitCode list_packs() {
  for (const Pack& pack : read_packs(folders_for("."), TomlLines::needed)) {
    std::vector<std::string> parts;
    for (const Part& part : pack.parts)
      parts.push_back(part.kind);
    std::cout << pack.id << " " << pack.version << "\n  " << pack.name << "\n  file: " << pack.file
              << "\n  languages: " << joined(pack.languages) << "\n  filed: " << years_of(pack)
              << "\n  parts: " << joined(parts) << "\n  rules of its own: " << pack.rules.size() << "\n";
  }
  return exit_clean;
}

struct TestCommand {
  std::vector<std::string> files;
};

// 0: all pass. 1: an example fails. 2: a pack cannot be read.
ExitCode test_packs(const TestCommand& options) {
  std::vector<Pack> packs;
  if (options.files.empty()) packs = read_packs(folders_for("."), TomlLines::needed);
  for (const std::string& file : options.files)
    packs.push_back(read_pack_file(file, folders_for(file)));
  bool failed = false;
  for (const Pack& pack : packs) {
    const PackTests tests = test_pack(pack);
    for (const std::string& failure : tests.failures)
      std::cout << failure << "\n";
    for (const std::string& untested : tests.untested)
      std::cout << untested << " (untested)\n";
    std::cout << pack.id << " " << pack.version << ": " << tests.run << " examples, " << tests.failures.size()
              << " failed, " << tests.untested.size() << " untested\n";
    failed |= !tests.failures.empty();
  }
  return failed ? exit_findings : exit_clean;
}

struct NewCommand {
  std::vector<std::string> files;
  std::string id = "new-pack";
};

ExitCode draft(const NewCommand& options) {
  if (options.id.empty() || options.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != options.id.npos)
    throw UsageError("--id " + options.id + ": expected small letters, digits and hyphens");
  std::vector<Document> documents;
  for (const std::string& file : options.files) {
    try {
      documents.push_back(extract(read_input(file), file_name(file)));
    } catch (const Unreadable& cause) {
      std::cerr << "plumbline: " << file << ": " << cause.what() << "\n";
      return exit_unreadable;
    }
  }
  std::cout << draft_pack(documents, options.id);
  return exit_clean;
}

}  // namespace

void add_packs(CLI::App& program, ExitCode& exit_code) {
  CLI::App* command = program.add_subcommand("packs", "List the templates that are known; test or draft one");
  command->callback([command, &exit_code] {
    if (command->get_subcommands().empty()) exit_code = list_packs();
  });
  CLI::App* test = command->add_subcommand("test", "Run the examples of packs and say what is untested");
  const auto tested = std::make_shared<TestCommand>();
  test->add_option("FILE", tested->files, "Packs (default: all that are known)");
  test->callback([tested, &exit_code] { exit_code = test_packs(*tested); });
  CLI::App* fresh = command->add_subcommand("new", "Draft a pack from filled-in submissions, for a person to edit");
  const auto drafted = std::make_shared<NewCommand>();
  fresh->add_option("FILE", drafted->files, "Submissions on the template")->required();
  fresh->add_option("--id", drafted->id, "The pack's id (default: new-pack)");
  fresh->callback([drafted, &exit_code] { exit_code = draft(*drafted); });
}

}  // namespace plumbline
