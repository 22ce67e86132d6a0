// TOML -> Pack.
#include "rules/pack/read_pack.h"

#include "rules/check.h"
#include "rules/pack/merge_packs.h"
#include "rules/pack/read_rules.h"
#include "rules/pack/toml_table.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

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
        prepare(phrase);
      } catch (const std::invalid_argument& error) {
        table->fail(language, error.what());
      }
      all.push_back(std::move(phrase));
    }
  return all;
}

// Plain lines by language.
std::vector<Phrase> lines(TomlTable& parent, std::string_view key) {
  std::vector<Phrase> all;
  if (auto table = parent.table(key))
    for (const std::string& language : table->keys())
      for (std::string& text : table->texts(language))
        all.push_back({std::move(text), language, table->line(language)});
  return all;
}

Examples examples(TomlTable& parent, const std::string& prefix = "") {
  return {lines(parent, prefix + "matches"), lines(parent, prefix + "rejects")};
}

WordsByLanguage words(TomlTable& parent, std::string_view key) {
  WordsByLanguage all;
  if (auto table = parent.table(key))
    for (const std::string& language : table->keys())
      all[language] = table->texts(language);
  return all;
}

Part read_part(TomlTable& table) {
  Part part;
  part.kind = table.required_text("kind");
  if (part.kind == other_kind)
    table.fail("kind", "\"other\" is what sections are called that no part names; expected another name");
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
  part.examples = examples(table);
  part.items = phrases(table, "item");
  part.takes_unlabelled = table.flag("takes_unlabelled", false);
  table.refuse_unknown_keys();
  if (part.headings.empty() && part.labels.empty()) table.fail("kind", "a part needs a heading or a label");
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
  pack.enough_marks = table->integer("enough");
  if (pack.enough_marks && *pack.enough_marks < 1) table->fail("enough", "expected a number of marks, 1 or more");
  pack.names = phrases(*table, "names");
  pack.marks = phrases(*table, "marks");
  pack.counter_marks = phrases(*table, "counter_marks");
  pack.mark_examples = examples(*table);
  table->refuse_unknown_keys();
}

void read_severities(Pack& pack, TomlTable& root) {
  std::vector<std::string> rules;
  for (const Check* check : all_checks())
    rules.emplace_back(check->rule);
  const auto refuse_unknown = [&](TomlTable& table, std::string_view key, const std::string& rule) {
    if (std::find(rules.begin(), rules.end(), rule) != rules.end()) return;
    const std::string nearest = nearest_name(rule, rules);
    table.fail(key, "unknown rule \"" + rule + "\"" + (nearest.empty() ? "" : " (did you mean \"" + nearest + "\"?)"));
  };
  if (auto table = root.table("severities"))
    for (const std::string& rule : table->keys()) {
      refuse_unknown(*table, rule, rule);
      const std::string name = table->choice(rule, severity_names, "");
      pack.severities[rule] =
          static_cast<Severity>(std::find(severity_names.begin(), severity_names.end(), name) - severity_names.begin());
    }
  for (const PackRule& rule : pack.rules)
    rules.push_back(rule.id);
  pack.rules_off = root.texts("rules_off");
  for (const std::string& rule : pack.rules_off)
    refuse_unknown(root, "rules_off", rule);
}

Pack read_root(TomlTable& root) {
  Pack pack;
  root.text("extends");  // laid under it already
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
  pack.title_examples = examples(root, "title_");
  pack.nothing = phrases(root, "nothing");
  pack.nothing_examples = examples(root, "nothing_");
  for (TomlTable& table : root.tables("parts"))
    pack.parts.push_back(read_part(table));
  if (pack.parts.empty()) root.fail("parts", "is missing; expected at least one [[parts]]");
  for (TomlTable& table : root.tables("targets"))
    pack.targets.push_back(read_target(table));
  pack.target_citation = root.text("target_citation").value_or("");
  pack.rules = read_rules(root, pack);
  read_severities(pack, root);
  if (auto known = root.table("known")) {
    pack.known_acronyms = known->texts("acronyms");
    pack.known_names = known->texts("names");
    known->refuse_unknown_keys();
  }
  pack.is_loose = root.flag("loose", false);
  pack.timeframe_columns = words(root, "timeframe_columns");
  pack.unassigned_share = root.number("unassigned_share").value_or(pack.unassigned_share);
  root.refuse_unknown_keys();
  return pack;
}

}  // namespace

