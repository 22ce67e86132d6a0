// Reading fingerprints out of an earlier extract.
#include "output/baseline.h"

#include <nlohmann/json.hpp>

namespace plumbline {
namespace {

using Json = nlohmann::json;

Json parse_records(std::string_view text) {
  if (Json whole = Json::parse(text, nullptr, false); !whole.is_discarded())
    return whole.is_array() ? whole : Json::array({whole});
  Json records = Json::array();
  std::size_t line_number = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line_number;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    Json record = Json::parse(line, nullptr, false);
    if (record.is_discarded())
      throw BaselineError("line " + std::to_string(line_number) + ": expected a record in JSON");
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace

Baseline Baseline::parse(std::string_view json) {
  Baseline baseline;
  const Json records = parse_records(json);
  if (records.empty()) throw BaselineError("it holds no record");
  for (const Json& record : records) {
    if (!record.is_object() || !record.contains("findings") || !record["findings"].is_array())
      throw BaselineError("expected records with \"findings\", as check --format json writes them");
    const Json source = record.value("source", Json::object());
    const std::string name = source.is_object() && source.contains("name") && source["name"].is_string()
                                 ? source["name"].get<std::string>()
                                 : std::string();
    auto& known = baseline.fingerprints_[name];
    for (const Json& finding : record["findings"])
      if (finding.is_object() && finding.contains("fingerprint") && finding["fingerprint"].is_string())
        known.insert(finding["fingerprint"].get<std::string>());
  }
  return baseline;
}

std::size_t Baseline::remove_known(Findings& findings, std::string_view submission) const {
  const auto at = fingerprints_.size() == 1 ? fingerprints_.begin() : fingerprints_.find(submission);
  if (at == fingerprints_.end()) return 0;
  return std::erase_if(findings.list, [&](const Finding& finding) { return at->second.contains(finding.fingerprint); });
}

}  // namespace plumbline
