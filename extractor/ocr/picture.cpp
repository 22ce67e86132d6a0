// What Leptonica sees on a page's picture.
#include "extractor/ocr/picture.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace plumbline {

namespace {

constexpr float least_skew = 0.1f, most_skew = 10.0f;  // degrees
// Shorter lines are underlines and letters, unless one down meets lines across at both ends: the border of a low cell.
constexpr float shortest_across = 60, shortest_down = 40, shortest_between = 12;  // points
constexpr float thickest_rule = 4;                                                // points
constexpr float broken_by = 1;  // points; scanned lines have gaps, but narrower ones than words
constexpr float meets = 2.5f;   // points, beside its end
constexpr int darker = 40;      // of 255, than what is beside it on both sides

// Thin things across one direction, whatever they are drawn on; `filled` is the picture without them.
Picture thin_strokes(const Picture& picture, bool horizontal, float scale, Picture& filled) {
  const int reach = to_pixels(thickest_rule, scale) | 1;
  filled.reset(pixCloseGray(picture.get(), horizontal ? 1 : reach, horizontal ? reach : 1));
  if (!filled) return {};
  const Picture depth(pixSubtractGray(nullptr, filled.get(), picture.get()));
  const Picture pale(depth ? pixThresholdToBinary(depth.get(), darker) : nullptr);
  return Picture(pale ? pixInvert(nullptr, pale.get()) : nullptr);
}

// Strokes of one direction, `shortest` points at least, and nothing else.
Picture long_strokes(const Picture& thin, bool horizontal, float shortest, float scale) {
  const int length = to_pixels(shortest, scale), gap = to_pixels(broken_by, scale) | 1;
  const Picture closed(pixCloseBrick(nullptr, thin.get(), horizontal ? gap : 1, horizontal ? 1 : gap));
  return Picture(pixOpenBrick(nullptr, closed.get(), horizontal ? length : 1, horizontal ? 1 : length));
}

bool meets_across(const std::vector<Rule>& across, float x, float y) {
  return std::any_of(across.begin(), across.end(), [&](const Rule& rule) {
    return rule.is_horizontal() && x > rule.box.x0 - meets && x < rule.box.x1 + meets && y > rule.box.y0 - meets &&
           y < rule.box.y1 + meets;
  });
}

// `lines` keeps those that are rules.
void add_rules(Picture& lines, bool horizontal, float scale, std::vector<Rule>& rules) {
  const std::vector<Rule> across = rules;
  for (const PixelBox& line : connected(lines)) {
    const float thickness = static_cast<float>(horizontal ? line.height() : line.width()) * scale;
    // The pen's width widens a line, it does not lengthen it.
    Box box{static_cast<float>(line.x0) * scale, static_cast<float>(line.y0) * scale,
            static_cast<float>(line.x1) * scale, static_cast<float>(line.y1) * scale};
    (horizontal ? box.x0 : box.y0) += thickness / 2;
    (horizontal ? box.x1 : box.y1) -= thickness / 2;
    const bool is_short = !horizontal && box.height() < shortest_down;
    if (thickness <= thickest_rule &&
        (!is_short || (meets_across(across, box.x0, box.y0) && meets_across(across, box.x0, box.y1))))
      rules.push_back({box});
    else
      pixRasterop(lines.get(), line.x0, line.y0, line.width(), line.height(), PIX_CLR, nullptr, 0, 0);
  }
}

}  // namespace

void PixDeleter::operator()(Pix* pix) const {
  pixDestroy(&pix);
}

void PixelBox::include(const PixelBox& other) {
  x0 = std::min(x0, other.x0), y0 = std::min(y0, other.y0);
  x1 = std::max(x1, other.x1), y1 = std::max(y1, other.y1);
}

int to_pixels(float points, float scale) {
  return std::max(1, static_cast<int>(std::lround(points / scale)));
}

Picture binary(const Picture& picture) {
  constexpr int ink = 160;  // of 255, and darker
  return Picture(pixThresholdToBinary(picture.get(), ink));
}

std::vector<PixelBox> connected(const Picture& black) {
  std::vector<PixelBox> out;
  BOXA* boxes = pixConnCompBB(black.get(), 8);
  const int n = boxes ? boxaGetCount(boxes) : 0;
  out.reserve(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i) {
    l_int32 x, y, w, h;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    out.push_back({x, y, x + w, y + h});
  }
  boxaDestroy(&boxes);
  return out;
}

Picture to_picture(const Raster& raster) {
  Picture picture(pixCreateNoInit(raster.width, raster.height, 8));
  if (!picture) return picture;
  l_uint32* data = pixGetData(picture.get());
  const int words = pixGetWpl(picture.get());
  for (int y = 0; y < raster.height; ++y) {
    l_uint32* row = data + static_cast<std::ptrdiff_t>(y) * words;
    const std::uint8_t* from =
        raster.gray.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width);
    for (int x = 0; x < raster.width; ++x)
      SET_DATA_BYTE(row, x, from[x]);
  }
  const int dots = static_cast<int>(std::lround(raster.dots_per_inch));
  pixSetResolution(picture.get(), dots, dots);
  return picture;
}

Picture turn(const Picture& picture, int quarter_turns) {
  return Picture(quarter_turns % 4 == 0 ? pixClone(picture.get()) : pixRotateOrth(picture.get(), quarter_turns % 4));
}

Picture deskew(const Picture& picture, float& degrees) {
  degrees = 0;
  l_float32 angle = 0, confidence = 0;
  const Picture black = binary(picture);
  if (!black || pixFindSkew(black.get(), &angle, &confidence) != 0 || confidence < 3 || std::abs(angle) < least_skew ||
      std::abs(angle) > most_skew)
    return Picture(pixClone(picture.get()));
  constexpr float to_radians = 3.14159265f / 180;
  Picture straight(pixRotateAMGray(picture.get(), angle * to_radians, 255));
  if (!straight) return Picture(pixClone(picture.get()));
  pixCopyResolution(straight.get(), picture.get());
  degrees = angle;
  return straight;
}

std::vector<Rule> take_rules(Picture& picture, float scale) {
  std::vector<Rule> rules;
  picture.reset(pixCopy(nullptr, picture.get()));  // others may hold it too
  if (!picture) return rules;
  for (const bool horizontal : {true, false}) {
    Picture filled;
    const Picture thin = thin_strokes(picture, horizontal, scale, filled);
    if (!thin) continue;
    Picture lines = long_strokes(thin, horizontal, horizontal ? shortest_across : shortest_between, scale);
    if (!lines) continue;
    add_rules(lines, horizontal, scale, rules);
    const int halo = to_pixels(0.7f, scale) * 2 + 1;
    const Picture wide(pixDilateBrick(nullptr, lines.get(), horizontal ? 1 : halo, horizontal ? halo : 1));
    if (wide) pixCombineMasked(picture.get(), filled.get(), wide.get());
  }
  return rules;
}

float ink_of(const Picture& picture) {
  const Picture black = binary(picture);
  l_int32 count = 0;
  if (!black || pixCountPixels(black.get(), &count, nullptr) != 0) return 0;
  return static_cast<float>(count) / static_cast<float>(pixGetWidth(black.get())) /
         static_cast<float>(pixGetHeight(black.get()));
}

}  // namespace plumbline
