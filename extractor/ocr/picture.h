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

Picture to_picture(const Raster& raster);                 // 8 bits a pixel
Picture turn(const Picture& picture, int quarter_turns);  // clockwise
// Takes out a skew between 0.2 and 10 degrees; `degrees` says how much, clockwise.
Picture deskew(const Picture& picture, float& degrees);
// Takes long straight lines out of the picture, which readers take for letters: borders of forms and tables, also thin
// and pale ones. Gives their boxes in points, at `scale` points a pixel.
std::vector<Rule> take_rules(Picture& picture, float scale);
float ink_of(const Picture& picture);  // dark share, 0..1

}  // namespace plumbline
