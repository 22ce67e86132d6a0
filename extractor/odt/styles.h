// What an ODT says of its paragraphs, runs and lists by style.
#pragma once

#include "extractor/flow/numerals.h"
#include "extractor/flow/paragraph_text.h"
#include "extractor/xml/xml.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline::odt {

inline constexpr std::size_t list_levels = 10;

struct ListLevel {
  bool is_bullet = false;
  NumeralSystem system = NumeralSystem::none;
  std::string bullet, prefix, suffix;
  std::uint32_t start = 1;
  std::size_t display_levels = 1;  // how many levels are printed: 2 = "1.1"
};
using ListStyle = std::array<ListLevel, list_levels>;

struct RunLook {
  std::optional<bool> bold, italic, hidden;
  std::optional<float> size;
  std::optional<std::uint32_t> color;
};

struct Style {
  std::string parent;
  int outline_level = 0;  // of a heading, from 1
  bool is_title = false;
  float space_before = 0;
  RunLook look;
};

class Styles {
 public:
  // Adds the styles below office:styles, office:automatic-styles; later ones replace earlier of the same name.
  void add(const pugi::xml_node& styles);
  // With what it inherits.
  Style paragraph(std::string_view name) const;
  // The look of a run in `style` inside a paragraph of look `base`.
  Look run(std::string_view style, const Look& base) const;
  Look look_of(const Style& paragraph_style) const;
  const ListStyle* list(std::string_view name) const;
  const ListStyle& outline() const { return outline_; }

 private:
  std::map<std::string, Style, std::less<>> paragraphs_, texts_;
  std::map<std::string, ListStyle, std::less<>> lists_;
  ListStyle outline_;
  RunLook default_look_;
};

}  // namespace plumbline::odt
