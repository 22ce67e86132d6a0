// Document -> Report -> Findings. These two functions are the table of contents of the rules.
#include "rules/check_submission.h"

#include "rules/check.h"
#include "rules/fingerprint.h"
#include "rules/pack/rule_kinds/rule_kind.h"
#include "rules/reading/reading.h"
#include "rules/references/references.h"
#include "rules/segment/recognise.h"
#include "rules/segment/report_date.h"
#include "rules/segment/segment.h"
#include "rules/text_facts.h"
#include "rules/timeframe/pass.h"

#include <algorithm>
#include <exception>

namespace plumbline {

namespace {

const TimeframeReader& timeframes() {
  static const TimeframeReader reader;
  return reader;
}

Report read_on(const LineStream& stream, const Pack& pack, const ReadOptions& options) {
  const Document& document = stream.document;
  Report report = segment(stream, pack);
  find_report_date(document, timeframes(), options.report_date, report);
  read_timeframes(document, pack, timeframes(), report);
  report.references = find_references(report, pack);
  return report;
}

bool holds_for(const Pack& pack, int year) {
  return (!pack.first_year || year >= *pack.first_year) && (!pack.last_year || year <= *pack.last_year);
}

// The version of the recognised pack that holds for the submission's year, where the recognised one does not.
const Pack* version_for_year(std::span<const Pack> packs, const Pack* recognised, std::optional<int> year) {
  if (!recognised || !year || holds_for(*recognised, *year)) return nullptr;
  for (const Pack& pack : packs)
    if (pack.id == recognised->id && holds_for(pack, *year)) return &pack;
  return nullptr;
}

}  // namespace

void load_timeframe_tables() {
  timeframes().load_all();
}

Report read_report(const Document& document, std::span<const Pack> packs, const ReadOptions& options) {
  const LineStream stream(document);
  const Recognition recognised = options.pack ? Recognition{options.pack, 1} : recognise(stream, packs);
  Report report = recognised.pack ? read_on(stream, *recognised.pack, options) : segment_without_pack(document);
  if (const Pack* version = options.pack ? nullptr : version_for_year(packs, recognised.pack, report.year))
    report = read_on(stream, *version, options);
  report.pack_score = recognised.score;
  return report;
}

namespace {

// Why a check cannot run on this submission; empty when it can.
std::string hindrance(const Check& check, const Document& document, const Report& report) {
  if (check.needs == Needs::nothing) return "";
  if (document.status == ReadStatus::unreadable) return "the file could not be read";
  if (check.needs == Needs::structure && report.pack_id.empty()) return "no template was recognised";
  return "";
}

void run(const Check& check, const Submission& submission, Findings& findings) {
  CheckLog log(check.rule, submission.pack.severity(check.rule, check.severity), check.help);
  if (!submission.pack.is_on(check.rule)) {
    log.not_applicable("the pack has it off");
  } else if (auto why = hindrance(check, submission.document, submission.report); !why.empty()) {
    log.not_applicable(std::move(why));
  } else {
    try {
      check.run(submission, log);
    } catch (const std::exception& error) {
      log.result.state = CheckState::failed;
      log.result.why = error.what();
    }
  }
  findings.checks.push_back(std::move(log.result));
  std::move(log.findings.begin(), log.findings.end(), std::back_inserter(findings.list));
}

void run(const PackRule& rule, const Submission& submission, Findings& findings) {
  CheckLog log(rule.id, rule.severity, rule.help);
  if (!submission.pack.is_on(rule.id)) {
    log.not_applicable("the pack has it off");
  } else {
    RuleLog rule_log(rule, submission, log);
    rule.kind->run(rule_log);
  }
  findings.checks.push_back(std::move(log.result));
  std::move(log.findings.begin(), log.findings.end(), std::back_inserter(findings.list));
}

// Where a finding is told: at its place; what is absent, at the place of the node that should hold it.
std::uint32_t place_of(const Finding& finding, const Report& report) {
  if (!finding.where.lines.empty()) return finding.where.span.start;
  for (const Target& target : report.targets)
    if (target.id == finding.node) return target.heading.where().span.start;
  return 0;
}

}  // namespace

Findings check_submission(const Document& document, const Report& report, std::span<const Pack> packs) {
  static const Pack no_pack{};
  const auto at = std::find_if(packs.begin(), packs.end(), [&](const Pack& pack) {
    return pack.id == report.pack_id && pack.version == report.pack_version;
  });
  const Reading reading = read(document, report);
  const TextFacts facts = find_facts(report, reading);
  const Submission submission{document, report, at == packs.end() ? no_pack : *at, reading, facts};
  Findings findings;
  for (const Check* check : all_checks())
    run(*check, submission, findings);
  for (const PackRule& rule : submission.pack.rules)
    run(rule, submission, findings);
  std::stable_sort(findings.list.begin(), findings.list.end(),
                   [&](const Finding& a, const Finding& b) { return place_of(a, report) < place_of(b, report); });
  add_fingerprints(findings.list);
  return findings;
}

}  // namespace plumbline
