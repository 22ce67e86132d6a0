// Pieces: characters that are drawn one after another without a blank, the smallest unit that layout moves.
#pragma once

#include "extractor/layout/frame.h"
#include "extractor/page_content.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plumbline::layout {

// A character with the marks that stand over or under it. Boxes are in the page's frame, never mirrored.
struct Cluster {
  Box box;
  float baseline = 0, size = 0;
  std::uint32_t first_unit = 0;  // into PageInk::units
  std::uint32_t units = 0;
};

struct Piece {
  Box box;
  float baseline = 0, size = 0, confidence = 1;
  std::uint32_t first_cluster = 0, clusters = 0;  // from left to right
  std::uint32_t color = 0;
  Tag tag;                                         // of its first character
  bool blank_before = false, blank_after = false;  // a blank is drawn there
  bool is_bold = false, is_italic = false;
  bool is_word = false;  // from OCR: one cluster, its text in logical order
};

// What is written in one direction on a page.
struct PageInk {
  Frame frame;
  std::u32string units;
  std::vector<Cluster> clusters;
  std::vector<Piece> pieces;
  bool draws_blanks = false;  // blanks are characters here, not only gaps
};

// How each glyph of a page is to be taken.
enum class Sight : std::uint8_t { seen, hidden, blank, stamped };  // stamped: over or under the page's text
std::vector<Sight> judge_sight(const PageContent& page);

// The pieces of one direction, of those glyphs whose sight is `wanted`.
PageInk collect_pieces(const PageContent& page, const std::vector<Sight>& sights, std::uint8_t turns, Sight wanted);

}  // namespace plumbline::layout
