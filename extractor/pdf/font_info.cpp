// What a PDF font says of itself: name, weight, slope, ascent.
#include "extractor/pdf/font_info.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string>
#include <string_view>

namespace plumbline::pdf {
namespace {

bool has_any(std::string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// A Type 3 font's size says nothing until its matrix and a typical letter are looked at: an "m" is 0.6 em wide, any
// other letter 0.5 em (what Poppler's own text extraction takes).
double type3_scale(const GfxFont& font) {
  const auto& simple = static_cast<const Gfx8BitFont&>(font);
  double scale = 1;
  int any = -1, m = -1;
  for (int code = 0; code < 256; ++code) {
    const char* name = simple.getCharName(code);
    if (name == nullptr) continue;
    if (std::string_view(name) == "m") m = code;
    if (any < 0 && std::isalpha(static_cast<unsigned char>(name[0])) != 0 && name[1] == '\0') any = code;
  }
  const double m_width = m >= 0 ? simple.getWidth(static_cast<unsigned char>(m)) : 0;
  const double any_width = any >= 0 ? simple.getWidth(static_cast<unsigned char>(any)) : 0;
  if (m_width > 0) {
    scale = m_width / 0.6;
  } else if (any_width > 0) {
    scale = any_width / 0.5;
  }
  const double* matrix = font.getFontMatrix();
  if (matrix[0] != 0 && matrix[3] != 0) scale *= std::abs(matrix[3] / matrix[0]);
  return std::isfinite(scale) && scale > 0.001 && scale < 1000 ? scale : 1;
}

// Poppler takes the codes of such fonts for Unicode, which gives letters that nobody sees.
bool is_bare_identity(const GfxFont& font) {
  if (!font.isCIDFont() || font.hasToUnicodeCMap()) return false;
  const GooString* collection = static_cast<const GfxCIDFont&>(font).getCollection();
  return collection != nullptr && collection->toStr() == "Adobe-Identity";
}

}  // namespace

FontMetrics metrics_of(const FontHandle& font) {
  FontMetrics metrics;
  metrics.font = font;
  if (!font) return metrics;
  metrics.names_no_characters = is_bare_identity(*font);
  // Fonts lie: values outside what letters have are those of no letter.
  const double ascent = font->getAscent(), descent = font->getDescent();
  metrics.ascent = ascent >= 0.4 && ascent <= 1.05 ? ascent : 0.95;
  metrics.descent = descent <= 0 && descent >= -0.4 ? descent : -0.35;
  if (font->getType() == fontType3) {
    metrics.scale = type3_scale(*font);
    metrics.ascent = 0.75;
    metrics.descent = -0.25;
  }
  return metrics;
}

FontInfo font_info(const GfxFont& font) {
  static constexpr std::array<std::string_view, 5> bold_words = {"bold", "black", "heavy", "demi", "fett"};
  static constexpr std::array<std::string_view, 3> italic_words = {"italic", "oblique", "slanted"};
  FontInfo info;
  if (font.getName()) info.name = font.getNameWithoutSubsetTag();
  std::string lower = info.name;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  info.bold = font.isBold() || (font.getWeight() >= GfxFont::W600 && font.getWeight() <= GfxFont::W900) ||
              has_any(lower, bold_words);
  info.italic = font.isItalic() || has_any(lower, italic_words);
  return info;
}

}  // namespace plumbline::pdf
