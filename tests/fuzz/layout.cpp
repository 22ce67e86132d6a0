// Fuzzes layout and the passes over the document: pages of any glyphs, rules and fills.
#include "extractor/layout/layout.h"

#include "tests/fuzz/sound.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace {

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  bool is_at_end() const { return size_ == 0; }
  std::uint8_t take() {
    if (size_ == 0) return 0;
    --size_;
    return *data_++;
  }
  // Mostly on a raster, so that lines and columns form; now and then nothing a page has.
  float take_place(float step) {
    const std::uint8_t byte = take();
    if (byte == 255) return std::numeric_limits<float>::quiet_NaN();
    if (byte == 254) return 1e30f;
    return static_cast<float>(byte) * step - 10;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
};

plumbline::Box take_box(Bytes& bytes) {
  plumbline::Box box;
  box.x0 = bytes.take_place(3);
  box.y0 = bytes.take_place(4);
  box.x1 = box.x0 + static_cast<float>(bytes.take() % 64) * 6;
  box.y1 = box.y0 + static_cast<float>(bytes.take() % 64) * 6;
  return box;
}

void add_glyphs(plumbline::PageContent& page, Bytes& bytes) {
  constexpr char32_t letters[] = U"aB.1 :-•(\u0627\u0644\u05D0\u0301\u4E2D\u00AD\uFEFB\uFFFD";
  plumbline::Glyph glyph;
  glyph.size = static_cast<float>(bytes.take() % 24);
  glyph.box.x0 = bytes.take_place(3);
  glyph.box.y0 = bytes.take_place(4);
  glyph.quarter_turns = bytes.take() % 5;
  glyph.is_invisible = bytes.take() % 8 == 0;
  glyph.font = bytes.take() % 3;
  for (int n = bytes.take() % 12; n >= 0; --n) {
    const std::uint8_t byte = bytes.take();
    glyph.box.x1 = glyph.box.x0 + static_cast<float>(byte % 3) * glyph.size * 0.3f;
    glyph.box.y1 = glyph.box.y0 + glyph.size;
    glyph.baseline = glyph.box.y0 + 0.8f * glyph.size;
    glyph.first_unit = static_cast<std::uint32_t>(page.units.size());
    glyph.units = byte % 4 == 3 ? 2 : 1;
    for (std::uint16_t u = 0; u < glyph.units; ++u)
      page.units += letters[(byte + u) % (sizeof letters / sizeof letters[0] - 1)];
    page.glyphs.push_back(glyph);
    glyph.box.x0 = glyph.box.x1;
  }
}

plumbline::PageContent make_page(Bytes& bytes) {
  plumbline::PageContent page;
  page.width = 600;
  page.height = 800;
  page.fonts = {{"Regular", false, false}, {"Bold", true, false}};
  for (int n = 0; n < 400 && !bytes.is_at_end(); ++n) switch (bytes.take() % 8) {
      case 0: page.rules.push_back({take_box(bytes)}); break;
      case 1: page.fills.push_back(take_box(bytes)); break;
      case 2: page.images.push_back(take_box(bytes)); break;
      case 3: return page;
      case 4: page.words.push_back({"word", take_box(bytes), bytes.take_place(4), 10, 0.5f}); break;
      default: add_glyphs(page, bytes); break;
    }
  return page;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  plumbline::Document document;
  for (int pages = 0; pages < 4 && !bytes.is_at_end(); ++pages) append(document, lay_out(make_page(bytes)));
  understand_layout(document);
  plumbline::fuzz::require_sound(document);
  return 0;
}
