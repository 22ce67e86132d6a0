// What a PDF font says of itself: name, weight, slope, ascent. Includes Poppler; only for this folder's .cpp files.
#pragma once

#include "extractor/page_content.h"

#include <poppler/GfxFont.h>

#include <cstdint>
#include <memory>

namespace plumbline::pdf {

// One font as a page uses it.
struct FontMetrics {
  std::shared_ptr<GfxFont> font;          // kept, so that its address stays its own while the page is read; may be null
  std::uint16_t index = 0;                // into PageContent::fonts
  double ascent = 0.95, descent = -0.35;  // shares of the size
  double scale = 1;  // Type 3 fonts have units of their own: what the nominal size must be multiplied by
};

FontMetrics metrics_of(const std::shared_ptr<GfxFont>& font);  // `font` may be null
FontInfo font_info(const GfxFont& font);

}  // namespace plumbline::pdf
