// Which glyphs a reader sees: not what is outside the page, drawn twice, or invisible over visible text.
#include "extractor/layout/pieces.h"
#include "extractor/layout/stamps.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_map>

namespace plumbline::layout {

namespace {

bool is_blank(const PageContent& page, const Glyph& glyph) {
  for (std::uint32_t i = 0; i < glyph.units; ++i) {
    const char32_t c = page.units[glyph.first_unit + i];
    const bool blank = c <= 0x20 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
                       c == 0x205F || c == 0x3000 || c == 0xFEFF || (c >= 0x7F && c < 0xA0);
    if (!blank) return false;
  }
  return true;
}

bool is_on_page(const PageContent& page, const Box& box) {
  const float x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
  return x >= 0 && y >= 0 && x <= page.width && y <= page.height;
}

bool lies_on(const Box& box, const std::vector<Box>& areas) {
  const float x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
  const std::size_t looked_at = std::min<std::size_t>(areas.size(), 16);
  return std::any_of(areas.begin(), areas.begin() + static_cast<std::ptrdiff_t>(looked_at),
                     [&](const Box& a) { return x >= a.x0 && x <= a.x1 && y >= a.y0 && y <= a.y1; });
}

// Invisible text is read where it is all that there is: the text layer of a scan.
bool reads_invisible_text(const PageContent& page, const std::vector<Sight>& sights) {
  std::size_t visible = 0, invisible = 0, over_picture = 0;
  for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
    if (sights[i] != Sight::seen) continue;
    const Glyph& glyph = page.glyphs[i];
    ++(glyph.is_invisible ? invisible : visible);
    if (glyph.is_invisible && lies_on(glyph.box, page.images)) ++over_picture;
  }
  return over_picture * 2 > invisible && visible * 10 < invisible;
}

// The same character again, a hair's breadth away, is a shadow or boldness by overprinting.
// 0.1 em along the line and 0.2 across: nearer than "ll" in any font.
class DoubleFinder {
 public:
  bool is_double(const PageContent& page, const Glyph& glyph) {
    const float em = std::clamp(on_paper(glyph.size), 1.0f, 2000.0f);
    const auto column = static_cast<std::int64_t>(std::floor(on_paper(glyph.box.x0) / (em * 0.2f)));
    const auto row = static_cast<std::int64_t>(std::floor(on_paper(glyph.box.y0) / (em * 0.2f)));
    for (std::int64_t dc = -1; dc <= 1; ++dc)
      for (std::int64_t dr = -1; dr <= 1; ++dr) {
        const auto at = last_at_.find(key(page, glyph, column + dc, row + dr));
        if (at == last_at_.end()) continue;
        const Box& box = at->second;
        if (std::abs(box.x0 - glyph.box.x0) < em * 0.1f && std::abs(box.y0 - glyph.box.y0) < em * 0.2f) return true;
      }
    last_at_[key(page, glyph, column, row)] = glyph.box;
    return false;
  }

 private:
  static std::uint64_t key(const PageContent& page, const Glyph& glyph, std::int64_t column, std::int64_t row) {
    std::uint64_t value = glyph.units > 0 ? page.units[glyph.first_unit] : 0;
    value = value * 31 + glyph.quarter_turns;
    value = (value * 1000003u) ^ static_cast<std::uint64_t>(column);
    return (value * 1000003u) ^ static_cast<std::uint64_t>(row);
  }
  std::unordered_map<std::uint64_t, Box> last_at_;
};

}  // namespace

std::vector<Sight> judge_sight(const PageContent& page) {
  std::vector<Sight> sights(page.glyphs.size(), Sight::seen);
  for (std::size_t i = 0; i < sights.size(); ++i) {
    if (is_blank(page, page.glyphs[i]))
      sights[i] = Sight::blank;
    else if (!is_on_page(page, page.glyphs[i].box))
      sights[i] = Sight::hidden;
  }
  const bool reads_invisible = reads_invisible_text(page, sights);
  DoubleFinder doubles;
  for (std::size_t i = 0; i < sights.size(); ++i) {
    if (sights[i] != Sight::seen) continue;
    const Glyph& glyph = page.glyphs[i];
    if (glyph.is_invisible && !reads_invisible)
      sights[i] = Sight::hidden;
    else if (doubles.is_double(page, glyph))
      sights[i] = Sight::hidden;
  }
  find_stamps(page, sights);
  return sights;
}

}  // namespace plumbline::layout
