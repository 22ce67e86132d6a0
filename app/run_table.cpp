// The table at the end of a run.
#include "app/run_table.h"

#include "output/utf8.h"

#include <algorithm>
#include <cstdio>

namespace plumbline {

namespace {

constexpr std::size_t most_unread_shown = 100;

std::string row(const std::string& name, std::uint64_t count) {
  char text[160];
  std::snprintf(text, sizeof text, "  %-34s %8llu\n", name.c_str(), static_cast<unsigned long long>(count));
  return text;
}

std::string row_if_any(const std::string& name, std::uint64_t count) {
  return count > 0 ? row(name, count) : std::string();
}

}  // namespace

void RunTable::add(const std::string& path, const batch::WorkResult& result) {
  pages_ += result.pages;
  for (const batch::RuleCount& rule : result.by_rule)
    by_rule_[rule.rule] += rule.count;
  if (result.status == ReadStatus::unreadable) {
    ++unreadable_count_;
    if (unread_.size() < most_unread_shown) unread_.push_back({path, result.cause});
    return;
  }
  if (result.status == ReadStatus::partial) ++partial_;
  const auto from = result.by_severity.begin() + static_cast<std::ptrdiff_t>(fail_on_);
  const bool fails = std::any_of(from, result.by_severity.end(), [](std::uint32_t count) { return count > 0; });
  ++(fails ? not_ready_ : ready_);
}

std::string RunTable::text(const batch::BatchSummary& summary, const batch::Inputs& inputs, double seconds) const {
  std::string out = "Submissions\n" + row("ready to file", ready_) + row("not ready to file", not_ready_) +
                    row("could not be read", unreadable_count_) + row_if_any("of these read only in part", partial_) +
                    row_if_any("taken from the cache", summary.from_store) +
                    row_if_any("left to other shares", summary.of_other_shards);
  const std::string skipped = row_if_any("hidden", inputs.hidden) + row_if_any("of other types", inputs.other_types) +
                              row_if_any("excluded", inputs.excluded) +
                              row_if_any("links to folders", inputs.linked_folders) +
                              row_if_any("named more than once", inputs.repeated);
  if (!skipped.empty()) out += "Skipped\n" + skipped;
  if (!by_rule_.empty()) out += "Findings\n";
  for (const auto& [rule, count] : by_rule_)
    out += row(rule, count);
  if (!unread_.empty()) out += "Could not be read\n";
  for (const Unread& unread : unread_)
    out += "  " + shown_on_one_line(unread.path) + ": " + unread.cause + "\n";
  if (unreadable_count_ > unread_.size())
    out += "  and " + std::to_string(unreadable_count_ - unread_.size()) + " more\n";
  char last[128];
  std::snprintf(last, sizeof last, "%zu submissions, %llu pages, %.1f seconds\n", summary.done,
                static_cast<unsigned long long>(pages_), seconds);
  return out + last;
}

}  // namespace plumbline
