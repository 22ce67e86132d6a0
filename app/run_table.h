// The table at the end of a run: verdicts, findings by rule, files that could not be read.
#pragma once

#include "app/batch/batch.h"
#include "app/batch/inputs.h"
#include "rules/finding.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace plumbline {

class RunTable {
 public:
  explicit RunTable(Severity fail_on) : fail_on_(fail_on) {}

  void add(const std::string& path, const batch::WorkResult& result);
  bool has_unreadable() const { return unreadable_count_ > 0; }
  bool has_failing() const { return not_ready_ > 0; }
  std::string text(const batch::BatchSummary& summary, const batch::Inputs& inputs, double seconds) const;

 private:
  struct Unread {
    std::string path, cause;
  };
  Severity fail_on_;
  std::size_t ready_ = 0, not_ready_ = 0, partial_ = 0, unreadable_count_ = 0;
  std::uint64_t pages_ = 0;
  std::map<std::string, std::uint64_t> by_rule_;
  std::vector<Unread> unread_;  // the first of them
};

}  // namespace plumbline
