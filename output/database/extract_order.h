// An extract in any layout -> the bytes that the ndjson writer gives for it.
// PostgreSQL's jsonb keeps neither the order of members nor blanks; a hand may have indented the file.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace plumbline {

// Members in the writer's order, on one line; members that the writer does not know follow in their own order.
std::string in_writers_order(const nlohmann::ordered_json& extract);

}  // namespace plumbline
