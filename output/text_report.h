// The report for a person at a terminal: the verdict first, then each finding, then what was looked at.
#pragma once

#include "output/record.h"

#include <string>

namespace plumbline {

struct TextStyle {
  bool color = false;
  std::size_t width = 100;  // columns to wrap at
  Severity fail_on = Severity::error;
  bool details = true;  // false: the verdict alone
};

// "Not ready to file: 2 errors, 1 warning".
std::string verdict(const Record& record, Severity fail_on);
std::string text_report(const Record& record, const TextStyle& style);

}  // namespace plumbline
