// TOML -> Pack.
#include "rules/pack/read_pack.h"

#include "rules/check.h"
#include "rules/file_text.h"
#include "rules/pack/merge_packs.h"
#include "rules/pack/pack_keys.h"
#include "rules/pack/read_rules.h"
#include "rules/pack/toml_table.h"
#include "rules/toml/known_table.h"

#include <algorithm>
#include <utility>

namespace plumbline {

namespace {

// Phrases, or plain lines, by language: `en = ["…", "…"]`.
std::vector<Phrase> phrases(const TomlTable& parent, std::string_view key) {
  std::vector<Phrase> all;
  if (const auto table = parent.table(key))
    for (const std::string& language : table->keys())
      for (std::string& text : table->texts(language))
        all.push_back({std::move(text), language, table->line(language)});
  return all;
}

Examples examples(const TomlTable& parent, const std::string& prefix = "") {
  return {phrases(parent, prefix + "matches"), phrases(parent, prefix + "rejects")};
}

WordsByLanguage words(const TomlTable& parent, std::string_view key) {
  WordsByLanguage all;
  if (const auto table = parent.table(key))
    for (const std::string& language : table->keys())
      all[language] = table->texts(language);
  return all;
}

Part read_part(const TomlTable& table) {
  Part part;
  part.kind = table.text("kind", "");
  if (part.kind == other_kind)
    table.fail("kind", "\"other\" is what sections are called that no part names; expected another name");
  part.name = table.text("name", part.kind);
  const std::string role = table.text("role", "section");
  part.role = role == "target" ? PartRole::target : role == "goal" ? PartRole::goal : PartRole::section;
  const std::string section = table.text("section", "other");
  part.section_role = section == "undertaken" ? SectionRole::undertaken
                      : section == "planned"  ? SectionRole::planned
                                              : SectionRole::other;
  part.in_target = table.text("of", "report") == "target";
  part.is_required = table.flag("required", false);
  part.citation = table.text("citation", "");
  part.headings = phrases(table, "heading");
  part.labels = phrases(table, "label");
  part.examples = examples(table);
  part.items = phrases(table, "item");
  part.takes_unlabelled = table.flag("takes_unlabelled", false);
  if (part.headings.empty() && part.labels.empty()) table.fail("kind", "a part needs a heading or a label");
  return part;
}

OfficialTarget read_target(const TomlTable& table) {
  OfficialTarget target;
  target.number = *table.integer("number");
  target.is_required = table.flag("required", true);
  target.title = words(table, "title");
  for (const TomlTable& goal : table.tables("goals"))
    target.goals.push_back({words(goal, "wording"), goal.flag("required", true)});
  return target;
}

void read_recognition(Pack& pack, const TomlTable& table) {
  pack.recognise_at = table.number("at_least").value_or(pack.recognise_at);
  pack.enough_marks = table.integer("enough");
  pack.names = phrases(table, "names");
  pack.marks = phrases(table, "marks");
  pack.counter_marks = phrases(table, "counter_marks");
  pack.mark_examples = examples(table);
  if (pack.names.empty() && pack.marks.empty())
    table.fail("", "expected \"marks\" or \"names\": without any, no submission is on the template");
  if (pack.enough_marks && static_cast<std::size_t>(*pack.enough_marks) > pack.names.size() + pack.marks.size())
    table.fail("enough", "the pack has " + std::to_string(pack.names.size() + pack.marks.size()) +
                             " names and marks; expected no more");
}

void read_years(Pack& pack, const TomlTable& table) {
  pack.first_year = table.integer("from");
  pack.last_year = table.integer("to");
  if (pack.first_year && pack.last_year && *pack.last_year < *pack.first_year)
    table.fail("to", "expected a year not before \"from\"");
}

void read_severities(Pack& pack, const TomlTable& root) {
  std::vector<std::string> rules;
  for (const Check* check : all_checks())
    rules.emplace_back(check->rule);
  const auto refuse_unknown = [&](const TomlTable& table, std::string_view key, const std::string& rule) {
    if (std::find(rules.begin(), rules.end(), rule) == rules.end())
      table.fail(key, "unknown rule \"" + rule + "\"" + suggestion(rule, rules));
  };
  if (const auto table = root.table("severities"))
    for (const std::string& rule : table->keys()) {
      refuse_unknown(*table, rule, rule);
      pack.severities[rule] = *severity_named(table->text(rule, ""));
    }
  for (const PackRule& rule : pack.rules)
    rules.push_back(rule.id);
  pack.rules_off = root.texts("rules_off");
  for (const std::string& rule : pack.rules_off)
    refuse_unknown(root, "rules_off", rule);
}

// What stands under what must be there.
void refuse_orphans(const Pack& pack, const TomlTable& root) {
  const auto tables = root.tables("parts");
  for (std::size_t i = 0; i < pack.parts.size(); ++i)
    if (pack.parts[i].in_target && !pack.part(PartRole::target))
      tables[i].fail("of", "the pack has no part whose role is \"target\"; expected one, or of = \"report\"");
  if (!pack.targets.empty() && !pack.part(PartRole::target))
    root.fail("targets", "the pack has no part whose role is \"target\"; expected one");
}

Pack read_root(const TomlTable& root) {
  Pack pack;
  pack.id = root.text("id", "");
  pack.version = root.text("version", "");
  pack.name = root.text("name", "");
  pack.languages = root.texts("languages");
  pack.official_languages = root.texts("official_languages");
  for (const std::string& language : pack.official_languages)
    if (std::find(pack.languages.begin(), pack.languages.end(), language) == pack.languages.end())
      root.fail("official_languages", "expected some of the pack's languages; got \"" + language + "\"");
  if (const auto years = root.table("years")) read_years(pack, *years);
  read_recognition(pack, *root.table("recognise"));
  pack.titles = phrases(root, "title");
  pack.title_examples = examples(root, "title_");
  pack.nothing = phrases(root, "nothing");
  pack.nothing_examples = examples(root, "nothing_");
  for (const TomlTable& table : root.tables("parts"))
    pack.parts.push_back(read_part(table));
  for (const TomlTable& table : root.tables("targets"))
    pack.targets.push_back(read_target(table));
  refuse_orphans(pack, root);
  pack.target_citation = root.text("target_citation", "");
  pack.rules = read_rules(root, pack);
  read_severities(pack, root);
  if (const auto known = root.table("known")) {
    pack.known_acronyms = known->texts("acronyms");
    pack.known_names = known->texts("names");
  }
  pack.is_loose = root.flag("loose", false);
  pack.timeframe_columns = words(root, "timeframe_columns");
  pack.unassigned_share = root.number("unassigned_share").value_or(pack.unassigned_share);
  return pack;
}

}  // namespace

namespace {

std::string read_text_of(const std::filesystem::path& file) {
  if (auto text = text_of_file(file)) return std::move(*text);
  throw PackError(file.string() + ": cannot be read; expected a pack");
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
  toml::table table = parse_toml(toml, std::string(file));
  const toml::node* extends = table.get("extends");
  if (!extends) return table;
  const auto name = extends->value_exact<std::string>();
  const TomlTable root(table, std::string(file));
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
      const auto id = parse_toml(text, candidate.string())["id"].value<std::string>().value_or("");
      ids.push_back(id);
      if (id == *name && candidate != std::filesystem::path(file))
        return merge_packs(parse_extended(text, candidate.string(), folders, depth + 1), std::move(table));
    }
  const std::string near = suggestion(*name, ids);
  root.fail("extends", "there is no pack \"" + *name + "\"" +
                           (near.empty() ? "; expected a known pack's id, or a file beside this one" : near));
}

}  // namespace

Pack read_pack(std::string_view toml, std::string_view file, std::span<const std::filesystem::path> folders,
               TomlLines lines) {
  const std::string name(file);
  // One that Plumbline brings along was checked when it was tested.
  auto known = lines == TomlLines::needed ? std::nullopt : known_table(toml);
  const bool is_proved = known && !known->contains("extends");
  const toml::table table = is_proved ? std::move(*known) : parse_extended(toml, file, folders);
  if (!is_proved) check_keys(table, pack_keys(), name);
  Pack pack = read_root(TomlTable(table, name));
  pack.file = file;
  pack.compile();
  return pack;
}

Pack read_pack_file(const std::filesystem::path& file, std::span<const std::filesystem::path> folders,
                    TomlLines lines) {
  return read_pack(read_text_of(file), file.string(), folders, lines);
}

std::vector<Pack> read_packs(const std::filesystem::path& folder) {
  return read_packs(std::span(&folder, 1), TomlLines::needed);
}

std::vector<Pack> read_packs(std::span<const std::filesystem::path> folders, TomlLines lines) {
  std::vector<Pack> packs;
  for (const auto& folder : folders)
    for (const auto& file : pack_files(folder)) {
      Pack pack = read_pack_file(file, folders, lines);
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
