// [[rules]] of a pack.
#include "rules/pack/read_rules.h"

#include "rules/pack/rule_kinds/rule_kind.h"

#include <re2/re2.h>

#include <algorithm>
#include <stdexcept>

namespace plumbline {

namespace {

const std::vector<std::string> placeholders = {"node", "number", "quote", "searched", "limit",
                                               "from", "to",     "name",  "found",    "total"};

class RuleReader {
 public:
  RuleReader(TomlTable& table, const Pack& pack) : table_(table), pack_(pack) {}

  PackRule read() {
    rule_.line = table_.line("id");
    const std::string id = table_.required_text("id");
    if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != id.npos)
      table_.fail("id", "expected small letters, digits and hyphens; got \"" + id + "\"");
    rule_.id = pack_.id + "/" + id;
    read_kind();
    rule_.at = path("at", table_.required_text("at"));
    const std::string severity = table_.choice("severity", {"info", "warning", "error", "blocker"}, "warning");
    for (const Severity known : {Severity::info, Severity::warning, Severity::error, Severity::blocker})
      if (name_of(known) == severity) rule_.severity = known;
    rule_.title = table_.required_text("title");
    rule_.message = wording("message");
    rule_.help = wording("help");
    rule_.citation = table_.text("citation").value_or("");
    rule_.pattern = pattern("pattern");
    rule_.condition = pattern("if");
    rule_.unless = pattern("unless");
    read_others();
    rule_.limit = table_.integer("limit");
    rule_.from = day("from");
    rule_.to = day("to");
    rule_.fires = examples("fires");
    rule_.silent = examples("silent");
    for (const std::string_view key : rule_.kind->needs)
      if (!has(key))
        table_.fail("kind", "a rule of the kind \"" + std::string(rule_.kind->name) + "\" needs the key \"" +
                                std::string(key) + "\"");
    if (rule_.kind->name == "if-then" && rule_.pattern.empty() && !rule_.other)
      table_.fail("kind", "a rule of the kind \"if-then\" needs the key \"then\" (a path) or \"pattern\"");
    if (rule_.kind->name == "date-between" && !rule_.from && !rule_.to)
      table_.fail("kind", "a rule of the kind \"date-between\" needs the key \"from\" or \"to\"");
    table_.refuse_unknown_keys();
    return std::move(rule_);
  }

 private:
  bool has(std::string_view key) const {
    const auto keys = table_.keys();
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  }

  void read_kind() {
    std::vector<std::string> names;
    for (const RuleKind* kind : all_rule_kinds())
      names.emplace_back(kind->name);
    const std::string name = table_.choice("kind", names, "");
    if (name.empty()) table_.fail("kind", "is missing; expected a kind of rule, such as \"required\"");
    for (const RuleKind* kind : all_rule_kinds())
      if (kind->name == name) rule_.kind = kind;
  }

  NodePath path(std::string_view key, const std::string& text) const {
    try {
      NodePath path = parse_path(text);
      for (const PathStep& step : path.steps)
        if (step.kind == NodeKind::section)
          for (const std::string& kind : step.only)
            refuse_unknown_section(key, kind);
      return path;
    } catch (const std::invalid_argument& error) {
      table_.fail(key, error.what());
    }
  }

  void refuse_unknown_section(std::string_view key, const std::string& kind) const {
    if (kind == other_kind || pack_.part(kind)) return;
    std::vector<std::string> kinds;
    for (const Part& part : pack_.parts)
      kinds.push_back(part.kind);
    const std::string nearest = nearest_name(kind, kinds);
    table_.fail(
        key, "the pack has no part \"" + kind + "\"" + (nearest.empty() ? "" : " (did you mean \"" + nearest + "\"?)"));
  }

  std::string wording(std::string_view key) {
    std::string text = table_.text(key).value_or("");
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
      const auto close = text.find('}', open);
      if (close == text.npos) table_.fail(key, "missing '}'");
      const std::string name = text.substr(open + 1, close - open - 1);
      if (std::find(placeholders.begin(), placeholders.end(), name) != placeholders.end()) continue;
      const std::string nearest = nearest_name(name, placeholders);
      table_.fail(key,
                  "unknown placeholder {" + name + "}" + (nearest.empty() ? "" : " (did you mean {" + nearest + "}?)"));
    }
    return text;
  }

  // One pattern, or several of which one suffices.
  std::string pattern(std::string_view key) {
    const std::vector<std::string> all = table_.texts(key);
    std::string joined;
    for (const std::string& text : all) {
      if (const RE2 compiled(text, RE2::Quiet); !compiled.ok())
        table_.fail(key, "pattern \"" + text + "\": " + compiled.error());
      joined += (joined.empty() ? "" : "|") + (all.size() == 1 ? text : "(?:" + text + ")");
    }
    return joined;
  }

  void read_others() {
    const bool is_sum = rule_.kind->name == "sum-equals";
    const std::string_view key = is_sum ? "total" : "then";
    if (const auto text = table_.text(key)) rule_.other = path(key, *text);
  }

  std::optional<Day> day(std::string_view key) {
    const auto text = table_.text(key);
    if (!text) return {};
    if (const auto value = parse_day(*text)) return value;
    table_.fail(key, "expected a day as \"YYYY-MM-DD\"; got \"" + *text + "\"");
  }

  std::vector<RuleExample> examples(std::string_view key) {
    std::vector<RuleExample> all;
    for (std::string& text : table_.texts(key))
      all.push_back({std::move(text), table_.line(key)});
    return all;
  }

  TomlTable& table_;
  const Pack& pack_;
  PackRule rule_;
};

}  // namespace

std::vector<PackRule> read_rules(TomlTable& root, const Pack& pack) {
  std::vector<PackRule> rules;
  for (TomlTable& table : root.tables("rules")) {
    rules.push_back(RuleReader(table, pack).read());
    const auto same = [&](const PackRule& rule) { return rule.id == rules.back().id; };
    if (std::count_if(rules.begin(), rules.end(), same) > 1) table.fail("id", "two rules have this id");
  }
  return rules;
}

}  // namespace plumbline
