// ActualText: what a PDF says that some of its glyphs read as.
#include "extractor/pdf/actual_text.h"

#include <algorithm>
#include <cstdlib>

namespace plumbline::pdf {
namespace {

bool is_ignorable(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0xAD || c < 0x20 || c == 0xFEFF || c == 0x200B;
}

std::u32string letters_of(std::u32string_view text) {
  std::u32string letters;
  std::copy_if(text.begin(), text.end(), std::back_inserter(letters), [](char32_t c) { return !is_ignorable(c); });
  return letters;
}

std::u32string drawn_text(const PageContent& page, std::size_t first) {
  std::u32string text;
  for (std::size_t i = first; i < page.glyphs.size(); ++i) {
    text += page.units.substr(page.glyphs[i].first_unit, page.glyphs[i].units);
  }
  return text;
}

bool is_same_line(const Glyph& a, const Glyph& b) {
  return a.quarter_turns == b.quarter_turns && std::abs(a.baseline - b.baseline) < a.size * 0.5F;
}

}  // namespace

void apply_actual_text(PageContent& page, std::size_t first, std::u32string_view text, const Box& drawn) {
  const std::size_t count = page.glyphs.size() - first;
  if (letters_of(drawn_text(page, first)) == letters_of(text) && (count > 0 || text.empty())) return;
  if (count == 0) {
    if (drawn.is_empty()) return;
    Glyph glyph;
    glyph.box = drawn;
    glyph.baseline = drawn.y1;
    glyph.size = drawn.height();
    glyph.first_unit = static_cast<std::uint32_t>(page.units.size());
    glyph.units = static_cast<std::uint16_t>(std::min<std::size_t>(text.size(), UINT16_MAX));
    page.units += text.substr(0, glyph.units);
    if (page.fonts.empty()) page.fonts.push_back({});
    page.glyphs.push_back(glyph);
    return;
  }
  std::size_t kept = first, next = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Glyph glyph = page.glyphs[first + i];
    const std::size_t end = text.size() * (i + 1) / count;
    glyph.first_unit = static_cast<std::uint32_t>(page.units.size());
    glyph.units = static_cast<std::uint16_t>(std::min<std::size_t>(end - next, UINT16_MAX));
    page.units += text.substr(next, glyph.units);
    next = end;
    if (glyph.units == 0 && kept > first && is_same_line(page.glyphs[kept - 1], glyph)) {
      page.glyphs[kept - 1].box.include(glyph.box);
    } else if (glyph.units > 0) {
      page.glyphs[kept++] = glyph;
    }
  }
  page.glyphs.resize(kept);
}

}  // namespace plumbline::pdf
