// plumbline explain RULE: what a rule is for, with its good and its bad example.
#include "app/commands.h"
#include "app/pack_folders.h"
#include "app/submission_options.h"
#include "rules/check.h"
#include "rules/pack/read_pack.h"
#include "rules/pack/rule_kinds/rule_kind.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace plumbline {

namespace {

void explain(const Check& check) {
  std::cout << check.rule << " (" << name_of(check.severity) << ")\n"
            << "  " << check.title << ".\n"
            << "  Why:  " << check.why << "\n"
            << "  Do:   " << check.help << "\n"
            << "  Good: " << check.good << "\n"
            << "  Bad:  " << check.bad << "\n";
}

void explain(const PackRule& rule) {
  std::cout << rule.id << " (" << name_of(rule.severity) << ")\n"
            << "  " << rule.title << ".\n"
            << "  Kind: " << rule.kind->name << ": " << rule.kind->says << "\n"
            << "  At:   " << rule.at.text << "\n";
  if (!rule.help.empty()) std::cout << "  Do:   " << rule.help << "\n";
  if (!rule.citation.empty()) std::cout << "  Says: " << rule.citation << "\n";
}

ExitCode explain_rule(const std::string& rule) {
  const std::vector<Pack> packs = read_packs(pack_folders(), TomlLines::not_needed);
  if (rule.empty()) {
    for (const Check* check : all_checks())
      std::cout << check->rule << " (" << name_of(check->severity) << "): " << check->title << "\n";
    for (const Pack& pack : packs)
      for (const PackRule& own : pack.rules)
        std::cout << own.id << " (" << name_of(own.severity) << "): " << own.title << "\n";
    return exit_clean;
  }
  for (const Pack& pack : packs)
    for (const PackRule& own : pack.rules)
      if (own.id == rule) {
        explain(own);
        return exit_clean;
      }
  const Check* check = find_check(rule);
  if (!check) throw UsageError("there is no rule '" + rule + "'; plumbline explain lists all");
  explain(*check);
  return exit_clean;
}

}  // namespace

void add_explain(CLI::App& program, ExitCode& exit_code) {
  CLI::App* command =
      program.add_subcommand("explain", "Tell what a rule is for, with an example that is right and one that is not");
  const auto rule = std::make_shared<std::string>();
  command->add_option("RULE", *rule, "A rule's id; without it, all rules are listed");
  command->callback([rule, &exit_code] { exit_code = explain_rule(*rule); });
}

}  // namespace plumbline
