// Fuzzers of zipped documents change the XML inside, not the zip around it.
#pragma once

#include <zip.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::fuzz {

// The input's parts, parted by lines "%%NAME"; what comes before the first such line belongs to `first`.
inline std::vector<std::pair<std::string, std::string>> split_parts(std::string_view input, const std::string& first) {
  std::vector<std::pair<std::string, std::string>> parts = {{first, ""}};
  while (!input.empty()) {
    const std::size_t end = std::min(input.find('\n'), input.size() - 1) + 1;
    const std::string_view line = input.substr(0, end);
    if (line.starts_with("%%") && parts.size() < 16)
      parts.emplace_back(line.substr(2, line.size() - 2 - (line.ends_with('\n') ? 1 : 0)), "");
    else
      parts.back().second += line;
    input.remove_prefix(end);
  }
  return parts;
}

inline std::string zip_parts(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  if (!archive) return {};
  zip_source_keep(target);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_GUESS);
    if (index < 0)
      zip_source_free(source);
    else
      zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  if (zip_close(archive) != 0) {
    zip_discard(archive);
    zip_source_free(target);
    return {};
  }
  std::string out;
  zip_source_open(target);
  char buffer[65536];
  for (zip_int64_t got; (got = zip_source_read(target, buffer, sizeof buffer)) > 0;)
    out.append(buffer, static_cast<std::size_t>(got));
  zip_source_close(target);
  zip_source_free(target);
  return out;
}

}  // namespace plumbline::fuzz
