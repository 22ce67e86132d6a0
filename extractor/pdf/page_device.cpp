// What Poppler draws on a page -> PageContent.
#include "extractor/pdf/page_device.h"

#include "extractor/pdf/actual_text.h"
#include "extractor/pdf/font_info.h"
#include "extractor/pdf/path_boxes.h"
#include "extractor/pdf/text_string.h"

#include <poppler/Gfx.h>
#include <poppler/GfxState.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace plumbline::pdf {
namespace {

constexpr std::uint32_t nearly_white = 0xF8;
constexpr std::size_t deepest_marks = 10'000;

std::uint32_t packed(const GfxRGB& color) {
  return static_cast<std::uint32_t>(colToByte(color.r)) << 16 | static_cast<std::uint32_t>(colToByte(color.g)) << 8 |
         static_cast<std::uint32_t>(colToByte(color.b));
}

bool is_white(std::uint32_t color) {
  return (color >> 16) >= nearly_white && (color >> 8 & 0xFF) >= nearly_white && (color & 0xFF) >= nearly_white;
}

std::uint32_t stroke_color(const GfxState* state) {
  GfxRGB color{};
  state->getStrokeRGB(&color);
  return packed(color);
}

Box sorted_box(double xa, double ya, double xb, double yb) {
  return {static_cast<float>(std::min(xa, xb)), static_cast<float>(std::min(ya, yb)),
          static_cast<float>(std::max(xa, xb)), static_cast<float>(std::max(ya, yb))};
}

}  // namespace

void PageDevice::begin(PageContent& page) {
  page_ = &page;
  fonts_.clear();
  font_is_known_ = fill_is_known_ = false;
  open_marks_.clear();
  soft_masks_.clear();
  in_actual_text_ = false;
  too_large_ = false;
}

void PageDevice::finish() {
  if (in_actual_text_) endActualText(nullptr);
  fonts_.clear();
  page_ = nullptr;
  gfx_ = nullptr;
}

bool PageDevice::should_abort(void* device) {
  return static_cast<PageDevice*>(device)->too_large_;
}

void PageDevice::note_drawn(const Box& box) {
  if (box.is_empty()) return;
  page_->has_drawing = true;
  if (in_actual_text_) actual_text_drawn_.include(box);
}

// Poppler asks this before it decodes an image and before it fills with a pattern, and at no other place that
// draws. "No" spares both; where they would stand is known from the state at that moment.
bool PageDevice::needNonText() {
  if (page_ != nullptr && gfx_ != nullptr) {
    if (gfx_->getState()->isPath()) {
      note_drawn(add_filled_path(*page_, *gfx_->getState(), false));
    } else {
      add_image(gfx_->getState());
    }
  }
  return false;
}

void PageDevice::add_image(const GfxState* state) {
  const double* m = state->getCTM();
  Box box =
      sorted_box(m[4] + std::min(m[0], 0.0) + std::min(m[2], 0.0), m[5] + std::min(m[1], 0.0) + std::min(m[3], 0.0),
                 m[4] + std::max(m[0], 0.0) + std::max(m[2], 0.0), m[5] + std::max(m[1], 0.0) + std::max(m[3], 0.0));
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  state->getClipBBox(&x0, &y0, &x1, &y1);
  const Box clip = sorted_box(x0, y0, x1, y1);
  box = {std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1), std::min(box.y1, clip.y1)};
  if (box.is_empty() || !soft_masks_.empty()) return;
  constexpr std::size_t most_images = 10'000;
  if (page_->images.size() < most_images) page_->images.push_back(box);
  note_drawn(box);
}

void PageDevice::drawImageMask(GfxState* state, Object* reference, Stream* stream, int width, int height, bool invert,
                               bool interpolate, bool inline_image) {
  add_image(state);
  OutputDev::drawImageMask(state, reference, stream, width, height, invert, interpolate, inline_image);
}

void PageDevice::drawImage(GfxState* state, Object* reference, Stream* stream, int width, int height,
                           GfxImageColorMap* colors, bool interpolate, const int* mask_colors, bool inline_image) {
  add_image(state);
  OutputDev::drawImage(state, reference, stream, width, height, colors, interpolate, mask_colors, inline_image);
}

void PageDevice::stroke(GfxState* state) {
  if (soft_masks_.empty()) note_drawn(add_stroked_path(*page_, *state, is_white(stroke_color(state))));
}

void PageDevice::fill(GfxState* state) {
  if (soft_masks_.empty()) note_drawn(add_filled_path(*page_, *state, is_white(fill_color(state))));
}

