// Glyphs in drawing order -> pieces.
#include "extractor/layout/pieces.h"

#include "extractor/unicode/letters.h"

#include <algorithm>
#include <cmath>

namespace plumbline::layout {

namespace {

// Wider gaps are blanks. Justified text squeezes blanks to 0.2 em; kerning stays below 0.1.
constexpr float blank_gap_em = 0.17f;

class Collector {
 public:
  Collector(const PageContent& page, PageInk& ink) : page_(page), ink_(ink) {}

  // Text that runs right to left may be drawn in reading order: the side on which a blank stands tells.
  void take_blank(const Glyph& glyph) {
    const Box box = ink_.frame.from_page(glyph.box);
    if (is_open_) mark_blank(ink_.pieces.back(), box);
    is_open_ = false;
    has_blank_ = true;
    blank_ = box;
  }

  void take(const Glyph& glyph) {
    Cluster cluster = cluster_of(glyph);
    if (joins_last_cluster(cluster)) {
      Cluster& last = ink_.clusters.back();
      last.units = static_cast<std::uint32_t>(ink_.units.size()) - last.first_unit;
      return;
    }
    if (!goes_on(cluster, glyph)) begin_piece(cluster, glyph);
    ink_.clusters.push_back(cluster);
    Piece& piece = ink_.pieces.back();
    ++piece.clusters;
    piece.box.include(cluster.box);
    has_blank_ = false;
  }

 private:
  Cluster cluster_of(const Glyph& glyph) {
    Cluster cluster;
    cluster.box = ink_.frame.from_page(glyph.box);
    if (!(cluster.box.x1 > cluster.box.x0)) cluster.box.x1 = cluster.box.x0 + 0.01f;
    if (!(cluster.box.y1 > cluster.box.y0)) cluster.box.y1 = cluster.box.y0 + 0.01f;
    cluster.baseline = ink_.frame.baseline_from_page(glyph.baseline);
    cluster.size = std::clamp(on_paper(glyph.size), 0.5f, 2000.0f);
    cluster.first_unit = static_cast<std::uint32_t>(ink_.units.size());
    if (glyph.units == 0)
      ink_.units += U'\uFFFD';
    else
      ink_.units.append(page_.units, glyph.first_unit, glyph.units);
    cluster.units = static_cast<std::uint32_t>(ink_.units.size()) - cluster.first_unit;
    return cluster;
  }

  // An accent drawn over the letter before it belongs to that letter; so does a letter without width, which is
  // the rest of a ligature.
  bool joins_last_cluster(const Cluster& mark) {
    if (!is_open_) return false;
    if (is_rest_of_ligature(mark)) return true;
    if (mark.units != 1) return false;
    char32_t& c = ink_.units[mark.first_unit];
    const char32_t combining = combining_form(c);
    const Cluster& base = ink_.clusters.back();
    if (combining == 0 || std::abs(mark.baseline - base.baseline) > base.size) return false;
    const float middle = (mark.box.x0 + mark.box.x1) / 2, slack = is_combining(c) ? base.size * 0.3f : 0;
    if (middle < base.box.x0 - slack || middle > base.box.x1 + slack) return false;
    if (base.first_unit + base.units != mark.first_unit) return false;
    if (!is_combining(c) && !is_letter(ink_.units[base.first_unit])) return false;
    c = combining;
    return true;
  }

  bool is_rest_of_ligature(const Cluster& mark) const {
    const Cluster& base = ink_.clusters.back();
    // Right to left: the rest stands at the left edge. At the right edge it belongs to the glyph that is drawn next.
    if (is_right_to_left(ink_.units[mark.first_unit]) && mark.box.x0 > base.box.x0 + 0.1f * base.size) return false;
    return mark.box.width() < 0.03f * mark.size && base.box.width() > 0.03f * base.size &&
           mark.box.x0 >= base.box.x0 - 0.05f * base.size && mark.box.x1 <= base.box.x1 + 0.05f * base.size &&
           std::abs(mark.baseline - base.baseline) < 0.05f * base.size &&
           base.first_unit + base.units == mark.first_unit && is_letter(ink_.units[mark.first_unit]) &&
           is_letter(ink_.units[base.first_unit]);
  }

