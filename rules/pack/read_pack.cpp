// TOML -> Pack.
#include "rules/pack/read_pack.h"

#include "rules/check.h"
#include "rules/pack/toml_table.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace plumbline {

namespace {

const std::vector<std::string> severity_names = {"info", "warning", "error", "blocker"};

// Phrases by language: `en = ["…", "…"]`.
std::vector<Phrase> phrases(TomlTable& parent, std::string_view key) {
  std::vector<Phrase> all;
  auto table = parent.table(key);
  if (!table) return all;
  for (const std::string& language : table->keys())
    for (std::string& text : table->texts(language)) {
      Phrase phrase{std::move(text), language, table->line(language)};
      try {
        check_phrase(phrase);
      } catch (const std::invalid_argument& error) {
        table->fail(language, error.what());
      }
      all.push_back(std::move(phrase));
    }
  return all;
}

WordsByLanguage words(TomlTable& parent, std::string_view key) {
  WordsByLanguage all;
  if (auto table = parent.table(key))
    for (const std::string& language : table->keys()) all[language] = table->texts(language);
  return all;
}

Part read_part(TomlTable& table) {
  Part part;
  part.kind = table.required_text("kind");
  part.name = table.text("name").value_or(part.kind);
  const std::string role = table.choice("role", {"target", "goal", "section"}, "section");
  part.role = role == "target" ? PartRole::target : role == "goal" ? PartRole::goal : PartRole::section;
  const std::string section = table.choice("section", {"undertaken", "planned", "other"}, "other");
  part.section_role = section == "undertaken" ? SectionRole::undertaken
                      : section == "planned"  ? SectionRole::planned
                                              : SectionRole::other;
  part.in_target = table.choice("of", {"target", "report"}, "report") == "target";
  part.is_required = table.flag("required", false);
  part.citation = table.text("citation").value_or("");
  part.headings = phrases(table, "heading");
  part.labels = phrases(table, "label");
  if (part.headings.empty() && part.labels.empty()) table.fail("kind", "a part needs a heading or a label");
  table.refuse_unknown_keys();
  return part;
}

OfficialTarget read_target(TomlTable& table) {
  OfficialTarget target;
  const auto number = table.integer("number");
  if (!number) table.fail("number", "is missing; expected a whole number");
  target.number = *number;
  target.is_required = table.flag("required", true);
  target.title = words(table, "title");
  for (TomlTable& goal : table.tables("goals")) {
    target.goals.push_back({words(goal, "wording"), goal.flag("required", true)});
    goal.refuse_unknown_keys();
  }
  table.refuse_unknown_keys();
  return target;
}

void read_recognition(Pack& pack, TomlTable& root) {
  auto table = root.table("recognise");
  if (!table) root.fail("recognise", "is missing; expected a table that says what the template is recognised by");
  pack.recognise_at = table->number("at_least").value_or(pack.recognise_at);
  pack.marks = phrases(*table, "marks");
  pack.counter_marks = phrases(*table, "counter_marks");
  table->refuse_unknown_keys();
}

void read_severities(Pack& pack, TomlTable& root) {
  std::vector<std::string> rules;
  for (const Check* check : all_checks()) rules.emplace_back(check->rule);
  const auto refuse_unknown = [&](TomlTable& table, std::string_view key, const std::string& rule) {
    if (std::find(rules.begin(), rules.end(), rule) != rules.end()) return;
    const std::string nearest = nearest_name(rule, rules);
    table.fail(key, "unknown rule \"" + rule + "\"" + (nearest.empty() ? "" : " (did you mean \"" + nearest + "\"?)"));
  };
  if (auto table = root.table("severities"))
    for (const std::string& rule : table->keys()) {
      refuse_unknown(*table, rule, rule);
      const std::string name = table->choice(rule, severity_names, "");
      pack.severities[rule] = static_cast<Severity>(
          std::find(severity_names.begin(), severity_names.end(), name) - severity_names.begin());
    }
  pack.rules_off = root.texts("rules_off");
  for (const std::string& rule : pack.rules_off) refuse_unknown(root, "rules_off", rule);
}

Pack read_root(TomlTable& root) {
  Pack pack;
  pack.id = root.required_text("id");
  pack.version = root.required_text("version");
  pack.name = root.required_text("name");
  pack.languages = root.texts("languages");
  if (pack.languages.empty()) root.fail("languages", "is missing; expected an array of language codes (BCP 47)");
  if (auto years = root.table("years")) {
    pack.first_year = years->integer("from");
    pack.last_year = years->integer("to");
    years->refuse_unknown_keys();
  }
  read_recognition(pack, root);
  pack.titles = phrases(root, "title");
  for (TomlTable& table : root.tables("parts")) pack.parts.push_back(read_part(table));
  if (pack.parts.empty()) root.fail("parts", "is missing; expected at least one [[parts]]");
  for (TomlTable& table : root.tables("targets")) pack.targets.push_back(read_target(table));
  pack.target_citation = root.text("target_citation").value_or("");
  read_severities(pack, root);
  if (auto known = root.table("known")) {
    pack.known_acronyms = known->texts("acronyms");
    pack.known_names = known->texts("names");
    known->refuse_unknown_keys();
  }
  pack.timeframe_columns = words(root, "timeframe_columns");
  pack.unassigned_share = root.number("unassigned_share").value_or(pack.unassigned_share);
  root.refuse_unknown_keys();
  return pack;
}

}  // namespace

Pack read_pack(std::string_view toml, std::string_view file) {
  toml::table table;
  try {
    table = toml::parse(toml, file);
  } catch (const toml::parse_error& error) {
    throw PackError(std::string(file) + ":" + std::to_string(error.source().begin.line) + ": " +
                    std::string(error.description()));
  }
  TomlTable root(table, std::string(file), "");
  Pack pack = read_root(root);
  pack.file = file;
  pack.compile();
  return pack;
}

std::vector<Pack> read_packs(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  if (error) throw PackError(folder.string() + ": cannot be opened: " + error.message() + "; expected a folder of packs");
  std::sort(files.begin(), files.end());
  std::vector<Pack> packs;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in.good() && !in.eof()) throw PackError(file.string() + ": cannot be read");
    packs.push_back(read_pack(text, file.string()));
  }
  return packs;
}

}  // namespace plumbline
