// A DOCX as a package of parts that point to each other (ISO/IEC 29500-2).
#include "extractor/docx/package.h"

#include "extractor/extract.h"
#include "extractor/unicode/normalize.h"

namespace plumbline::docx {

namespace {

std::string resolve(const std::string& part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder = part.substr(0, part.rfind('/') == part.npos ? 0 : part.rfind('/'));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    folder.erase(folder.rfind('/') == folder.npos ? 0 : folder.rfind('/'));
  }
  return folder.empty() ? std::string(target) : folder + "/" + std::string(target);
}

std::string relationships_part(const std::string& part) {
  const auto slash = part.rfind('/');
  if (slash == part.npos) return "_rels/" + part + ".rels";
  return part.substr(0, slash) + "/_rels/" + part.substr(slash + 1) + ".rels";
}

}  // namespace

std::map<std::string, Relationship, std::less<>> Package::relationships(const std::string& part) {
  std::map<std::string, Relationship, std::less<>> found;
  xml::Tree tree;
  std::vector<Warning> ignored;
  if (!load(relationships_part(part), tree, ignored)) return found;
  const pugi::xml_node root = tree.document.document_element();
  for (pugi::xml_node at = root.first_child(); at; at = at.next_sibling()) {
    const std::string_view type = xml::value(at, "Type");
    Relationship relationship;
    relationship.type = type.substr(type.rfind('/') == type.npos ? 0 : type.rfind('/') + 1);
    if (xml::value(at, "TargetMode") != "External") relationship.part = resolve(part, xml::value(at, "Target"));
    found[std::string(xml::value(at, "Id"))] = std::move(relationship);
  }
  return found;
}

std::string Package::main_part() {
  for (const auto& [id, relationship] : relationships(""))
    if (relationship.type == "officeDocument" && archive_.has(relationship.part)) return relationship.part;
  if (archive_.has("word/document.xml")) return "word/document.xml";
  throw Unreadable("damaged", "the zipped document has no main part; expected word/document.xml");
}

bool Package::load(const std::string& part, xml::Tree& tree, std::vector<Warning>& warnings) {
  std::optional<std::string> text = archive_.read(part);
  if (!text) return false;
  if (!xml::parse(tree, std::move(*text)))
    warnings.push_back(
        {"damaged-part", no_index, "the part " + part + " is no well-formed XML; read as far as it goes"});
  return true;
}

void Package::read_metadata(SourceInfo& source) {
  xml::Tree tree;
  std::vector<Warning> ignored;
  for (const auto& [id, relationship] : relationships("")) {
    if (relationship.type != "core-properties" || !load(relationship.part, tree, ignored)) continue;
    const pugi::xml_node root = tree.document.document_element();
    const auto text = [&](std::string_view name) { return normalize_line(xml::child(root, name).text().get()); };
    source.title = text("title");
    source.author = text("creator");
    source.created = text("created");
    source.modified = text("modified");
    return;
  }
}

}  // namespace plumbline::docx
