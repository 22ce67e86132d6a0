// The JSON Schema of packs says what the reader of packs takes: neither more nor less.
#include "rules/pack/pack_keys.h"
#include "rules/pack/rule_kinds/rule_kind.h"
#include "tests/support/case_file.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <filesystem>
#include <set>
#include <sstream>

namespace plumbline::test {
namespace {

using nlohmann::json;
using Keys = std::map<std::string, std::string, std::less<>>;

const json& schema() {
  static const json read = json::parse(read_file(tree + "/rules/packs/pack.schema.json"));
  return read;
}

// "parts[].kind" -> "string": every key with the type that the schema states.
void flatten(const json& node, const std::string& path, Keys& keys) {
  const std::set<std::string> required = node.value("required", std::set<std::string>());
  for (const auto& [name, child] : node["properties"].items()) {
    const std::string below = path.empty() ? name : path + "." + name;
    const std::string type =
        child.contains("allOf") ? child["allOf"][0]["$ref"].get<std::string>() : child.value("type", "");
    keys[below] = type + (required.contains(name) ? ", required" : "");
    if (child.contains("enum")) keys[below] += ", " + child["enum"].dump();
    if (child.contains("items") && child["items"].contains("properties")) flatten(child["items"], below + "[]", keys);
    if (child.contains("properties")) flatten(child, below, keys);
  }
}

std::string schema_type(KeyType type) {
  switch (type) {
    case KeyType::flag:
      return "boolean";
    case KeyType::share:
      return "number";
    case KeyType::number:
      return "integer";
    case KeyType::texts:
    case KeyType::languages:
      return "#/definitions/texts";
    case KeyType::patterns:
      return "#/definitions/patterns";
    case KeyType::wordings:
    case KeyType::phrases:
      return "#/definitions/wordings";
    case KeyType::choices:
    case KeyType::table:
      return "object";
    case KeyType::tables:
      return "array";
    default:
      return "string";
  }
}

void flatten(const KeyTable& table, const std::string& path, Keys& keys) {
  for (const Key& key : table.keys) {
    const std::string below = path.empty() ? std::string(key.name) : path + "." + std::string(key.name);
    keys[below] = schema_type(key.type) + (key.is_required ? ", required" : "");
    if (key.type == KeyType::choice) keys[below] += ", " + json(key.choices).dump();
    if (key.below) flatten(*key.below, key.type == KeyType::tables ? below + "[]" : below, keys);
  }
}

TEST(PackSchema, has_every_key_that_the_reader_knows_and_no_other) {
  Keys stated, known;
  flatten(schema(), "", stated);
  flatten(pack_keys(), "", known);
  EXPECT_EQ(stated, known);
}

TEST(PackSchema, names_every_kind_of_rule) {
  std::vector<std::string> names;
  for (const RuleKind* kind : all_rule_kinds())
    names.emplace_back(kind->name);
  EXPECT_EQ(schema()["properties"]["rules"]["items"]["properties"]["kind"]["enum"].get<std::vector<std::string>>(),
            names);
}

TEST(PackSchema, holds_for_the_packs_that_ship) {
  valijson::Schema compiled;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(schema()), compiled);
  for (const std::string& file : files_below(tree + "/rules/packs", ".toml")) {
    std::ostringstream text;
    text << toml::json_formatter{toml::parse(read_file(file))};
    const json pack = json::parse(text.str());
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(compiled, valijson::adapters::NlohmannJsonAdapter(pack), &results)) continue;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
      std::string where;
      for (const std::string& step : error.context)
        where += step;
      ADD_FAILURE() << file << ": " << where << ": " << error.description;
    }
  }
}

}  // namespace
}  // namespace plumbline::test
