// [[rules]] of a pack.
#include "rules/pack/read_rules.h"

#include "rules/pack/key_table.h"
#include "rules/pack/rule_kinds/rule_kind.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace plumbline {

namespace {

class RuleReader {
 public:
  RuleReader(const TomlTable& table, const Pack& pack) : table_(table), pack_(pack) {}

  PackRule read() {
    rule_.line = table_.line("id");
    rule_.id = pack_.id + "/" + table_.text("id", "");
    read_kind();
    rule_.at = path("at", table_.text("at", ""));
    refuse_other_nodes();
    rule_.severity = *severity_named(table_.text("severity", "warning"));
    rule_.title = table_.text("title", "");
    rule_.message = wording("message");
    rule_.help = wording("help");
    rule_.citation = table_.text("citation", "");
    rule_.pattern = pattern("pattern");
    rule_.condition = pattern("if");
    rule_.unless = pattern("unless");
    for (const std::string_view key : {"then", "total"})
      if (const auto text = table_.text(key)) rule_.other = path(key, *text);
    rule_.limit = table_.integer("limit");
    rule_.from = table_.day("from");
    rule_.to = table_.day("to");
    if (rule_.from && rule_.to && *rule_.to < *rule_.from) table_.fail("to", "expected a day not before \"from\"");
    rule_.fires = examples("fires");
    rule_.silent = examples("silent");
    return std::move(rule_);
  }

 private:
  void read_kind() {
    const std::string name = table_.text("kind", "");
    for (const RuleKind* kind : all_rule_kinds())
      if (kind->name == name) rule_.kind = kind;
    const auto says = "a rule of the kind \"" + name + "\" needs the key ";
    for (const std::string_view key : rule_.kind->needs)
      if (!table_.node(key)) table_.fail("kind", says + "\"" + std::string(key) + "\"");
    std::string some;
    for (const std::string_view key : rule_.kind->some_of) {
      if (table_.node(key)) return;
      some += (some.empty() ? "\"" : " or \"") + std::string(key) + "\"";
    }
    if (!some.empty()) table_.fail("kind", says + some);
  }

  NodePath path(std::string_view key, const std::string& text) const {
    try {
      NodePath path = parse_path(text);
      for (std::size_t i = 0; i < path.steps.size(); ++i)
        if (path.steps[i].kind == NodeKind::section)
          for (const std::string& kind : path.steps[i].only)
            refuse_unknown_section(key, kind, i > 0 && path.steps[i - 1].kind == NodeKind::target);
      return path;
    } catch (const std::invalid_argument& error) {
      table_.fail(key, error.what());
    }
  }

  void refuse_other_nodes() const {
    const std::vector<NodeKind>& nodes = rule_.kind->nodes;
    if (nodes.empty() || std::find(nodes.begin(), nodes.end(), rule_.at.steps.back().kind) != nodes.end()) return;
    std::string names;
    for (const NodeKind node : nodes)
      names += (names.empty() ? "" : ", ") + std::string(name_of(node));
    table_.fail("at", "a rule of the kind \"" + std::string(rule_.kind->name) + "\" speaks of " + names +
                          "; expected a path that ends in one of these");
  }

  void refuse_unknown_section(std::string_view key, const std::string& kind, bool is_in_target) const {
    if (kind == other_kind) return;
    std::vector<std::string> kinds;
    for (const Part& part : pack_.parts)
      if (part.role == PartRole::section) kinds.push_back(part.kind);
    const Part* part = pack_.part(kind);
    if (!part || part->role != PartRole::section)
      table_.fail(key, "the pack has no section \"" + kind + "\"" + suggestion(kind, kinds));
    if (is_in_target && !part->in_target)
      table_.fail(key,
                  "the section \"" + kind + "\" stands under the report; expected one whose part has of = \"target\"");
  }

  std::vector<std::string> placeholders() const {
    std::vector<std::string> names = {"name", "number", "quote", "node", "searched"};
    for (const std::string_view name : rule_.kind->values)
      names.emplace_back(name);
    for (const std::string_view key : {"limit", "from", "to"})
      if (rule_.kind->takes(key)) names.emplace_back(key);
    return names;
  }

  std::string wording(std::string_view key) {
    std::string text = table_.text(key, "");
    const std::vector<std::string> known = placeholders();
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
      const auto close = text.find('}', open);
      if (close == text.npos) table_.fail(key, "missing '}'");
      const std::string name = text.substr(open + 1, close - open - 1);
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      table_.fail(key, "a rule of the kind \"" + std::string(rule_.kind->name) + "\" has no placeholder {" + name +
                           "}" + suggestion(name, known));
    }
    return text;
  }

  // One pattern, or several of which one suffices.
  RulePattern pattern(std::string_view key) {
    const std::vector<std::string> all = table_.texts(key);
    std::string joined;
    for (const std::string& text : all)
      joined += (joined.empty() ? "" : "|") + (all.size() == 1 ? text : "(?:" + text + ")");
    return RulePattern(std::move(joined));
  }

  std::vector<RuleExample> examples(std::string_view key) {
    std::vector<RuleExample> all;
    for (std::string& text : table_.texts(key))
      all.push_back({std::move(text), table_.line(key)});
    return all;
  }

  const TomlTable& table_;
  const Pack& pack_;
  PackRule rule_;
};

}  // namespace

std::vector<PackRule> read_rules(const TomlTable& root, const Pack& pack) {
  std::vector<PackRule> rules;
  for (const TomlTable& table : root.tables("rules"))
    rules.push_back(RuleReader(table, pack).read());
  return rules;
}

}  // namespace plumbline
