// What the structure tree of a tagged PDF says of marked content.
#include "extractor/pdf/structure_tree.h"

#include <poppler/Object.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/XRef.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace plumbline::pdf {
namespace {

constexpr int most_roles = 500, most_role_steps = 8;
constexpr int deepest_number_tree = 16, most_elements_of_page = 100'000;
constexpr std::size_t most_nodes_of_lists = 1'000'000;  // of the number tree, and entries of them
constexpr int most_ancestors = 16;

Object structure_root(PDFDoc& document) {
  const Object catalog = document.getXRef()->getCatalog();
  return catalog.isDict() ? catalog.getDict()->lookup("StructTreeRoot") : Object(objNull);
}

}  // namespace

StructureTree::StructureTree(PDFDoc& document) : document_(document) {
  const Object root = structure_root(document);
  if (!root.isDict()) return;
  is_tagged_ = true;
  const Object roles = root.dictLookup("RoleMap");
  for (int i = 0; roles.isDict() && i < std::min(roles.dictGetLength(), most_roles); ++i) {
    const Object role = roles.getDict()->getVal(i);
    if (role.isName()) roles_.emplace(roles.dictGetKey(i), role.getName());
  }
}

void StructureTree::judge_marks(::Page& page, std::vector<Mark>& marks) {
  if (!is_tagged_ || marks.empty()) return;
  const std::vector<int> elements = elements_of_page(page);
  for (Mark& mark : marks)
    if (mark.id >= 0 && static_cast<std::size_t>(mark.id) < elements.size())
      mark.says = tag_of(elements[static_cast<std::size_t>(mark.id)]);
}

// Object numbers by MCID; 0 where there is none.
std::vector<int> StructureTree::elements_of_page(::Page& page) {
  std::vector<int> elements;
  const Object entries = document_.getXRef()->fetch(page.getRef());
  const Object key = entries.isDict() ? entries.dictLookup("StructParents") : Object(objNull);
  if (!key.isInt()) return elements;
  if (!std::exchange(has_lists_, true)) {
    const Object root = structure_root(document_);
    if (root.isDict()) read_lists(root.dictLookup("ParentTree"), 0);
  }
  const auto found = lists_.find(key.getInt());
  if (found == lists_.end()) return elements;
  const Object list = found->second.fetch(document_.getXRef());
  for (int i = 0; list.isArray() && i < std::min(list.arrayGetLength(), most_elements_of_page); ++i) {
    const Object& reference = list.arrayGetNF(i);
    elements.push_back(reference.isRef() ? reference.getRefNum() : 0);
  }
  return elements;
}

// What a node of a number tree has, and the nodes under it.
void StructureTree::read_lists(const Object& node, int depth) {
  if (!node.isDict() || depth > deepest_number_tree) return;
  const Object numbers = node.dictLookup("Nums"), kids = node.dictLookup("Kids");
  for (int i = 0; numbers.isArray() && i + 1 < numbers.arrayGetLength(); i += 2) {
    if (++nodes_of_lists_ > most_nodes_of_lists) return;
    const Object key = numbers.arrayGet(i);
    if (key.isInt()) lists_.emplace(key.getInt(), numbers.arrayGetNF(i + 1).copy());
  }
  for (int i = 0; kids.isArray() && i < kids.arrayGetLength(); ++i) {
    if (++nodes_of_lists_ > most_nodes_of_lists) return;
    read_lists(kids.arrayGet(i), depth + 1);
  }
}

// The nearest ancestor that is a block of text; spans and links stand in one.
Tag StructureTree::tag_of(int number) {
  for (int step = 0; number > 0 && step < most_ancestors; ++step) {
    const Element& at = element(number);
    if (at.kind != TagKind::none) return {at.kind, static_cast<std::uint32_t>(number)};
    number = at.parent;
  }
  return {};
}

const StructureTree::Element& StructureTree::element(int number) {
  const auto [at, is_new] = elements_.try_emplace(number);
  if (!is_new) return at->second;
  const Object entries = document_.getXRef()->fetch(number, 0);
  if (!entries.isDict()) return at->second;
  const Object type = entries.dictLookup("S");
  if (type.isName()) at->second.kind = kind_of(type.getName());
  const Object& parent = entries.dictLookupNF("P");
  if (parent.isRef()) at->second.parent = parent.getRefNum();
  return at->second;
}

// A list's item is one block whatever it is made of; its label and body stand in it.
TagKind StructureTree::kind_of(std::string type) const {
  for (int step = 0; step < most_role_steps; ++step) {
    const auto role = roles_.find(type);
    if (role == roles_.end() || role->second == type) break;
    type = role->second;
  }
  const std::string_view name = type;
  if (name == "H" || name == "Title" || (name.size() == 2 && name[0] == 'H' && name[1] >= '1' && name[1] <= '6'))
    return TagKind::heading;
  static constexpr std::string_view blocks[] = {"P", "LI", "TD", "TH", "Caption", "Note", "FENote", "TOCI"};
  const bool is_block = std::find(std::begin(blocks), std::end(blocks), name) != std::end(blocks);
  return is_block ? TagKind::text : TagKind::none;
}

}  // namespace plumbline::pdf
