// The body of a DOCX -> paragraphs, tables and notes in document order.
#pragma once

#include "extractor/docx/numbering.h"
#include "extractor/docx/styles.h"
#include "extractor/extract.h"
#include "extractor/flow/flow.h"
#include "extractor/xml/xml.h"

#include <map>
#include <string>
#include <vector>

namespace plumbline::docx {

// What the walk over one part needs and fills; shared by the body, its notes, headers and footers.
struct Context {
  const Styles& styles;
  Numbering& numbering;
  Tracked tracked = Tracked::accepted;
  std::map<std::string, pugi::xml_node, std::less<>> footnotes, endnotes;  // by id
  FlowDocument flow;
  std::uint32_t footnote_count = 0, endnote_count = 0;
  std::vector<std::string> headers, footers;  // relationship ids, in order
  bool in_note = false;
  bool has_changes = false, has_embedded = false, is_too_deep = false;
};

// The blocks below `parent` (w:body, w:hdr, w:txbxContent, …).
// `depth` counts the elements around it.
std::vector<FlowItem> read_blocks(const pugi::xml_node& parent, Context& context, int depth = 0);

}  // namespace plumbline::docx
