// The extract: what stands in a submission and what was found, as JSON. The contract is output/schema/.
#pragma once

#include "output/json_writer.h"
#include "output/record.h"

#include <string>

namespace plumbline {

inline constexpr std::string_view extract_schema_version = "1.0.0";

// One object. The same record gives the same bytes: no clock, path or host is in it.
void write_extract(const Record& record, JsonWriter& json);
std::string extract_json(const Record& record, JsonStyle style);  // without a newline at its end

}  // namespace plumbline
