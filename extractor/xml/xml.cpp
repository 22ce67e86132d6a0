// Reading XML parts by local names.
#include "extractor/xml/xml.h"

#include <charconv>

namespace plumbline::xml {

bool parse(Tree& tree, std::string text) {
  tree.text = std::move(text);
  // Blanks between runs are text (<w:t> </w:t>), so whitespace-only text stays.
  const pugi::xml_parse_result result = tree.document.load_buffer_inplace(tree.text.data(), tree.text.size(),
                                                                          pugi::parse_default | pugi::parse_ws_pcdata);
  return static_cast<bool>(result);
}

std::string_view local(std::string_view name) {
  const auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (pugi::xml_node at = node.first_child(); at; at = at.next_sibling())
    if (name_of(at) == name) return at;
  return {};
}

pugi::xml_attribute attribute(const pugi::xml_node& node, std::string_view name) {
  for (pugi::xml_attribute at = node.first_attribute(); at; at = at.next_attribute())
    if (local(at.name()) == name) return at;
  return {};
}

std::string_view value(const pugi::xml_node& node, std::string_view attribute_name) {
  return attribute(node, attribute_name).value();
}

int number(const pugi::xml_node& node, std::string_view attribute_name, int otherwise) {
  const std::string_view text = value(node, attribute_name);
  int result = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  return error == std::errc() ? result : otherwise;
}

bool is_on(const pugi::xml_node& element) {
  if (!element) return false;
  const std::string_view text = value(element, "val");
  return text != "0" && text != "false" && text != "off" && text != "none";
}

}  // namespace plumbline::xml
