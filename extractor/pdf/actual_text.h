// ActualText: what a PDF says that some of its glyphs read as. Includes no Poppler.
#pragma once

#include "extractor/page_content.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace plumbline::pdf {

// Glyphs [first, …) of `page` are to read as `text`. Where they do already, nothing changes; else the text is dealt
// out over them in order, so that each character keeps a place near its own; a glyph without a share is joined to
// the one before it. Where no glyph was drawn, one stands for the text in `drawn` (the box of what was drawn
// instead, for example a picture of letters).
void apply_actual_text(PageContent& page, std::size_t first, std::u32string_view text, const Box& drawn);

}  // namespace plumbline::pdf
