// Document + pack -> Report: the template's tree, with every line of the document given its role.
#pragma once

#include "rules/pack/pack.h"
#include "rules/report.h"
#include "rules/segment/line_stream.h"

namespace plumbline {

// Timeframes, tense, references and the report's own date are read by later passes.
Report segment(const LineStream& stream, const Pack& pack);

// The report of a document whose template is not known: roles only.
Report segment_without_pack(const Document& document);

}  // namespace plumbline
