// What an ODT says of its paragraphs, runs and lists by style.
#include "extractor/odt/styles.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace plumbline::odt {

namespace {

constexpr int most_ancestors = 32;

// "12pt", "0.5cm", "0.2in" in points; 0 where it is none of these.
float points(std::string_view length) {
  float value = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), value);
  if (error != std::errc()) return 0;
  const std::string_view unit(end, static_cast<std::size_t>(length.data() + length.size() - end));
  if (unit == "pt") return value;
  if (unit == "cm") return value * 72 / 2.54f;
  if (unit == "mm") return value * 72 / 25.4f;
  if (unit == "in") return value * 72;
  return 0;
}

RunLook read_look(const pugi::xml_node& properties) {
  RunLook look;
  for (pugi::xml_attribute at = properties.first_attribute(); at; at = at.next_attribute()) {
    const std::string_view name = xml::local(at.name()), value = at.value();
    if (name == "font-weight")
      look.bold = value == "bold" || value == "600" || value == "700" || value == "800" || value == "900";
    if (name == "font-style") look.italic = value == "italic" || value == "oblique";
    if (name == "display") look.hidden = value == "none";
    if (name == "font-size" && points(value) > 0) look.size = points(value);
    if (name == "color" && value.size() == 7) {
      std::uint32_t color = 0;
      if (std::from_chars(value.data() + 1, value.data() + 7, color, 16).ec == std::errc()) look.color = color;
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

void overlay(Look& look, const RunLook& over) {
  look.bold = over.bold.value_or(look.bold);
  look.italic = over.italic.value_or(look.italic);
  look.hidden = over.hidden.value_or(look.hidden);
  look.size = over.size.value_or(look.size);
  look.color = over.color.value_or(look.color);
}

NumeralSystem system_of(std::string_view format) {
  if (format.empty()) return NumeralSystem::none;
  static const std::map<std::string_view, NumeralSystem> systems = {{"1", NumeralSystem::decimal},
                                                                    {"a", NumeralSystem::lower_letter},
                                                                    {"A", NumeralSystem::upper_letter},
                                                                    {"i", NumeralSystem::lower_roman},
                                                                    {"I", NumeralSystem::upper_roman},
                                                                    {"①, ②, ③, ...", NumeralSystem::circled},
                                                                    {"一, 二, 三, ...", NumeralSystem::chinese},
                                                                    {"１, ２, ３, ...", NumeralSystem::full_width},
                                                                    {"أ, ب, ت, ...", NumeralSystem::abjad},
                                                                    {"01, 02, 03, ...", NumeralSystem::decimal_zero}};
  const auto found = systems.find(format);
  if (found != systems.end()) return found->second;
  if (format.starts_with("А, Б")) return NumeralSystem::upper_cyrillic;
  if (format.starts_with("а, б")) return NumeralSystem::lower_cyrillic;
  return NumeralSystem::decimal;
}

ListLevel read_level(const pugi::xml_node& node) {
  ListLevel level;
  level.is_bullet = xml::name_of(node) == "list-level-style-bullet" || xml::name_of(node) == "list-level-style-image";
  level.bullet = xml::value(node, "bullet-char");
  // Private-use bullets are those of Symbol and Wingdings.
  if (level.is_bullet &&
      (level.bullet.empty() || level.bullet.starts_with("\xEF\x80") || level.bullet.starts_with("\xEF\x81") ||
       level.bullet.starts_with("\xEF\x82") || level.bullet.starts_with("\xEF\x83")))
    level.bullet = "•";
  level.system = system_of(xml::value(node, "num-format"));
  level.prefix = xml::value(node, "num-prefix");
  level.suffix = xml::value(node, "num-suffix");
  level.start = static_cast<std::uint32_t>(std::clamp(xml::number(node, "start-value", 1), 0, 1000000));
  level.display_levels = static_cast<std::size_t>(std::clamp(xml::number(node, "display-levels", 1), 1, 10));
  return level;
}

ListStyle read_list(const pugi::xml_node& node) {
  ListStyle style;
  for (pugi::xml_node at = node.first_child(); at; at = at.next_sibling()) {
    const int level = xml::number(at, "level", 0);
    if (level >= 1 && level <= static_cast<int>(list_levels))
      style[static_cast<std::size_t>(level) - 1] = read_level(at);
  }
  return style;
}

// "Heading 2", "Heading_20_2": 2.
int heading_level(std::string_view name) {
  if (name.starts_with("Heading_20_"))
    name.remove_prefix(11);
  else if (name.starts_with("Heading "))
    name.remove_prefix(8);
  else
    return 0;
  return name.size() == 1 && name[0] >= '1' && name[0] <= '9' ? name[0] - '0' : 0;
}

Style read_style(const pugi::xml_node& node) {
  Style style;
  style.parent = xml::value(node, "parent-style-name");
  const std::string_view name = xml::value(node, "name"), shown = xml::value(node, "display-name");
  style.outline_level = xml::number(node, "default-outline-level", std::max(heading_level(name), heading_level(shown)));
  style.is_title = name == "Title";
  style.look = read_look(xml::child(node, "text-properties"));
  style.space_before = points(xml::value(xml::child(node, "paragraph-properties"), "margin-top"));
  return style;
}

}  // namespace

void Styles::add(const pugi::xml_node& styles) {
  for (pugi::xml_node at = styles.first_child(); at; at = at.next_sibling()) {
    const std::string_view element = xml::name_of(at), family = xml::value(at, "family");
    const std::string name(xml::value(at, "name"));
    if (element == "style" && family == "paragraph") paragraphs_[name] = read_style(at);
    if (element == "style" && family == "text") texts_[name] = read_style(at);
    if (element == "default-style" && family == "paragraph")
      default_look_ = read_look(xml::child(at, "text-properties"));
    if (element == "list-style") lists_[name] = read_list(at);
    if (element == "outline-style") outline_ = read_list(at);
  }
}

Style Styles::paragraph(std::string_view name) const {
  Style whole;
  for (int i = 0; i < most_ancestors && !name.empty(); ++i) {
    const auto found = paragraphs_.find(name);
    if (found == paragraphs_.end()) break;
    const Style& own = found->second;
    if (whole.outline_level == 0) whole.outline_level = own.outline_level;
    whole.is_title = whole.is_title || own.is_title;
    if (whole.space_before == 0) whole.space_before = own.space_before;
    inherit(whole.look, own.look);
    name = own.parent;
  }
  inherit(whole.look, default_look_);
  return whole;
}

Look Styles::look_of(const Style& paragraph_style) const {
  Look look;
  overlay(look, paragraph_style.look);
  return look;
}

Look Styles::run(std::string_view style, const Look& base) const {
  RunLook whole;
  for (int i = 0; i < most_ancestors && !style.empty(); ++i) {
    const auto found = texts_.find(style);
    if (found == texts_.end()) break;
    inherit(whole, found->second.look);
    style = found->second.parent;
  }
  Look look = base;
  overlay(look, whole);
  return look;
}

const ListStyle* Styles::list(std::string_view name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace plumbline::odt
