// Reading XML parts by local names, whatever prefix a writer chose. Included by the readers of zipped documents only.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace plumbline::xml {

// Deeper elements are not walked: real documents nest a few dozen levels, hostile ones exhaust the stack.
inline constexpr int deepest = 200;

// An XML document and the text that it points into.
struct Tree {
  pugi::xml_document document;
  std::string text;
};

// Document types and their entities are never expanded. What comes before a fault is kept: `complete` says whether
// there was none. `text` is taken over and changed.
bool parse(Tree& tree, std::string text);

// "p" of "w:p".
std::string_view local(std::string_view name);
inline std::string_view name_of(const pugi::xml_node& node) {
  return local(node.name());
}

// The first child, the attribute, by local name; null where there is none.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
pugi::xml_attribute attribute(const pugi::xml_node& node, std::string_view name);
std::string_view value(const pugi::xml_node& node, std::string_view attribute_name);  // "" where there is none
int number(const pugi::xml_node& node, std::string_view attribute_name, int otherwise);

// OOXML's switches: <w:b/> and <w:b w:val="1"/> are on, w:val "0", "false", "off" or "none" off.
bool is_on(const pugi::xml_node& element);

}  // namespace plumbline::xml
