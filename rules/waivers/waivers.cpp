// Reading waivers and marking what they accept.
#include "rules/waivers/waivers.h"

#include "rules/pack/read_pack.h"
#include "rules/pack/toml_table.h"

#include <algorithm>

namespace plumbline {
namespace {

bool is_fingerprint(std::string_view text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::optional<Day> day_of(const toml::node* node) {
  if (!node) return {};
  if (const auto date = node->value<toml::date>())
    return Day{std::chrono::year(date->year), std::chrono::month(date->month), std::chrono::day(date->day)};
  if (const auto text = node->value<std::string>()) return parse_day(*text);
  return {};
}

Waiver read_waiver(const toml::table& table, const std::string& file) {
  Waiver waiver;
  waiver.file = file;
  waiver.line = static_cast<int>(table.source().begin.line);
  TomlTable entry(table, file, "waivers");
  waiver.fingerprint = entry.required_text("fingerprint");
  if (!is_fingerprint(waiver.fingerprint))
    entry.fail("fingerprint", "expected 16 hexadecimal digits, as a finding shows them");
  waiver.reason = entry.required_text("reason");
  if (waiver.reason.empty()) entry.fail("reason", "expected why the finding is accepted");
  waiver.by = entry.required_text("by");
  if (const toml::node* until = table.get("until")) {
    waiver.until = day_of(until);
    if (!waiver.until || !waiver.until->ok()) entry.fail("until", "expected a day, as 2027-06-30");
  }
  waiver.submission = entry.text("submission").value_or("");
  const std::vector<std::string> known = {"fingerprint", "reason", "by", "until", "submission"};
  for (const auto& [key, value] : table)
    if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
      const std::string nearest = nearest_name(key.str(), known);
      entry.fail(key.str(), "unknown key" + (nearest.empty() ? std::string() : " (did you mean \"" + nearest + "\"?)"));
    }
  return waiver;
}

std::string reason_of(const Waiver& waiver) {
  std::string text = waiver.reason + " (" + waiver.by;
  if (waiver.until) text += ", until " + to_string(*waiver.until);
  return text + ")";
}

}  // namespace

std::vector<Waiver> read_waivers(std::string_view toml, const std::string& file) {
  try {
    const toml::table root = toml::parse(toml, file);
    const toml::node* node = root.get("waivers");
    if (!node) return {};
    const toml::array* list = node->as_array();
    if (!list)
      throw PackError(file + ":" + std::to_string(node->source().begin.line) +
                      ": waivers: expected [[waivers]] tables");
    std::vector<Waiver> waivers;
    for (const toml::node& item : *list) {
      const toml::table* table = item.as_table();
      if (!table)
        throw PackError(file + ":" + std::to_string(item.source().begin.line) + ": waivers: expected a table");
      waivers.push_back(read_waiver(*table, file));
    }
    return waivers;
  } catch (const toml::parse_error& error) {
    throw PackError(file + ":" + std::to_string(error.source().begin.line) + ": " + std::string(error.description()));
  }
}

std::vector<WaiverState> apply_waivers(Findings& findings, std::span<const Waiver> waivers, std::string_view submission,
                                       Day today) {
  std::vector<WaiverState> states(waivers.size(), WaiverState::unmatched);
  for (std::size_t i = 0; i < waivers.size(); ++i) {
    const Waiver& waiver = waivers[i];
    if (!waiver.submission.empty() && waiver.submission != submission) continue;
    const auto at = std::find_if(findings.list.begin(), findings.list.end(),
                                 [&](const Finding& finding) { return finding.fingerprint == waiver.fingerprint; });
    if (at == findings.list.end()) continue;
    const bool is_over = waiver.until && std::chrono::sys_days(*waiver.until) < std::chrono::sys_days(today);
    states[i] = is_over ? WaiverState::over : WaiverState::accepts;
    if (is_over) continue;
    at->is_accepted = true;
    at->reason = reason_of(waiver);
  }
  return states;
}

std::string message_of(const Waiver& waiver, WaiverState state) {
  const std::string subject =
      waiver.file + ":" + std::to_string(waiver.line) + ": the waiver " + waiver.fingerprint + " of " + waiver.by;
  switch (state) {
    case WaiverState::unmatched:
      return subject + " matches no finding any more: delete it";
    case WaiverState::over:
      return subject + " ended on " + to_string(*waiver.until) + ": its finding is open again";
    case WaiverState::accepts:
      break;
  }
  return "";
}

}  // namespace plumbline
