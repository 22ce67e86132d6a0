// Reading waivers and marking what they accept.
#include "rules/waivers/waivers.h"

#include "rules/pack/key_table.h"
#include "rules/pack/project_keys.h"
#include "rules/pack/toml_table.h"

#include <algorithm>

namespace plumbline {
namespace {

bool is_fingerprint(std::string_view text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

Waiver read_waiver(const TomlTable& entry, const std::string& file) {
  Waiver waiver;
  waiver.file = file;
  waiver.line = entry.line("");
  waiver.fingerprint = entry.text("fingerprint", "");
  if (!is_fingerprint(waiver.fingerprint))
    entry.fail("fingerprint", "expected 16 hexadecimal digits, as a finding shows them");
  waiver.reason = entry.text("reason", "");
  waiver.by = entry.text("by", "");
  waiver.until = entry.day("until");
  waiver.submission = entry.text("submission", "");
  return waiver;
}

std::string reason_of(const Waiver& waiver) {
  std::string text = waiver.reason + " (" + waiver.by;
  if (waiver.until) text += ", until " + to_string(*waiver.until);
  return text + ")";
}

}  // namespace

std::vector<Waiver> read_waivers(std::string_view toml, const std::string& file) {
  const toml::table table = parse_toml(toml, file);
  check_keys(table, project_keys(), file);
  std::vector<Waiver> waivers;
  for (const TomlTable& entry : TomlTable(table, file).tables("waivers"))
    waivers.push_back(read_waiver(entry, file));
  return waivers;
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
