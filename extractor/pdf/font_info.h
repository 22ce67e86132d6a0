// What a PDF font says of itself: name, weight, slope, ascent. Includes Poppler; only for this folder's .cpp files.
#pragma once

#include "extractor/page_content.h"

#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>

#include <cstdint>
#include <type_traits>
#include <utility>

namespace plumbline::pdf {

// A font as Poppler hands it out: shared, may be null.
using FontHandle = std::decay_t<decltype(std::declval<const GfxState&>().getFont())>;

// One font as a page uses it.
struct FontMetrics {
  FontHandle font;                        // kept, so that its address stays its own while the page is read; may be null
  std::uint16_t index = 0;                // into PageContent::fonts
  double ascent = 0.95, descent = -0.35;  // shares of the size
  bool names_no_characters = false;       // its codes are glyph numbers, and nothing says which characters they are
  double scale = 1;  // Type 3 fonts have units of their own: what the nominal size must be multiplied by
};

FontMetrics metrics_of(const FontHandle& font);
FontInfo font_info(const GfxFont& font);

}  // namespace plumbline::pdf