std::uint32_t PageDevice::fill_color(GfxState* state) {
  if (!fill_is_known_) {
    GfxRGB color{};
    state->getFillRGB(&color);
    fill_color_ = packed(color);
    fill_is_known_ = true;
  }
  return fill_color_;
}

std::uint32_t PageDevice::glyph_color(GfxState* state) {
  return (state->getRender() & 3) == 1 ? stroke_color(state) : fill_color(state);
}

void PageDevice::use_font(GfxState* state) {
  font_is_known_ = true;
  const FontHandle& font = state->getFont();
  const auto known = std::find_if(fonts_.begin(), fonts_.end(), [&](const FontMetrics& f) { return f.font == font; });
  current_font_ = static_cast<std::size_t>(known - fonts_.begin());
  if (known == fonts_.end()) {
    FontMetrics metrics = metrics_of(font);
    metrics.index = static_cast<std::uint16_t>(std::min<std::size_t>(page_->fonts.size(), UINT16_MAX));
    if (page_->fonts.size() <= UINT16_MAX) {
      page_->fonts.push_back(options_.font_details && font ? font_info(*font) : FontInfo{});
    }
    fonts_.push_back(std::move(metrics));
  }
  digits_ = nullptr;
  if (options_.font_details && font && gfx_ != nullptr && font->isCIDFont()) {
    const auto [names, is_new] = digit_names_.try_emplace(*font->getID());
    if (is_new) names->second = DigitNames(*font, gfx_->getXRef());
    digits_ = &names->second;
  }
  size_ = std::abs(state->getTransformedFontSize()) * fonts_[current_font_].scale;
  double m11 = 0, m12 = 0, m21 = 0, m22 = 0;
  state->getFontTransMat(&m11, &m12, &m21, &m22);
  constexpr double slant_least = 0.18;  // tangent of ten degrees
  is_slanted_ = std::min(std::abs(m11), std::abs(m12)) > slant_least * std::max(std::abs(m11), std::abs(m12));
  if (std::abs(m11 * m22) > std::abs(m12 * m21)) {
    quarter_turns_ = m11 > 0 || m22 < 0 ? 0 : 2;
  } else {
    quarter_turns_ = m21 > 0 ? 1 : 3;
  }
}

