// What Poppler draws on a page -> PageContent. Includes Poppler; only for the .cpp files of this folder.
#pragma once

#include "extractor/page_content.h"
#include "extractor/pdf/digit_names.h"
#include "extractor/pdf/font_info.h"

#include <poppler/OutputDev.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

class Gfx;

namespace plumbline::pdf {

class PageDevice final : public OutputDev {
 public:
  struct Options {
    bool font_details = true;
    std::size_t most_glyphs = 0;
  };
  explicit PageDevice(const Options& options) : options_(options) {}

  // Everything drawn goes to `page` from here on. `gfx` draws; it must outlive the drawing.
  void begin(PageContent& page);
  void set_gfx(Gfx* gfx) { gfx_ = gfx; }
  void finish();
  bool is_too_large() const { return too_large_; }
  static bool should_abort(void* device);

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override;

  void updateFont(GfxState*) override { font_is_known_ = false; }
  void updateFillColor(GfxState*) override { fill_is_known_ = false; }
  void updateFillColorSpace(GfxState*) override { fill_is_known_ = false; }
  void updateCTM(GfxState*, double, double, double, double, double, double) override { font_is_known_ = false; }
  void restoreState(GfxState*) override { font_is_known_ = fill_is_known_ = false; }
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* u, int u_length) override;

  void beginActualText(GfxState* state, const GooString* text) override;
  void endActualText(GfxState* state) override;
  void beginMarkedContent(const char* name, Dict* properties) override;
  void endMarkedContent(GfxState* state) override;

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override { fill(state); }
  void drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height, bool, bool,
                     bool inline_image) override;
  void drawImage(GfxState* state, Object*, Stream* stream, int width, int height, GfxImageColorMap* colors, bool,
                 const int*, bool inline_image) override;
  // Shadings are no text, no rules: told that they are done.
  bool useTilingPatternFill() override { return true; }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double,
                         double) override {
    return true;
  }
  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }
  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool for_soft_mask) override;
  void endTransparencyGroup(GfxState*) override;

 private:
  void add_image(const GfxState* state);
  std::uint32_t fill_color(GfxState* state);
  std::uint32_t glyph_color(GfxState* state);
  void note_drawn(const Box& box);
  void use_font(GfxState* state);

  Options options_;
  PageContent* page_ = nullptr;
  Gfx* gfx_ = nullptr;
  std::vector<FontMetrics> fonts_;
  std::map<Ref, DigitNames> digit_names_;  // of all pages
  const DigitNames* digits_ = nullptr;     // of the current font
  std::size_t current_font_ = 0;
  double size_ = 0;  // points of the current font
  int quarter_turns_ = 0;
  bool is_slanted_ = false;
  bool font_is_known_ = false;
  bool fill_is_known_ = false;
  std::uint32_t fill_color_ = 0;
  std::vector<std::uint32_t> open_marks_;  // innermost last; no_index where a mark says nothing
  bool in_actual_text_ = false;
  std::u32string actual_text_;
  std::size_t actual_text_first_ = 0;  // first glyph that it replaces
  Box actual_text_drawn_;              // what else is drawn under it
  std::vector<bool> soft_masks_;       // open groups, from the first that only makes a mask
  bool too_large_ = false;
};

}  // namespace plumbline::pdf
