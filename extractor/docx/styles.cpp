// What a DOCX says of its paragraphs by style.
#include "extractor/docx/styles.h"

#include "extractor/unicode/normalize.h"

#include <array>
#include <charconv>

namespace plumbline::docx {

namespace {

constexpr int most_ancestors = 32;  // of a style; longer chains and loops are cut

struct RawStyle {
  std::string based_on;
  ParagraphStyle own;
  bool is_paragraph = false;
};

ListPlace read_list_place(const pugi::xml_node& num_pr) {
  return {xml::number(xml::child(num_pr, "numId"), "val", 0), xml::number(xml::child(num_pr, "ilvl"), "val", 0)};
}

RawStyle read_style(const pugi::xml_node& style) {
  RawStyle raw;
  raw.is_paragraph = xml::value(style, "type") != "character";
  raw.based_on = xml::value(xml::child(style, "basedOn"), "val");
  raw.own.look = read_run_look(xml::child(style, "rPr"));
  const std::string name = fold(xml::value(xml::child(style, "name"), "val"));
  if (const int level = heading_level_of_name(name)) raw.own.heading_level = level;
  raw.own.is_title = name == "title";
  const pugi::xml_node properties = xml::child(style, "pPr");
  if (const pugi::xml_node outline = xml::child(properties, "outlineLvl")) {
    const int level = xml::number(outline, "val", 9);
    raw.own.heading_level = level >= 0 && level < 9 ? level + 1 : 0;
  }
  if (const pugi::xml_node list = xml::child(properties, "numPr")) raw.own.list = read_list_place(list);
  return raw;
}

}  // namespace

RunLook read_run_look(const pugi::xml_node& run_properties) {
  RunLook look;
  for (pugi::xml_node at = run_properties.first_child(); at; at = at.next_sibling()) {
    const std::string_view name = xml::name_of(at);
    if (name == "b") look.bold = xml::is_on(at);
    if (name == "i") look.italic = xml::is_on(at);
    if (name == "vanish") look.hidden = xml::is_on(at);
    if (name == "sz") look.size = static_cast<float>(xml::number(at, "val", 0)) / 2;  // half points
    if (name == "color") {
      const std::string_view text = xml::value(at, "val");
      std::uint32_t color = 0;
      if (std::from_chars(text.data(), text.data() + text.size(), color, 16).ec == std::errc() && text.size() == 6)
        look.color = color;
    }
  }
  return look;
}

void inherit(RunLook& look, const RunLook& base) {
  if (!look.bold) look.bold = base.bold;
  if (!look.italic) look.italic = base.italic;
  if (!look.hidden) look.hidden = base.hidden;
  if (!look.size) look.size = base.size;
  if (!look.color) look.color = base.color;
}

int heading_level_of_name(std::string_view name) {
  static constexpr std::array<std::string_view, 16> words = {
      "heading", "überschrift", "titre",  "título",   "titolo", "заголовок", "标题",       "標題",
      "عنوان",   "kop",         "rubrik", "nagłówek", "nadpis", "otsikko",   "overskrift", "başlık"};
  const std::string folded = fold(name);
  for (const std::string_view word : words) {
    if (!folded.starts_with(word)) continue;
    const auto digit = folded.find_first_not_of(' ', word.size());
    if (digit != folded.npos && digit + 1 == folded.size() && folded[digit] >= '1' && folded[digit] <= '9')
      return folded[digit] - '0';
  }
  return 0;
}

Styles::Styles(const pugi::xml_node& styles) {
  RunLook defaults = read_run_look(xml::child(xml::child(xml::child(styles, "docDefaults"), "rPrDefault"), "rPr"));
  std::map<std::string, RawStyle, std::less<>> raw;
  for (pugi::xml_node at = styles.first_child(); at; at = at.next_sibling()) {
    if (xml::name_of(at) != "style") continue;
    const std::string id(xml::value(at, "styleId"));
    raw[id] = read_style(at);
    const std::string_view is_default = xml::value(at, "default");
    if (raw[id].is_paragraph && xml::value(at, "type") == "paragraph" && (is_default == "1" || is_default == "true"))
      default_id_ = id;
  }
  for (const auto& [id, style] : raw) {
    ParagraphStyle whole = style.own;
    std::string_view base = style.based_on;
    for (int i = 0; i < most_ancestors && !base.empty(); ++i) {
      const auto found = raw.find(base);
      if (found == raw.end()) break;
      const ParagraphStyle& own = found->second.own;
      if (!whole.heading_level) whole.heading_level = own.heading_level;
      if (!whole.list) whole.list = own.list;
      inherit(whole.look, own.look);
      base = found->second.based_on;
    }
    if (style.is_paragraph) {
      inherit(whole.look, defaults);
      paragraphs_[id] = whole;
    } else {
      characters_[id] = whole.look;
    }
  }
  default_.look = defaults;
}

const ParagraphStyle& Styles::paragraph(std::string_view id) const {
  auto found = paragraphs_.find(id);
  if (found == paragraphs_.end()) found = paragraphs_.find(default_id_);
  return found == paragraphs_.end() ? default_ : found->second;
}

const RunLook& Styles::character(std::string_view id) const {
  static const RunLook silent;
  const auto found = characters_.find(id);
  return found == characters_.end() ? silent : found->second;
}

}  // namespace plumbline::docx
