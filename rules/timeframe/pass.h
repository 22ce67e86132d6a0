// The timeframes of a report's actions.
#pragma once

#include "rules/pack/pack.h"
#include "rules/report.h"
#include "rules/timeframe/reader.h"

namespace plumbline {

// Fills Action::timeframe of planned actions and Action::tense of planned and undertaken ones, by Report::date.
// A planned action that says nothing itself takes what the heading of its group or section says ("Near-term actions
// (2020–2025)"), and what a labelled field of its target says ("Timescales: …").
void read_timeframes(const Document& document, const Pack& pack, const TimeframeReader& reader, Report& report);

// The language of the block that the passage begins in, or the document's.
std::string_view language_of(const Passage& passage, const Document& document);

}  // namespace plumbline
