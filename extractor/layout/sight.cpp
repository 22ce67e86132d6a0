// Which glyphs a reader sees: not what is outside the page, drawn twice, or invisible over visible text.
#include "extractor/layout/pieces.h"
#include "extractor/layout/stamps.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

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
  explicit DoubleFinder(const PageContent& page) : page_(page), slots_(std::bit_ceil(2 * page.glyphs.size() + 2)) {}

  // A cell is twice as wide and high as doubles may stand apart, so that one stands in this cell or the nearest.
  bool is_double(std::uint32_t index) {
    const Glyph& glyph = page_.glyphs[index];
    const float em = std::clamp(on_paper(glyph.size), 1.0f, 2000.0f);
    const Steps columns = steps_of(on_paper(glyph.box.x0) / (em * 0.2f)),
                rows = steps_of(on_paper(glyph.box.y0) / (em * 0.4f));
    for (const std::int64_t column : {columns.at, columns.nearest})
      for (const std::int64_t row : {rows.at, rows.nearest}) {
        const std::uint32_t other = slot_of(glyph, column, row).glyph;
        if (other == 0) continue;
        const Box& box = page_.glyphs[other - 1].box;
        if (std::abs(box.x0 - glyph.box.x0) < em * 0.1f && std::abs(box.y0 - glyph.box.y0) < em * 0.2f) return true;
      }
    slot_of(glyph, columns.at, rows.at).glyph = index + 1;
    return false;
  }

 private:
  struct Slot {
    std::uint32_t glyph = 0;  // index of the last one of its cell, and 1; 0: empty
    std::uint32_t cell = 0;   // what tells its cell from others
  };
  struct Steps {
    std::int64_t at = 0, nearest = 0;
  };

  static Steps steps_of(float x) {
    const float whole = std::floor(x);
    const auto at = static_cast<std::int64_t>(whole);
    return {at, x - whole < 0.5f ? at - 1 : at + 1};
  }

  // The slot of a character in a cell, or the empty one where it belongs.
  Slot& slot_of(const Glyph& glyph, std::int64_t column, std::int64_t row) {
    constexpr std::uint64_t mix = 0x9E3779B97F4A7C15u;
    std::uint64_t hash = (glyph.units > 0 ? page_.units[glyph.first_unit] : 0) * 4u + glyph.quarter_turns;
    hash = (hash * mix) ^ static_cast<std::uint64_t>(column);
    hash = (hash * mix) ^ static_cast<std::uint64_t>(row);
    hash *= mix;
    const auto cell = static_cast<std::uint32_t>(hash);
    for (std::size_t at = (hash >> 32) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].glyph == 0) slots_[at].cell = cell;
      if (slots_[at].cell == cell) return slots_[at];
    }
  }

  const PageContent& page_;
  std::vector<Slot> slots_;
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
  DoubleFinder doubles(page);
  for (std::size_t i = 0; i < sights.size(); ++i) {
    if (sights[i] != Sight::seen) continue;
    const Glyph& glyph = page.glyphs[i];
    if (glyph.is_invisible && !reads_invisible)
      sights[i] = Sight::hidden;
    else if (doubles.is_double(static_cast<std::uint32_t>(i)))
      sights[i] = Sight::hidden;
  }
  find_stamps(page, sights);
  return sights;
}

}  // namespace plumbline::layout
