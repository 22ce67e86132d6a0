// One file from its bytes to its findings: the whole pipeline.
#pragma once

#include "extractor/document.h"
#include "extractor/extract.h"
#include "rules/check_submission.h"

#include <span>
#include <string_view>

namespace plumbline {

struct Outcome {
  Document document;
  Report report;
  Findings findings;
};

// Never throws for what stands in the file: one that cannot be read gives a document with status `unreadable`, its
// cause as a warning, and the finding `unreadable`.
Outcome read_submission(std::string_view bytes, std::string_view name, std::span<const Pack> packs,
                        const ExtractOptions& extracting, const ReadOptions& reading);
// The same for a file that could not even be opened.
Outcome unreadable_submission(std::string_view name, const Unreadable& cause, std::span<const Pack> packs);

}  // namespace plumbline
