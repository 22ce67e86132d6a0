// The numbers and bullets that Word computes for the items of lists.
#include "extractor/docx/numbering.h"

#include <algorithm>

namespace plumbline::docx {

namespace {

NumeralSystem system_of(std::string_view format) {
  static const std::map<std::string_view, NumeralSystem> systems = {
      {"decimal", NumeralSystem::decimal},
      {"decimalZero", NumeralSystem::decimal_zero},
      {"lowerLetter", NumeralSystem::lower_letter},
      {"upperLetter", NumeralSystem::upper_letter},
      {"lowerRoman", NumeralSystem::lower_roman},
      {"upperRoman", NumeralSystem::upper_roman},
      {"russianLower", NumeralSystem::lower_cyrillic},
      {"russianUpper", NumeralSystem::upper_cyrillic},
      {"chineseCounting", NumeralSystem::chinese},
      {"chineseCountingThousand", NumeralSystem::chinese},
      {"japaneseCounting", NumeralSystem::chinese},
      {"taiwaneseCountingThousand", NumeralSystem::chinese},
      {"ideographDigital", NumeralSystem::chinese},
      {"decimalEnclosedCircle", NumeralSystem::circled},
      {"decimalEnclosedCircleChinese", NumeralSystem::circled},
      {"hindiNumbers", NumeralSystem::arabic_indic},
      {"arabicAbjad", NumeralSystem::abjad},
      {"arabicAlpha", NumeralSystem::abjad},
      {"decimalFullWidth", NumeralSystem::full_width},
      {"decimalFullWidth2", NumeralSystem::full_width},
      {"none", NumeralSystem::none}};
  const auto found = systems.find(format);
  return found == systems.end() ? NumeralSystem::decimal : found->second;
}

ListLevel read_level(const pugi::xml_node& level) {
  ListLevel result;
  const std::string_view format = xml::value(xml::child(level, "numFmt"), "val");
  result.is_bullet = format == "bullet";
  result.system = format.empty() ? NumeralSystem::decimal : system_of(format);
  result.start = static_cast<std::uint32_t>(std::clamp(xml::number(xml::child(level, "start"), "val", 0), 0, 1000000));
  result.legal = xml::is_on(xml::child(level, "isLgl"));
  result.text = xml::value(xml::child(level, "lvlText"), "val");
  result.restart_after = xml::number(xml::child(level, "lvlRestart"), "val", -1);
  if (result.is_bullet) result.text = visible_bullet(result.text);
  return result;
}

bool is_level(int level) {
  return level >= 0 && level < list_levels;
}

}  // namespace

std::string visible_bullet(std::string_view text) {
  if (text.empty()) return "•";  // a picture bullet
  if (text == "o") return "◦";   // Courier New's small circle
  if (!text.starts_with("\xEF\x80") && !text.starts_with("\xEF\x81") && !text.starts_with("\xEF\x82") &&
      !text.starts_with("\xEF\x83"))
    return std::string(text);
  static const std::map<std::string_view, std::string_view> signs = {{"\xEF\x82\xA7", "▪"},
                                                                     {"\xEF\x83\x98", "➢"},
                                                                     {"\xEF\x83\xBC", "✓"},
                                                                     {"\xEF\x80\xAD", "–"},
                                                                     {"\xEF\x82\xA8", "❑"}};
  const auto found = signs.find(text);
  return std::string(found == signs.end() ? "•" : found->second);  // U+F0B7 and all others
}

Numbering::Numbering(const pugi::xml_node& numbering) {
  for (pugi::xml_node at = numbering.first_child(); at; at = at.next_sibling()) {
    if (xml::name_of(at) == "abstractNum") {
      Abstract& abstract = abstracts_[xml::number(at, "abstractNumId", -1)];
      for (pugi::xml_node level = at.first_child(); level; level = level.next_sibling())
        if (const int index = xml::number(level, "ilvl", -1); xml::name_of(level) == "lvl" && is_level(index))
          abstract.levels[static_cast<std::size_t>(index)] = read_level(level);
    }
    if (xml::name_of(at) != "num") continue;
    Instance& instance = instances_[xml::number(at, "numId", -1)];
    instance.abstract = xml::number(xml::child(at, "abstractNumId"), "val", -1);
    for (pugi::xml_node change = at.first_child(); change; change = change.next_sibling()) {
      const int index = xml::number(change, "ilvl", -1);
      if (xml::name_of(change) != "lvlOverride" || !is_level(index)) continue;
      if (const pugi::xml_node start = xml::child(change, "startOverride"))
        instance.starts[index] = static_cast<std::uint32_t>(std::clamp(xml::number(start, "val", 1), 0, 1000000));
      if (const pugi::xml_node level = xml::child(change, "lvl")) instance.levels[index] = read_level(level);
    }
  }
}

const ListLevel& Numbering::level_of(const Instance& instance, const Abstract& abstract, int level) const {
  const auto own = instance.levels.find(level);
  return own == instance.levels.end() ? abstract.levels[static_cast<std::size_t>(level)] : own->second;
}

bool Numbering::is_bullet(ListPlace place) const {
  const auto instance = instances_.find(place.list);
  if (instance == instances_.end() || !is_level(place.level)) return false;
  const auto abstract = abstracts_.find(instance->second.abstract);
  return abstract != abstracts_.end() && level_of(instance->second, abstract->second, place.level).is_bullet;
}

std::string Numbering::next(ListPlace place) {
  const auto found = instances_.find(place.list);
  if (found == instances_.end() || !is_level(place.level)) return {};
  Instance& instance = found->second;
  const auto abstract_found = abstracts_.find(instance.abstract);
  if (abstract_found == abstracts_.end()) return {};
  Abstract& abstract = abstract_found->second;
  if (!instance.used) {  // an overriding start begins anew where its list first stands
    for (const auto& [level, start] : instance.starts)
      abstract.begun[static_cast<std::size_t>(level)] = false;
    instance.used = true;
  }
  const auto level = static_cast<std::size_t>(place.level);
  const ListLevel& definition = level_of(instance, abstract, place.level);
  const auto start_of = [&](int at) {
    const auto own = instance.starts.find(at);
    return own == instance.starts.end() ? level_of(instance, abstract, at).start : own->second;
  };
  if (!abstract.begun[level])
    abstract.counters[level] = start_of(place.level);
  else
    ++abstract.counters[level];
  abstract.begun[level] = true;
  for (std::size_t below = level + 1; below < list_levels; ++below) {
    const int restart = level_of(instance, abstract, static_cast<int>(below)).restart_after;
    if (restart != 0 && (restart < 0 || place.level < restart)) abstract.begun[below] = false;
  }
  if (definition.is_bullet) return definition.text;
  std::string out;
  for (std::size_t i = 0; i < definition.text.size(); ++i) {
    const char digit = i + 1 < definition.text.size() ? definition.text[i + 1] : '\0';
    if (definition.text[i] != '%' || digit < '1' || digit > '9') {
      out += definition.text[i];
      continue;
    }
    const int at = digit - '1';
    const auto index = static_cast<std::size_t>(at);
    const std::uint32_t value = abstract.begun[index] ? abstract.counters[index] : start_of(at);
    const NumeralSystem system = level_of(instance, abstract, at).system;
    out += numeral(value, definition.legal && system != NumeralSystem::none ? NumeralSystem::decimal : system);
    ++i;
  }
  return out;
}

}  // namespace plumbline::docx
