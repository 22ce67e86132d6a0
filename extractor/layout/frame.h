// A frame in which the text of a page runs from left to right, however it is turned on the page.
// Layout works in such a frame, and mirrors it where columns and cells follow each other from right to left.
#pragma once

#include "extractor/document.h"

#include <cstdint>
#include <utility>

namespace plumbline::layout {

// Coordinates that a page can have; what is none (not a number, far away) is moved to where it does no harm.
inline float on_paper(float value) {
  return value > -1e5f && value < 1e5f ? value : -1e5f;
}
inline Box on_paper(const Box& b) {
  return {on_paper(b.x0), on_paper(b.y0), on_paper(b.x1), on_paper(b.y1)};
}

struct Frame {
  float page_width = 0, page_height = 0;
  std::uint8_t turns = 0;  // clockwise turns of the writing direction on the page
  bool is_mirrored = false;

  float width() const { return turns % 2 == 0 ? page_width : page_height; }
  float height() const { return turns % 2 == 0 ? page_height : page_width; }

  Box from_page(const Box& anywhere) const {
    const Box b = on_paper(anywhere);
    Box out = b;
    if (turns == 1) out = {b.y0, page_width - b.x1, b.y1, page_width - b.x0};
    if (turns == 2) out = {page_width - b.x1, page_height - b.y1, page_width - b.x0, page_height - b.y0};
    if (turns == 3) out = {page_height - b.y1, b.x0, page_height - b.y0, b.x1};
    return is_mirrored ? mirror(out) : out;
  }

  Box to_page(const Box& framed) const {
    const Box b = is_mirrored ? mirror(framed) : framed;
    if (turns == 1) return {page_width - b.y1, b.x0, page_width - b.y0, b.x1};
    if (turns == 2) return {page_width - b.x1, page_height - b.y1, page_width - b.x0, page_height - b.y0};
    if (turns == 3) return {b.y0, page_height - b.x1, b.y1, page_height - b.x0};
    return b;
  }

  // `on_page` is y for text that runs across, x for text that runs up or down.
  float baseline_from_page(float anywhere) const {
    const float on_page = on_paper(anywhere);
    if (turns == 1) return page_width - on_page;
    if (turns == 2) return page_height - on_page;
    return on_page;
  }

  Box mirror(const Box& b) const { return {width() - b.x1, b.y0, width() - b.x0, b.y1}; }
};

}  // namespace plumbline::layout
