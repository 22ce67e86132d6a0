// A page as a picture: what goes into OCR.
#pragma once

#include <cstdint>
#include <vector>

namespace plumbline {

struct Raster {
  int width = 0, height = 0;  // pixels
  float dots_per_inch = 0;
  std::vector<std::uint8_t> gray;  // rows from the top, `width` bytes each; 0 = black
};

}  // namespace plumbline
