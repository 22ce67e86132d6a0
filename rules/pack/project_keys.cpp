// What a plumbline.toml says of packs.
#include "rules/pack/project_keys.h"

#include "rules/pack/key_table.h"
#include "rules/pack/toml_table.h"

namespace plumbline {

namespace {

constexpr bool required = true;

const KeyTable waiver_keys = {{
    {"fingerprint", KeyType::text, required},
    {"reason", KeyType::text, required},
    {"by", KeyType::text, required},
    {"until", KeyType::day},
    {"submission", KeyType::text},
}};

}  // namespace

const KeyTable& project_keys() {
  static const KeyTable keys = {{
      {"pack", KeyType::text},
      {"packs", KeyType::texts},
      {"waivers", KeyType::tables, false, 0, {}, &waiver_keys},
  }};
  return keys;
}

ProjectKeys read_project_keys(std::string_view toml, const std::string& file) {
  const toml::table table = parse_toml(toml, file);
  check_keys(table, project_keys(), file);
  const TomlTable root(table, file);
  return {root.text("pack"), root.texts("packs")};
}

}  // namespace plumbline
