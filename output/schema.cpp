// The JSON Schemas that ship with the program: the files of output/schema/, compiled in.
#include "output/schema.h"

#include <array>

#include "generated/embedded.h"

namespace plumbline {

namespace {

constexpr std::array schemas = {
    SchemaEntry{"extract", "1.0.0", embedded::extract_schema},
    SchemaEntry{"node-record", "1.0.0", embedded::node_record_schema},
};

}  // namespace

std::span<const SchemaEntry> all_schemas() {
  return schemas;
}

}  // namespace plumbline
