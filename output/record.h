// What every writer takes: all that is known of one submission.
#pragma once

#include "extractor/document.h"
#include "extractor/extract.h"
#include "rules/finding.h"
#include "rules/report.h"

#include <string>

namespace plumbline {

struct ToolInfo {
  std::string name = "plumbline";
  std::string version;
  std::string time;  // ISO 8601; empty: outputs say nothing of when they were made, so that they are the same each time
};

// Holds references: it lives no longer than what it was made of. An unreadable file has a document with
// status `unreadable` and no lines, an empty report, and the finding `unreadable`: it gets a record like any other.
struct Record {
  const Document& document;
  const Report& report;
  const Findings& findings;
  const ToolInfo& tool;

  bool is_readable() const { return document.status != ReadStatus::unreadable; }
};

// The role of a line after segmenting, or as layout left it where nothing was segmented.
inline LineRole role_of_line(const Record& record, std::size_t line) {
  return line < record.report.line_roles.size() ? record.report.line_roles[line] : record.document.lines[line].role;
}

}  // namespace plumbline
