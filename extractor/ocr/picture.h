// What Leptonica sees on a page's picture: skew, ruled lines, ink.
#pragma once

#include "extractor/ocr/raster.h"
#include "extractor/page_content.h"

#include <memory>
#include <vector>

struct Pix;

namespace plumbline {

struct PixDeleter {
  void operator()(Pix* pix) const;
};
using Picture = std::unique_ptr<Pix, PixDeleter>;

// Pixels from the top left corner; x1 and y1 stand behind the last.
struct PixelBox {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  int width() const { return x1 - x0; }
  int height() const { return y1 - y0; }
  void include(const PixelBox& other);
};

int to_pixels(float points, float scale);  // at `scale` points a pixel; at least one
Picture binary(const Picture& picture);    // 1 bit a pixel: ink
// Boxes of what hangs together in a picture of 1 bit a pixel.
std::vector<PixelBox> connected(const Picture& black);

Picture to_picture(const Raster& raster);                 // 8 bits a pixel
Picture turn(const Picture& picture, int quarter_turns);  // clockwise
// Takes out a skew between 0.2 and 10 degrees; `degrees` says how much, clockwise.
Picture deskew(const Picture& picture, float& degrees);
// Takes long straight lines out of the picture, which readers take for letters: borders of forms and tables, also thin
// and pale ones. Gives their boxes in points, at `scale` points a pixel.
std::vector<Rule> take_rules(Picture& picture, float scale);
float ink_of(const Picture& picture);  // dark share, 0..1

}  // namespace plumbline
