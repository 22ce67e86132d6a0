// What is drawn on one page, before layout: characters, ruled lines, filled boxes, links.
// The PDF reader gives glyphs, OCR gives words; layout takes either.
#pragma once

#include "extractor/document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plumbline {

// One character as drawn. Boxes are in points of the page as a reader sees it.
struct Glyph {
  Box box;                         // from ascent to descent of its font, whatever the letter
  float baseline = 0;              // y (x for text that runs up or down)
  float size = 0;                  // points
  std::uint32_t first_unit = 0;    // its Unicode: code points [first_unit, first_unit + units) of PageContent::units;
  std::uint16_t units = 0;         // 0: the font does not say which character this is
  std::uint16_t font = 0;          // index into PageContent::fonts
  std::uint32_t color = 0;         // 0xRRGGBB
  std::uint8_t quarter_turns = 0;  // clockwise turns of its writing direction on the page as seen: 0 = left to right
  bool is_slanted = false;         // runs at an angle, more than ten degrees off the nearest of the four directions
  bool is_invisible = false;       // render mode 3 or 7
  std::uint32_t marked_content = no_index;  // index into PageContent::marks: what a tagged PDF calls it
};

struct Word {
  std::string text;  // UTF-8
  Box box;
  float baseline = 0;
  float size = 0;
  float confidence = 1;
};

struct FontInfo {
  std::string name;
  bool bold = false, italic = false;
};

// A stroke or thin filled box: horizontal or vertical; the page's forms and tables are drawn with them.
struct Rule {
  Box box;
  bool is_horizontal() const { return box.width() >= box.height(); }
};

struct Link {
  Box box;
  std::string target;  // untrusted; never followed
};

// A run of characters that the page's content marks ("P", "Artifact"), and what the file's structure says of it.
struct Mark {
  std::string tag;
  int id = -1;  // MCID; -1: none
  Tag says = {};
};

struct PageContent {
  float width = 0, height = 0;  // points, as seen
  std::u32string units;
  std::vector<Glyph> glyphs;  // in drawing order
  std::vector<Word> words;    // from OCR; then there are no glyphs
  std::vector<FontInfo> fonts;
  std::vector<Rule> rules;
  std::vector<Box> fills;   // filled areas that are no rules: shaded cells
  std::vector<Box> images;  // where pictures stand
  std::vector<Link> links;
  std::vector<Mark> marks;
  bool has_drawing = false;  // anything at all is drawn
};

}  // namespace plumbline
