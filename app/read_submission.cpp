// One file from its bytes to its findings.
#include "app/read_submission.h"

#include "extractor/unicode/normalize.h"

namespace plumbline {

Outcome unreadable_submission(std::string_view name, const Unreadable& cause, std::span<const Pack> packs) {
  Outcome outcome;
  outcome.document.source.name = normalize_line(name);
  outcome.document.status = ReadStatus::unreadable;
  outcome.document.warnings.push_back({cause.code, no_index, cause.what()});
  outcome.findings = check_submission(outcome.document, outcome.report, packs);
  return outcome;
}

Outcome read_submission(std::string_view bytes, std::string_view name, std::span<const Pack> packs,
                        const ExtractOptions& extracting, const ReadOptions& reading) {
  try {
    Outcome outcome;
    outcome.document = extract(bytes, name, extracting);
    outcome.report = read_report(outcome.document, packs, reading);
    outcome.findings = check_submission(outcome.document, outcome.report, packs);
    return outcome;
  } catch (const Unreadable& cause) {
    return unreadable_submission(name, cause, packs);
  }
}

}  // namespace plumbline
