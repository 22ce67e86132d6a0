// Reads DOCX: the parts in order.
#include "extractor/docx/docx.h"

#include "extractor/docx/body.h"
#include "extractor/docx/package.h"

#include <set>

namespace plumbline {

namespace {

using namespace docx;
using Relationships = std::map<std::string, Relationship, std::less<>>;

std::string part_of_type(const Relationships& relationships, std::string_view type) {
  for (const auto& [id, relationship] : relationships)
    if (relationship.type == type) return relationship.part;
  return {};
}

void index_notes(const xml::Tree& tree, std::map<std::string, pugi::xml_node, std::less<>>& notes) {
  const pugi::xml_node root = tree.document.document_element();
  for (pugi::xml_node at = root.first_child(); at; at = at.next_sibling()) {
    const std::string_view type = xml::value(at, "type");
    if (type.empty() || type == "normal") notes[std::string(xml::value(at, "id"))] = at;  // others are separators
  }
}

void make_furniture(FlowItem& item, std::vector<FlowItem>& out, std::set<std::vector<std::string>>& seen) {
  for (FlowRow& row : item.table.rows)
    for (FlowCell& cell : row.cells)
      for (FlowItem& inner : cell.items)
        make_furniture(inner, out, seen);
  if (!item.table.rows.empty() || !seen.insert(item.paragraph.lines).second) return;
  item.paragraph.kind = BlockKind::furniture;
  item.paragraph.role = LineRole::running_head;
  item.paragraph.marker.clear();
  out.push_back(std::move(item));
}

// Headers or footers of all sections, each text once.
std::vector<FlowItem> read_running_heads(const std::vector<std::string>& ids, const Relationships& relationships,
                                         Package& package, Context& context, std::vector<Warning>& warnings) {
  std::vector<FlowItem> out;
  std::set<std::vector<std::string>> seen;
  std::set<std::string> parts;
  for (const std::string& id : ids) {
    const auto found = relationships.find(id);
    if (found == relationships.end() || !parts.insert(found->second.part).second) continue;
    xml::Tree tree;
    if (!package.load(found->second.part, tree, warnings)) continue;
    for (FlowItem& item : read_blocks(tree.document.document_element(), context, 1))
      make_furniture(item, out, seen);
  }
  return out;
}

void warn(Document& document, const Context& context) {
  if (context.has_changes)
    document.warnings.push_back({"tracked-changes", no_index,
                                 context.tracked == Tracked::accepted
                                     ? "the document holds tracked changes; read with all of them accepted"
                                     : "the document holds tracked changes; read as it was before them"});
  if (context.has_embedded)
    document.warnings.push_back({"embedded-part", no_index, "the document embeds another one, which is not read"});
  if (context.is_too_deep)
    document.warnings.push_back({"too-deep", no_index, "elements nested more than 200 deep are not read"});
}

}  // namespace

Document read_docx(std::string_view bytes, Tracked tracked) {
  Package package(bytes);
  Document document;
  document.has_pages = false;
  document.source.media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const std::string main = package.main_part();
  const Relationships relationships = package.relationships(main);
  xml::Tree body, styles_tree, numbering_tree, footnotes, endnotes;
  package.load(main, body, document.warnings);
  package.load(part_of_type(relationships, "styles"), styles_tree, document.warnings);
  package.load(part_of_type(relationships, "numbering"), numbering_tree, document.warnings);
  package.load(part_of_type(relationships, "footnotes"), footnotes, document.warnings);
  package.load(part_of_type(relationships, "endnotes"), endnotes, document.warnings);
  const Styles styles(styles_tree.document.document_element());
  Numbering numbering(numbering_tree.document.document_element());
  Context context{styles, numbering, tracked, {}, {}, {}, 0, 0, {}, {}, false, false, false, false};
  index_notes(footnotes, context.footnotes);
  index_notes(endnotes, context.endnotes);

  context.flow.items = read_blocks(xml::child(body.document.document_element(), "body"), context);
  std::vector<FlowItem> headers =
      read_running_heads(context.headers, relationships, package, context, document.warnings);
  std::vector<FlowItem> footers =
      read_running_heads(context.footers, relationships, package, context, document.warnings);
  context.flow.items.insert(context.flow.items.begin(), std::make_move_iterator(headers.begin()),
                            std::make_move_iterator(headers.end()));
  context.flow.items.insert(context.flow.items.end(), std::make_move_iterator(footers.begin()),
                            std::make_move_iterator(footers.end()));
  lay_flow(document, context.flow);
  package.read_metadata(document.source);
  warn(document, context);
  return document;
}

}  // namespace plumbline
