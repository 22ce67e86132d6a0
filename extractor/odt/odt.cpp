// Reads ODT and FODT: the parts in order.
#include "extractor/odt/odt.h"

#include "extractor/archive/archive.h"
#include "extractor/odt/body.h"
#include "extractor/unicode/normalize.h"

#include <set>

namespace plumbline {

namespace {

using namespace odt;

// Ends of changes: one that never ends would take all that follows with it.
struct Ends : pugi::xml_tree_walker {
  std::set<std::string, std::less<>> ids;
  bool for_each(pugi::xml_node& node) override {
    if (xml::name_of(node) == "change-end") ids.insert(std::string(xml::value(node, "change-id")));
    return true;
  }
};

void index_changes(pugi::xml_node text, Context& context) {
  const pugi::xml_node changes = xml::child(text, "tracked-changes");
  for (pugi::xml_node region = changes.first_child(); region; region = region.next_sibling()) {
    std::string id(xml::value(region, "id"));
    for (const char* kind : {"insertion", "deletion"})
      if (const pugi::xml_node change = xml::child(region, kind)) context.changes[id] = change;
  }
  if (context.changes.empty()) return;
  Ends ends;
  text.traverse(ends);
  context.ended_changes = std::move(ends.ids);
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

std::vector<FlowItem> read_running_heads(const pugi::xml_node& master_styles, std::string_view kind, Context& context) {
  std::vector<FlowItem> out;
  std::set<std::vector<std::string>> seen;
  for (pugi::xml_node page = master_styles.first_child(); page; page = page.next_sibling())
    for (pugi::xml_node at = page.first_child(); at; at = at.next_sibling())
      if (xml::name_of(at).starts_with(kind))
        for (FlowItem& item : read_blocks(at, context, 1))
          make_furniture(item, out, seen);
  return out;
}

// What `meta` says of the file; `roots` hold the parts of the document, each as its root element.
Document assemble(const pugi::xml_node& content, const pugi::xml_node& style_root, const pugi::xml_node& meta_root,
                  Tracked tracked) {
  Document document;
  document.has_pages = false;
  document.source.media_type = "application/vnd.oasis.opendocument.text";
  Styles styles;
  styles.add(xml::child(style_root, "styles"));
  styles.add(xml::child(style_root, "automatic-styles"));
  styles.add(xml::child(content, "automatic-styles"));
  Context context{styles, tracked, {}, {}, {}, {}, {}, false, false};
  const pugi::xml_node text = xml::child(xml::child(content, "body"), "text");
  index_changes(text, context);
  context.flow.items = read_blocks(text, context);
  const pugi::xml_node masters = xml::child(style_root, "master-styles");
  std::vector<FlowItem> headers = read_running_heads(masters, "header", context);
  std::vector<FlowItem> footers = read_running_heads(masters, "footer", context);
  context.flow.items.insert(context.flow.items.begin(), std::make_move_iterator(headers.begin()),
                            std::make_move_iterator(headers.end()));
  context.flow.items.insert(context.flow.items.end(), std::make_move_iterator(footers.begin()),
                            std::make_move_iterator(footers.end()));
  lay_flow(document, context.flow);

  const pugi::xml_node meta = xml::child(meta_root, "meta");
  const auto said = [&](std::string_view name) { return normalize_line(xml::child(meta, name).text().get()); };
  document.source.title = said("title");
  document.source.author = said("initial-creator");
  document.source.created = said("creation-date");
  document.source.modified = said("date");
  if (!context.changes.empty())
    document.warnings.push_back({"tracked-changes", no_index,
                                 tracked == Tracked::accepted
                                     ? "the document holds tracked changes; read with all of them accepted"
                                     : "the document holds tracked changes; read as it was before them"});
  if (context.is_too_deep)
    document.warnings.push_back({"too-deep", no_index, "elements nested more than 200 deep are not read"});
  return document;
}

bool load(Archive& archive, const std::string& part, xml::Tree& tree, std::vector<Warning>& warnings) {
  std::optional<std::string> text = archive.read(part);
  if (!text) return false;
  if (!xml::parse(tree, std::move(*text)))
    warnings.push_back(
        {"damaged-part", no_index, "the part " + part + " is no well-formed XML; read as far as it goes"});
  return true;
}

}  // namespace

Document read_odt(std::string_view bytes, Tracked tracked) {
  Archive archive(bytes);
  if (const auto manifest = archive.read("META-INF/manifest.xml");
      manifest && manifest->find("encryption-data") != manifest->npos)
    throw Unreadable("encrypted", "the document has a password; expected one without");
  xml::Tree content, styles, meta;
  std::vector<Warning> warnings;
  if (!load(archive, "content.xml", content, warnings))
    throw Unreadable("damaged", "the zipped document has no part content.xml");
  load(archive, "styles.xml", styles, warnings);
  load(archive, "meta.xml", meta, warnings);
  Document document = assemble(content.document.document_element(), styles.document.document_element(),
                               meta.document.document_element(), tracked);
  document.warnings.insert(document.warnings.begin(), warnings.begin(), warnings.end());
  return document;
}

Document read_flat_odt(std::string_view bytes, Tracked tracked) {
  if (bytes.size() > largest_part) throw Unreadable("too-large", "the flat OpenDocument file is larger than 128 MB");
  xml::Tree tree;
  const bool whole = xml::parse(tree, std::string(bytes));
  const pugi::xml_node root = tree.document.document_element();
  if (xml::name_of(root) != "document") throw Unreadable("damaged", "the file is no flat OpenDocument text");
  Document document = assemble(root, root, root, tracked);
  if (!whole)
    document.warnings.push_back({"damaged-part", no_index, "the file is no well-formed XML; read as far as it goes"});
  return document;
}

}  // namespace plumbline
