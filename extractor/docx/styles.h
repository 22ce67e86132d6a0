// What a DOCX says of its paragraphs by style: heading levels, lists, weight and size.
#pragma once

#include "extractor/document.h"
#include "extractor/xml/xml.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline::docx {

struct ListPlace {
  int list = 0;  // w:numId; 0 = no list
  int level = 0;
};

// What run properties say; nothing where they are silent.
struct RunLook {
  std::optional<bool> bold, italic, hidden;
  std::optional<float> size;  // points
  std::optional<std::uint32_t> color;
};

struct ParagraphStyle {
  std::optional<int> heading_level;  // from 1; 0 = body text
  std::optional<ListPlace> list;
  bool is_title = false;
  RunLook look;
};

RunLook read_run_look(const pugi::xml_node& run_properties);
// Fills what is silent in `look` from `base`.
void inherit(RunLook& look, const RunLook& base);

class Styles {
 public:
  Styles() = default;
  explicit Styles(const pugi::xml_node& styles);  // w:styles
  // With what it inherits; the default paragraph style for an unknown id.
  const ParagraphStyle& paragraph(std::string_view id) const;
  const RunLook& character(std::string_view id) const;

 private:
  std::map<std::string, ParagraphStyle, std::less<>> paragraphs_;
  std::map<std::string, RunLook, std::less<>> characters_;
  ParagraphStyle default_;
  std::string default_id_;
};

// "heading 2", "Überschrift 2", "Titre 2", "标题 2": 2; 0 = no heading's name.
int heading_level_of_name(std::string_view name);

}  // namespace plumbline::docx
