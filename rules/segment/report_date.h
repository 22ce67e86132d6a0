// The submission's own date: given, printed on its first pages, in the file's metadata, or inferred.
#pragma once

#include "rules/report.h"
#include "rules/timeframe/reader.h"

#include <optional>

namespace plumbline {

// Fills Report::date, year and date_source. In this order: `given`; a date that a line before the first target or
// section is
// ("March 2013", "Submission date: 1 March 2013"); the file's creation, where it is not long after what the text tells
// of; the latest deed that the text tells of. A printed date earlier than the deeds of the text is not its own. A month is its first day: only what is surely past is stale.
void find_report_date(const Document& document, const TimeframeReader& reader, std::optional<Day> given,
                      Report& report);

}  // namespace plumbline
