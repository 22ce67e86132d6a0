// The JSON Schemas that ship with the program. A version, once released, is never edited.
#pragma once

#include <span>
#include <string_view>

namespace plumbline {

struct SchemaEntry {
  std::string_view name;     // "extract", "node-record"
  std::string_view version;  // "1.0.0"
  std::string_view text;     // JSON Schema, draft-07
};

std::span<const SchemaEntry> all_schemas();  // newest last

}  // namespace plumbline
