// The formats by name. A new format adds its line here and its pair of files beside this one.
#include "output/formats.h"

#include <algorithm>
#include <array>

namespace plumbline {

namespace {

constexpr std::array formats = {
    FormatEntry{"text", "a report for a person at a terminal", make_text_format},
    FormatEntry{"json", "one extract, or an array of them", make_json_format},
    FormatEntry{"ndjson", "one extract a line", make_ndjson_format},
    FormatEntry{"ndjson-nodes", "one target, goal, action or finding a line", make_node_records_format},
    FormatEntry{"csv", "a folder of tables", make_csv_format},
    FormatEntry{"sarif", "findings for code-review viewers (SARIF 2.1.0)", make_sarif_format},
    FormatEntry{"junit", "checks as test cases", make_junit_format},
    FormatEntry{"github", "annotations for a GitHub Actions log", make_github_format},
};

}  // namespace

std::span<const FormatEntry> all_formats() {
  return formats;
}

const FormatEntry* find_format(std::string_view name) {
  const auto at = std::find_if(formats.begin(), formats.end(), [&](const auto& format) { return format.name == name; });
  return at == formats.end() ? nullptr : &*at;
}

}  // namespace plumbline
