// What a plumbline.toml says of packs.
#include "rules/pack/project_keys.h"

#include "rules/pack/read_pack.h"
#include "rules/pack/toml_table.h"

namespace plumbline {

ProjectKeys read_project_keys(std::string_view toml, const std::string& file) {
  toml::table table;
  try {
    table = toml::parse(toml, file);
  } catch (const toml::parse_error& error) {
    throw PackError(file + ":" + std::to_string(error.source().begin.line) + ": " + std::string(error.description()));
  }
  TomlTable root(table, file, "");
  ProjectKeys keys{root.text("pack"), root.texts("packs")};
  root.tables("waivers");
  root.refuse_unknown_keys();
  return keys;
}

}  // namespace plumbline