  bool goes_on(const Cluster& next, const Glyph& glyph) const {
    if (!is_open_) return false;
    const Piece& piece = ink_.pieces.back();
    const Cluster& last = ink_.clusters.back();
    const float em = std::min(piece.size, next.size);
    if (std::abs(next.baseline - piece.baseline) > em * 0.1f || std::abs(next.size - piece.size) > em * 0.1f)
      return false;
    if (piece.color != glyph.color || font_of(glyph).bold != piece.is_bold) return false;
    const float gap = next.box.x0 - last.box.x1;
    return next.box.x0 > last.box.x0 && gap < em * blank_gap_em && gap > -em * 0.6f;
  }

  void begin_piece(const Cluster& first, const Glyph& glyph) {
    Piece piece;
    piece.box = first.box;
    piece.baseline = first.baseline;
    piece.size = first.size;
    piece.first_cluster = static_cast<std::uint32_t>(ink_.clusters.size());
    piece.color = glyph.color;
    if (glyph.marked_content < page_.marks.size()) piece.tag = page_.marks[glyph.marked_content].says;
    if (has_blank_) mark_blank(piece, blank_);
    piece.is_bold = font_of(glyph).bold;
    piece.is_italic = font_of(glyph).italic;
    ink_.pieces.push_back(piece);
    is_open_ = true;
  }

  static void mark_blank(Piece& piece, const Box& blank) {
    if (blank.x0 + blank.x1 < piece.box.x0 + piece.box.x1)
      piece.blank_before = true;
    else
      piece.blank_after = true;
  }

  const FontInfo& font_of(const Glyph& glyph) const {
    static const FontInfo unknown;
    return glyph.font < page_.fonts.size() ? page_.fonts[glyph.font] : unknown;
  }

  const PageContent& page_;
  PageInk& ink_;
  bool is_open_ = false, has_blank_ = false;
  Box blank_;
};

void take_words(const PageContent& page, PageInk& ink) {
  for (const Word& word : page.words) {
    Piece piece;
    piece.box = on_paper(word.box);
    piece.baseline = on_paper(word.baseline);
    piece.size = std::clamp(on_paper(word.size), 0.5f, 2000.0f);
    piece.confidence = word.confidence;
    piece.first_cluster = static_cast<std::uint32_t>(ink.clusters.size());
    piece.clusters = 1;
    piece.blank_before = piece.blank_after = piece.is_word = true;
    Cluster cluster{piece.box, piece.baseline, piece.size, static_cast<std::uint32_t>(ink.units.size()), 0};
    ink.units += to_utf32(word.text);
    cluster.units = static_cast<std::uint32_t>(ink.units.size()) - cluster.first_unit;
    ink.clusters.push_back(cluster);
    ink.pieces.push_back(piece);
  }
}

}  // namespace

PageInk collect_pieces(const PageContent& page, const std::vector<Sight>& sights, std::uint8_t turns, Sight wanted) {
  PageInk ink;
  ink.frame = {page.width, page.height, turns, false};
  Collector collector(page, ink);
  std::size_t blanks = 0, taken = 0;
  for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
    if (page.glyphs[i].quarter_turns % 4 != turns) continue;
    if (sights[i] == Sight::blank) {
      collector.take_blank(page.glyphs[i]);
      ++blanks;
    } else if (sights[i] == wanted) {
      collector.take(page.glyphs[i]);
      ++taken;
    }
  }
  if (turns == 0 && wanted == Sight::seen) take_words(page, ink);
  ink.draws_blanks = blanks * 15 > taken;
  return ink;
}

}  // namespace plumbline::layout
