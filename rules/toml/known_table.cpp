// The tables of the TOML files that Plumbline brings along.
#include "rules/toml/known_table.h"

#include "rules/toml/table_bytes.h"

#include <functional>

#include "generated/known_tables.h"

namespace plumbline {

std::optional<toml::table> known_table(std::string_view text) {
  const std::size_t digest = std::hash<std::string_view>()(text);
  for (const KnownTable& known : known_tables)
    if (known.text_size == text.size() && known.text_digest == digest) return table_of(known.bytes);
  return {};
}

}  // namespace plumbline
