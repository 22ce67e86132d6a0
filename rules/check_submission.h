// Document -> Report -> Findings: the second half of the pipeline.
#pragma once

#include "rules/finding.h"
#include "rules/pack/pack.h"
#include "rules/report.h"

#include <optional>
#include <span>

namespace plumbline {

struct ReadOptions {
  const Pack* pack = nullptr;      // the template, where the user names it; otherwise it is recognised
  std::optional<Day> report_date;  // the submission's own date, where the user gives it
};

// Reads the tables of all languages, for a process that others are forked from; without, each is read where a
// submission first needs it. Throws LanguageError when one is wrong.
void load_timeframe_tables();

// The structure of a submission, with timeframes and references read. What is not recognised stays unassigned, and a
// document without a template has an empty pack_id. Throws LanguageError (rules/timeframe/language.h) where the table
// of a language that the submission needs is wrong.
Report read_report(const Document& document, std::span<const Pack> packs, const ReadOptions& options = {});

// Runs every check that the report's pack has on. `packs` are those that read_report had.
Findings check_submission(const Document& document, const Report& report, std::span<const Pack> packs);

}  // namespace plumbline
