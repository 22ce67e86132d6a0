// Files of extracts (json, ndjson), read one extract at a time.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace plumbline {

// Whether these bytes are extracts rather than a submission: JSON that names its schema_version near its start.
bool holds_extracts(std::string_view bytes);

// Calls `visit` for each extract: of an array, each element; of lines, each line; otherwise the whole. `place` is
// where it stands ("line 3"), for messages.
void each_extract_in(std::string_view bytes,
                     const std::function<void(std::string_view extract, const std::string& place)>& visit);

}  // namespace plumbline
