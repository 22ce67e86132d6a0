// The formats by name.
#pragma once

#include "output/format.h"

#include <memory>
#include <span>
#include <string_view>

namespace plumbline {

struct FormatEntry {
  std::string_view name;
  std::string_view summary;  // for --help
  std::unique_ptr<Format> (*make)(const FormatOptions& options);
};

std::span<const FormatEntry> all_formats();
const FormatEntry* find_format(std::string_view name);  // null: there is none

std::unique_ptr<Format> make_text_format(const FormatOptions& options);
std::unique_ptr<Format> make_json_format(const FormatOptions& options);
std::unique_ptr<Format> make_ndjson_format(const FormatOptions& options);
std::unique_ptr<Format> make_node_records_format(const FormatOptions& options);
std::unique_ptr<Format> make_csv_format(const FormatOptions& options);
std::unique_ptr<Format> make_sarif_format(const FormatOptions& options);
std::unique_ptr<Format> make_junit_format(const FormatOptions& options);
std::unique_ptr<Format> make_github_format(const FormatOptions& options);

}  // namespace plumbline
