// Whose report it is: what stands before the first target.
#pragma once

#include "rules/segment/items.h"
#include "rules/segment/line_stream.h"
#include "rules/segment/passage.h"
#include "rules/segment/tree_builder.h"

namespace plumbline {

// Looks for the party in a paragraph before the first target: a country's name, or a line that looks like one where the
// title has been.
void take_party(const Document& document, const LineJoiner& joiner, const Chunk& chunk, TreeBuilder& tree);

// The country that the document names most, where it names it first: for templates whose title page is the party's own.
void take_most_named_party(const LineStream& stream, TreeBuilder& tree);

}  // namespace plumbline
