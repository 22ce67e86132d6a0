// What is written over or under a page's text.
#include "extractor/layout/stamps.h"

#include "extractor/layout/layout.h"
#include "extractor/layout/reblock.h"
#include "extractor/median.h"
#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace plumbline {

namespace layout {

namespace {

constexpr float large = 2.2f;            // times the usual size
constexpr std::size_t large_most = 400;  // more are a poster's text
constexpr float apart_em = 2.5f;         // letters further apart belong to two lines

float middle_x(const Glyph& glyph) {
  return (glyph.box.x0 + glyph.box.x1) / 2;
}
float middle_y(const Glyph& glyph) {
  return (glyph.box.y0 + glyph.box.y1) / 2;
}

float usual_size(const PageContent& page, const std::vector<Sight>& sights) {
  std::vector<float> sizes;
  for (std::size_t i = 0; i < sights.size(); ++i)
    if (sights[i] == Sight::seen) sizes.push_back(on_paper(page.glyphs[i].size));
  return median(std::move(sizes), 0.0f);
}

// Runs of letters that are drawn one after another in one large size and cover smaller letters.
void find_large(const PageContent& page, std::vector<Sight>& sights) {
  const float usual = usual_size(page, sights);
  std::vector<std::size_t> big;
  std::vector<std::pair<float, float>> small;  // middles, by y
  for (std::size_t i = 0; i < sights.size(); ++i) {
    if (sights[i] != Sight::seen) continue;
    const Glyph& glyph = page.glyphs[i];
    if (glyph.size > large * usual)
      big.push_back(i);
    else if (glyph.size < 1.3f * usual)
      small.emplace_back(middle_y(glyph), middle_x(glyph));
  }
  if (big.empty() || big.size() > large_most) return;
  std::sort(small.begin(), small.end());
  const auto covered_by = [&](const Glyph& glyph) {
    const Box& box = glyph.box;
    std::size_t covered = 0;
    for (auto at = std::lower_bound(small.begin(), small.end(), std::pair(box.y0 + 0.2f * glyph.size, -1e9f));
         at != small.end() && at->first < glyph.baseline; ++at)
      if (at->second > box.x0 && at->second < box.x1) ++covered;
    return covered;
  };
  for (std::size_t first = 0; first < big.size();) {
    std::size_t end = first, covered = 0;
    while (end < big.size() && std::abs(page.glyphs[big[end]].size - page.glyphs[big[first]].size) < 0.5f &&
           page.glyphs[big[end]].color == page.glyphs[big[first]].color)
      covered += covered_by(page.glyphs[big[end++]]);
    if (covered >= std::max<std::size_t>(3, end - first))
      for (std::size_t i = first; i < end; ++i)
        sights[big[i]] = Sight::stamped;
    first = end;
  }
}

}  // namespace

void find_stamps(const PageContent& page, std::vector<Sight>& sights) {
  std::size_t slanted = 0, seen = 0;
  for (std::size_t i = 0; i < sights.size(); ++i)
    if (sights[i] == Sight::seen) ++(page.glyphs[i].is_slanted ? slanted : seen);
  if (slanted > 0 && slanted < seen)
    for (std::size_t i = 0; i < sights.size(); ++i)
      if (sights[i] == Sight::seen && page.glyphs[i].is_slanted) sights[i] = Sight::stamped;
  find_large(page, sights);
}

std::vector<LaidLine> stamped_lines(const PageContent& page, const std::vector<Sight>& sights) {
  std::vector<LaidLine> lines;
  const Glyph* last = nullptr;
  bool blank = false;
  std::string text;
  const auto finish = [&] {
    if (!lines.empty()) lines.back().content.text = normalize_line(text);
    text.clear();
  };
  for (std::size_t i = 0; i < sights.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    blank |= sights[i] == Sight::blank;
    if (sights[i] != Sight::stamped) continue;
    const float reach = apart_em * std::max(glyph.size, 1.0f);
    if (!last || std::abs(middle_x(glyph) - middle_x(*last)) > reach ||
        std::abs(middle_y(glyph) - middle_y(*last)) > reach) {
      finish();
      lines.emplace_back();
    } else if (blank) {
      text += ' ';
    }
    for (std::uint32_t u = 0; u < glyph.units; ++u)
      append_code_point(text, page.units[glyph.first_unit + u]);
    lines.back().box.include(glyph.box);
    lines.back().size = lines.back().content.style.size = glyph.size;
    lines.back().content.style.color = glyph.color;
    last = &glyph;
    blank = false;
  }
  finish();
  return lines;
}

}  // namespace layout

void label_stamps(Document& document) {
  constexpr float large = 20;  // points
  const auto key = [&](const Line& line) { return std::pair(std::lround(line.style.size), document.text_of(line)); };
  std::set<std::pair<long, std::string_view>> stamps;
  for (const Line& line : document.lines)
    if (line.role == LineRole::running_head && line.style.size > large) stamps.insert(key(line));
  if (stamps.empty()) return;
  for (Line& line : document.lines)
    if (!is_furniture(line.role) && stamps.contains(key(line))) line.role = LineRole::running_head;
  layout::part_furniture(document);
}

}  // namespace plumbline