namespace {

// TeX's bitmap fonts do not name their characters. Those of its encodings OT1 and T1 that stand where ASCII has its
// control characters are ligatures, quotes and dashes.
std::u32string_view tex_character(char32_t c) {
  static constexpr std::array<std::u32string_view, 32> names = {
      U"",  U"",  U"",  U"",  U"",  U"",  U"",  U"", U"", U"",  U"",  U"ff", U"fi", U"",   U"ffi", U"ffl",
      U"“", U"”", U"„", U"«", U"»", U"–", U"—", U"", U"", U"ı", U"ȷ", U"ff", U"fi", U"fl", U"ffi", U"ffl"};
  return c < names.size() ? names[c] : std::u32string_view{};
}

// What Poppler gives for one character, made valid: pairs of surrogates joined, single ones U+FFFD.
std::uint16_t add_units(std::u32string& units, const Unicode* u, int length) {
  const std::size_t before = units.size();
  for (int i = 0; i < length; ++i) {
    const char32_t c = u[i];
    const bool is_high = c >= 0xD800 && c < 0xDC00;
    if (is_high && i + 1 < length && u[i + 1] >= 0xDC00 && u[i + 1] < 0xE000) {
      units.push_back(0x10000 + ((c - 0xD800) << 10) + (u[++i] - 0xDC00));
    } else if ((c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) {
      units.push_back(0xFFFD);
    } else if (const std::u32string_view meant = tex_character(c); !meant.empty()) {
      units += meant;
    } else if (c != 0) {
      units.push_back(c);
    }
  }
  return static_cast<std::uint16_t>(units.size() - before);
}

// What char and word spacing add to an advance is white, not part of the character.
void take_off_spacing(const GfxState* state, CharCode code, int bytes, bool is_vertical, double& dx, double& dy) {
  double spacing = state->getCharSpace();
  if (bytes == 1 && code == 0x20) spacing += state->getWordSpace();
  if (spacing == 0) return;
  double sx = 0, sy = 0;
  if (is_vertical) {
    state->textTransformDelta(0, spacing, &sx, &sy);
  } else {
    state->textTransformDelta(spacing * state->getHorizScaling(), 0, &sx, &sy);
  }
  dx -= sx;
  dy -= sy;
}

}  // namespace

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                          CharCode code, int bytes, const Unicode* u, int u_length) {
  if (page_->glyphs.size() >= options_.most_glyphs) {
    too_large_ = true;
    return;
  }
  if (!font_is_known_) use_font(state);
  const FontMetrics& metrics = fonts_[current_font_];
  const bool is_vertical = metrics.font && metrics.font->getWMode() == 1;
  take_off_spacing(state, code, bytes, is_vertical, dx, dy);
  double px = 0, py = 0, w = 0, h = 0, ox = 0, oy = 0;
  state->transform(x, y, &px, &py);
  state->transformDelta(dx, dy, &w, &h);
  Glyph glyph;
  glyph.quarter_turns = static_cast<std::uint8_t>(quarter_turns_);
  const double up = metrics.ascent * size_, down = metrics.descent * size_;
  if (is_vertical) {
    state->transformDelta(origin_x, origin_y, &ox, &oy);
    glyph.quarter_turns = static_cast<std::uint8_t>((quarter_turns_ + 1) % 4);
    const bool runs_down = glyph.quarter_turns % 2 == 1;
    glyph.box =
        runs_down ? sorted_box(px - ox, py, px - ox + size_, py + h) : sorted_box(px, py - oy, px + w, py - oy - size_);
    glyph.baseline = static_cast<float>(runs_down ? px : py);
  } else if (quarter_turns_ % 2 == 0) {
    const double side = quarter_turns_ == 0 ? -1 : 1;
    glyph.box = sorted_box(px, py + side * up, px + w, py + side * down);
    glyph.baseline = static_cast<float>(py);
  } else {
    const double side = quarter_turns_ == 1 ? 1 : -1;
    glyph.box = sorted_box(px + side * down, py, px + side * up, py + h);
    glyph.baseline = static_cast<float>(px);
  }
  if (!std::isfinite(glyph.box.x0) || !std::isfinite(glyph.box.y0) || !std::isfinite(glyph.box.x1) ||
      !std::isfinite(glyph.box.y1)) {
    return;
  }
  glyph.size = static_cast<float>(size_);
  glyph.is_slanted = is_slanted_;
  glyph.first_unit = static_cast<std::uint32_t>(page_->units.size());
  Unicode digit = 0;
  if (const auto name = digits_ ? digits_->name_of(code, u, u_length) : std::nullopt) {
    digit = *name;
    u = &digit;
  }
  glyph.units = metrics.names_no_characters ? std::uint16_t{0} : add_units(page_->units, u, u_length);
  glyph.font = metrics.index;
  glyph.color = glyph_color(state);
  glyph.is_invisible = (state->getRender() & 3) == 3 || state->getFillOpacity() == 0 || !soft_masks_.empty();
  glyph.marked_content = open_marks_.empty() ? no_index : open_marks_.back();
  page_->has_drawing = page_->has_drawing || !glyph.is_invisible;
  page_->glyphs.push_back(glyph);
}

void PageDevice::beginMarkedContent(const char* name, Dict* properties) {
  std::uint32_t mark = open_marks_.empty() ? no_index : open_marks_.back();
  const std::string_view tag = name != nullptr ? name : "";
  int id = -1;
  if (properties != nullptr) {
    const Object mcid = properties->lookup("MCID");
    if (mcid.isInt()) id = mcid.getInt();
  }
  if (id >= 0 || tag == "Artifact") {
    mark = static_cast<std::uint32_t>(page_->marks.size());
    page_->marks.push_back({std::string(tag.substr(0, 64)), id});
  }
  if (open_marks_.size() < deepest_marks) open_marks_.push_back(mark);
}

// Marks named by a property list (/OC /MC0 BDC) are ended but never begun here, so a mark may end too early.
void PageDevice::endMarkedContent(GfxState*) {
  if (!open_marks_.empty()) open_marks_.pop_back();
}

void PageDevice::beginActualText(GfxState*, const GooString* text) {
  if (in_actual_text_) return;  // the outer one speaks for all of it
  in_actual_text_ = true;
  actual_text_ = text_string(text->toStr());
  actual_text_first_ = page_->glyphs.size();
  actual_text_drawn_ = {};
}

void PageDevice::endActualText(GfxState*) {
  if (!in_actual_text_) return;
  in_actual_text_ = false;
  apply_actual_text(*page_, actual_text_first_, actual_text_, actual_text_drawn_);
}

void PageDevice::beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool for_soft_mask) {
  if (for_soft_mask || !soft_masks_.empty()) soft_masks_.push_back(for_soft_mask);
}

void PageDevice::endTransparencyGroup(GfxState*) {
  if (!soft_masks_.empty()) soft_masks_.pop_back();
}

}  // namespace plumbline::pdf
