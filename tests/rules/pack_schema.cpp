// The JSON Schema of packs says what the reader of packs takes: neither more nor less.
#include "rules/data_folder.h"
#include "rules/pack/read_pack.h"
#include "rules/pack/rule_kinds/rule_kind.h"
#include "rules/pack/toml_table.h"
#include "tests/support/case_file.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <filesystem>
#include <regex>
#include <sstream>

namespace plumbline::test {
namespace {

using nlohmann::json;
using Keys = std::map<std::string, std::string, std::less<>>;

const json& schema() {
  static const json read = json::parse(read_file(tree + "/rules/packs/pack.schema.json"));
  return read;
}

// "parts[].kind" -> "text", in the words of KeyLog.
void flatten(const json& node, const std::string& path, Keys& keys) {
  const std::string type = node.value("type", "");
  if (node.contains("properties"))
    for (const auto& [name, child] : node["properties"].items()) {
      const std::string below = path.empty() ? name : path + "." + name;
      const std::string kind = child.value("type", "");
      if (kind == "array")
        keys[below] = "tables", flatten(child["items"], below + "[]", keys);
      else if (kind == "object")
        keys[below] = "table", flatten(child, below, keys);
      else if (kind == "boolean")
        keys[below] = "flag";
      else if (kind == "integer" || kind == "number")
        keys[below] = kind;
      else
        keys[below] = child.contains("allOf") ? "texts" : "text";
    }
  else if (node.contains("additionalProperties"))
    keys[path + ".*"] = node["additionalProperties"].contains("enum") ? "text" : "texts";
}

// What the reader asks for in a pack that has every table.
Keys read_keys() {
  const std::string file = tree + "/tests/cases/packs/every_key.toml";
  KeyLog log;
  read_pack(read_file(file), file, std::vector<std::filesystem::path>{data_folder() + "/packs"}, &log);
  Keys keys;
  static const std::regex language("\\.(en|fr|es|ru|ar|zh|de|pt|it)$|^severities\\..*$");
  for (const auto& [key, type] : log.keys)
    keys[std::regex_search(key, language) ? key.substr(0, key.rfind('.')) + ".*" : key] = type;
  return keys;
}

TEST(PackSchema, has_every_key_that_the_reader_knows_and_no_other) {
  Keys stated;
  flatten(schema(), "", stated);
  EXPECT_EQ(stated, read_keys());
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