namespace {

toml::table parse(std::string_view toml, std::string_view file) {
  try {
    return toml::parse(toml, file);
  } catch (const toml::parse_error& error) {
    throw PackError(std::string(file) + ":" + std::to_string(error.source().begin.line) + ": " +
                    std::string(error.description()));
  }
}

std::string read_text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw PackError(file.string() + ": cannot be read; expected a pack");
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::vector<std::filesystem::path> pack_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  if (error)
    throw PackError(folder.string() + ": cannot be opened: " + error.message() + "; expected a folder of packs");
  std::sort(files.begin(), files.end());
  return files;
}

constexpr int deepest_extension = 8;

// The pack with what it extends laid under it.
toml::table parse_extended(std::string_view toml, std::string_view file, std::span<const std::filesystem::path> folders,
                           int depth = 0) {
  toml::table table = parse(toml, file);
  const toml::node* extends = table.get("extends");
  if (!extends) return table;
  const auto name = extends->value_exact<std::string>();
  TomlTable root(table, std::string(file), "");
  if (!name) root.fail("extends", "expected the id of a pack, or a pack's file");
  if (depth == deepest_extension) root.fail("extends", "packs extend one another in a circle");
  const auto beside = std::filesystem::path(file).parent_path() / *name;
  std::vector<std::string> ids;
  std::error_code ignored;
  if (std::filesystem::is_regular_file(beside, ignored))
    return merge_packs(parse_extended(read_text_of(beside), beside.string(), folders, depth + 1), std::move(table));
  for (const auto& folder : folders)
    for (const auto& candidate : pack_files(folder)) {
      const std::string text = read_text_of(candidate);
      const auto id = parse(text, candidate.string())["id"].value<std::string>().value_or("");
      ids.push_back(id);
      if (id == *name && candidate != std::filesystem::path(file))
        return merge_packs(parse_extended(text, candidate.string(), folders, depth + 1), std::move(table));
    }
  const std::string nearest = nearest_name(*name, ids);
  root.fail("extends", "there is no pack \"" + *name + "\"" +
                           (nearest.empty() ? "; expected a known pack's id, or a file beside this one"
                                            : " (did you mean \"" + nearest + "\"?)"));
}

}  // namespace

Pack read_pack(std::string_view toml, std::string_view file, std::span<const std::filesystem::path> folders,
               KeyLog* keys) {
  const toml::table table = parse_extended(toml, file, folders);
  TomlTable root(table, std::string(file), "", keys);
  Pack pack = read_root(root);
  pack.file = file;
  pack.compile();
  return pack;
}

Pack read_pack_file(const std::filesystem::path& file, std::span<const std::filesystem::path> folders) {
  return read_pack(read_text_of(file), file.string(), folders);
}

std::vector<Pack> read_packs(const std::filesystem::path& folder) {
  return read_packs(std::span(&folder, 1));
}

std::vector<Pack> read_packs(std::span<const std::filesystem::path> folders) {
  std::vector<Pack> packs;
  for (const auto& folder : folders)
    for (const auto& file : pack_files(folder)) {
      Pack pack = read_pack_file(file, folders);
      const auto same = std::find_if(packs.begin(), packs.end(), [&](const Pack& known) {
        return known.id == pack.id && known.version == pack.version;
      });
      if (same != packs.end())
        throw PackError(pack.file + ":1: version: " + same->file + " is \"" + pack.id + "\" " + pack.version +
                        " too; expected another version or another id");
      packs.push_back(std::move(pack));
    }
  return packs;
}

}  // namespace plumbline
