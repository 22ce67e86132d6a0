// Which digits the glyphs of a font are, where the file's own word for it cannot be true.
// Includes Poppler; only for this folder's .cpp files.
#pragma once

#include "extractor/pdf/font_info.h"

#include <cstdint>
#include <map>
#include <optional>

namespace plumbline::pdf {

// Programs that shape Arabic digits write ToUnicode maps that call several glyphs by one digit ("2015" becomes "5192").
// The embedded font has a character map of its own, made by its makers.
class DigitNames {
 public:
  DigitNames() = default;  // says nothing
  // Says nothing but of composite TrueType fonts whose ToUnicode map names two glyphs by one digit.
  DigitNames(const GfxFont& font, XRef* file);

  // What the glyph is; empty where the file is to be believed. `unicode`: what the file says.
  std::optional<char32_t> name_of(CharCode code, const Unicode* unicode, int length) const;

 private:
  struct Name {
    Unicode said;  // by the ToUnicode map
    char32_t is;
  };
  std::map<CharCode, Name> names_;
};

}  // namespace plumbline::pdf
