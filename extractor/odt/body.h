// The body of an ODT -> paragraphs, tables and notes in document order.
#pragma once

#include "extractor/extract.h"
#include "extractor/flow/flow.h"
#include "extractor/odt/lists.h"
#include "extractor/odt/styles.h"
#include "extractor/xml/xml.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace plumbline::odt {

struct Context {
  const Styles& styles;
  Tracked tracked = Tracked::accepted;
  FlowDocument flow;
  Lists lists;
  Counter outline;
  std::map<std::string, pugi::xml_node, std::less<>> changes;  // text:insertion or text:deletion, by id
  std::set<std::string, std::less<>> ended_changes;            // ids
  bool in_note = false, is_too_deep = false;
};

// The blocks below `parent` (office:text, table:table-cell, draw:text-box, …); `depth` counts the elements around it.
std::vector<FlowItem> read_blocks(const pugi::xml_node& parent, Context& context, int depth = 0);

FlowTable read_table(const pugi::xml_node& table, Context& context, int depth);

}  // namespace plumbline::odt
