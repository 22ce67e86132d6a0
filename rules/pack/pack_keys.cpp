// Every key of a pack.
#include "rules/pack/pack_keys.h"

#include "rules/pack/rule_kinds/rule_kind.h"

#include <algorithm>

namespace plumbline {

namespace {

using enum KeyType;

constexpr bool required = true;
const std::vector<std::string> severities = {"info", "warning", "error", "blocker"};

const KeyTable year_keys = {{
    {"from", number},
    {"to", number},
}};

const KeyTable recognise_keys = {{
    {"at_least", share},
    {"enough", number, false, 1},
    {"names", phrases},
    {"marks", phrases},
    {"counter_marks", phrases},
    {"matches", wordings},
    {"rejects", wordings},
}};

const KeyTable part_keys = {{
    {"kind", text, required},
    {"name", text},
    {"role", choice, false, 0, {"section", "target", "goal"}},
    {"section", choice, false, 0, {"other", "undertaken", "planned"}, nullptr, "", {"role", {"section"}}},
    {"of", choice, false, 0, {"report", "target"}, nullptr, "", {"role", {"section", "goal"}}},
    {"required", flag, false, 0, {}, nullptr, "", {"role", {"section"}}},
    {"citation", text, false, 0, {}, nullptr, "", {"role", {"section"}}},
    {"heading", phrases},
    {"label", phrases},
    {"item", phrases, false, 0, {}, nullptr, "", {"role", {"section"}}},
    {"takes_unlabelled", flag, false, 0, {}, nullptr, "", {"of", {"target"}}},
    {"matches", wordings},
    {"rejects", wordings},
}};

const KeyTable goal_keys = {{
    {"required", flag},
    {"wording", wordings, required},
}};

const KeyTable target_keys = {{
    {"number", number, required},
    {"required", flag},
    {"title", wordings, required},
    {"goals", tables, false, 0, {}, &goal_keys},
}};

const KeyTable known_keys = {{
    {"acronyms", texts},
    {"names", texts},
}};

std::vector<std::string> kinds_with(std::string_view key) {
  std::vector<std::string> kinds;
  for (const RuleKind* kind : all_rule_kinds())
    if (kind->takes(key)) kinds.emplace_back(kind->name);
  return kinds;
}

KeyTable make_rule_keys() {
  std::vector<std::string> kinds;
  for (const RuleKind* kind : all_rule_kinds())
    kinds.emplace_back(kind->name);
  const auto of_kind = [](std::string_view key, KeyType type) {
    return Key{key, type, false, 0, {}, nullptr, "", {"kind", kinds_with(key)}};
  };
  return {{
      {"id", name, required},
      {"kind", choice, required, 0, kinds},
      {"at", text, required},
      {"severity", choice, false, 0, severities},
      {"title", text, required},
      {"message", text},
      {"help", text},
      {"citation", text},
      {"unless", patterns},
      of_kind("pattern", patterns),
      of_kind("if", patterns),
      of_kind("then", text),
      of_kind("total", text),
      of_kind("limit", number),
      of_kind("from", day),
      of_kind("to", day),
      {"fires", texts},
      {"silent", texts},
  }};
}

KeyTable make_pack_keys() {
  static const KeyTable rule_keys = make_rule_keys();
  return {{
      {"id", name, required},
      {"version", text, required},
      {"name", text, required},
      {"extends", text},
      {"languages", languages, required},
      {"official_languages", texts},
      {"loose", flag},
      {"years", table, false, 0, {}, &year_keys},
      {"recognise", table, required, 0, {}, &recognise_keys},
      {"title", phrases},
      {"title_matches", wordings},
      {"title_rejects", wordings},
      {"nothing", phrases},
      {"nothing_matches", wordings},
      {"nothing_rejects", wordings},
      {"parts", tables, required, 0, {}, &part_keys, "kind"},
      {"targets", tables, false, 0, {}, &target_keys, "number"},
      {"target_citation", text},
      {"severities", choices, false, 0, severities},
      {"rules_off", texts},
      {"rules", tables, false, 0, {}, &rule_keys, "id"},
      {"known", table, false, 0, {}, &known_keys},
      {"timeframe_columns", wordings},
      {"unassigned_share", share},
  }};
}

}  // namespace

const KeyTable& pack_keys() {
  static const KeyTable keys = make_pack_keys();
  return keys;
}

}  // namespace plumbline
