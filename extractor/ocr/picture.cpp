// What Leptonica sees on a page's picture.
#include "extractor/ocr/picture.h"

#include <leptonica/allheaders.h>

#include <cmath>
#include <cstring>

namespace plumbline {

namespace {

constexpr float least_skew = 0.2f, most_skew = 10.0f;  // degrees
// Shorter lines are underlines and letters; a cell's border is at least as long as a line is high, and mostly an inch.
constexpr float shortest_rule = 40;  // points
constexpr float thickest_rule = 4;   // points

Picture binary(const Picture& picture) {
  return Picture(pixThresholdToBinary(picture.get(), 160));
}

// Long strokes of one direction and nothing else.
Picture strokes(const Picture& black, bool horizontal, float scale) {
  const int length = static_cast<int>(shortest_rule / scale);
  // Closing first: scanned lines are broken.
  const Picture closed(pixCloseBrick(nullptr, black.get(), horizontal ? 9 : 1, horizontal ? 1 : 9));
  return Picture(pixOpenBrick(nullptr, closed.get(), horizontal ? length : 1, horizontal ? 1 : length));
}

void add_rules(const Picture& lines, bool horizontal, float scale, std::vector<Rule>& rules) {
  BOXA* boxes = pixConnCompBB(lines.get(), 8);
  for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
    l_int32 x, y, w, h;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    const float thickness = static_cast<float>(horizontal ? h : w) * scale;
    if (thickness > thickest_rule) continue;
    rules.push_back({{static_cast<float>(x) * scale, static_cast<float>(y) * scale, static_cast<float>(x + w) * scale,
                      static_cast<float>(y + h) * scale}});
  }
  boxaDestroy(&boxes);
}

}  // namespace

void PixDeleter::operator()(Pix* pix) const {
  pixDestroy(&pix);
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

std::vector<Rule> find_rules(const Picture& picture, float scale) {
  std::vector<Rule> rules;
  const Picture black = binary(picture);
  if (!black) return rules;
  for (const bool horizontal : {true, false})
    add_rules(strokes(black, horizontal, scale), horizontal, scale, rules);
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
