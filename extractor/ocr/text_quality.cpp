// Is what a page's text layer says what a reader sees?
#include "extractor/ocr/text_quality.h"

#include "extractor/ocr/letter_pairs.h"
#include "extractor/unicode/language.h"
#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace plumbline {

namespace {

// One in ten: bullets and logos in symbol fonts stay below it on every honest page of the public reports.
constexpr double most_unnamed = 0.10;
constexpr double picture_fills_page = 0.5;
constexpr std::size_t few_letters = 100;

// By how many pairs there are to judge from: the fewer, the clearer it has to be (see letter_pairs.h).
struct Threshold {
  std::size_t pairs;
  double least;
};
constexpr std::array<Threshold, 3> thresholds = {{{100, 0.58}, {30, 0.45}, {8, 0.25}}};

using Pairs = std::vector<std::pair<char32_t, char32_t>>;  // sorted

Pairs unpack(std::u32string_view groups) {
  Pairs pairs;
  for (std::size_t i = 0; i < groups.size();) {
    const char32_t first = groups[i++];
    for (; i < groups.size() && groups[i] != U' '; ++i)
      pairs.emplace_back(first, groups[i]);
    ++i;
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

const Pairs* pairs_of(UScriptCode script) {
  static const Pairs latin = unpack(latin_pairs), cyrillic = unpack(cyrillic_pairs), arabic = unpack(arabic_pairs);
  switch (script) {
    case USCRIPT_LATIN:
      return &latin;
    case USCRIPT_CYRILLIC:
      return &cyrillic;
    case USCRIPT_ARABIC:
      return &arabic;
    default:
      return nullptr;
  }
}

UScriptCode script_of(char32_t c) {
  if (c < 0x80) return USCRIPT_LATIN;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool is_private(char32_t c) {
  return (c >= 0xE000 && c < 0xF900) || c >= 0xF0000;
}

// Symbol and Wingdings put their signs there; as bullets they are honest.
bool is_symbol_of_font(char32_t c) {
  return c >= 0xF020 && c < 0xF100;
}

struct Tally {
  std::size_t glyphs = 0;   // that are no blanks
  std::size_t unnamed = 0;  // of which nobody says what they are
  std::size_t letters = 0;
  std::u32string text;  // words as far as glyphs stand side by side
};

bool stands_beside(const Glyph& last, const Glyph& next) {
  const float em = std::max(last.size, 1.0f);
  return std::abs(last.baseline - next.baseline) < em * 0.3f &&
         (std::abs(next.box.x0 - last.box.x1) < em * 0.17f || std::abs(last.box.x0 - next.box.x1) < em * 0.17f);
}

bool is_blank(char32_t c) {
  return c < 0x80 ? c == U' ' || (c >= 9 && c <= 13) : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_unnamed(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return false;
  if (c == 0xFFFD || (is_private(c) && !is_symbol_of_font(c))) return true;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_UNASSIGNED || type == U_SURROGATE;
}

Tally count(const PageContent& page) {
  Tally tally;
  const Glyph* last = nullptr;
  for (const Glyph& glyph : page.glyphs) {
    if (last && !(glyph.quarter_turns == 0 ? stands_beside(*last, glyph) : true)) tally.text += U' ';
    last = &glyph;
    if (glyph.units == 0) {
      ++tally.glyphs, ++tally.unnamed;
      tally.text += U' ';
      continue;
    }
    const std::u32string_view units = std::u32string_view(page.units).substr(glyph.first_unit, glyph.units);
    tally.text += units;
    if (std::all_of(units.begin(), units.end(), is_blank)) continue;
    ++tally.glyphs;
    if (std::any_of(units.begin(), units.end(), is_unnamed)) ++tally.unnamed;
    if (std::any_of(units.begin(), units.end(), is_letter)) ++tally.letters;
  }
  return tally;
}

// The share of the page under pictures, overlaps counted once at most by the largest alone.
double picture_share(const PageContent& page) {
  const Box sheet{0, 0, page.width, page.height};
  double sum = 0;
  for (Box box : page.images) {
    box = {std::max(box.x0, sheet.x0), std::max(box.y0, sheet.y0), std::min(box.x1, sheet.x1),
           std::min(box.y1, sheet.y1)};
    if (!box.is_empty()) sum += static_cast<double>(box.width()) * static_cast<double>(box.height());
  }
  const double area = static_cast<double>(page.width) * static_cast<double>(page.height);
  return area > 0 ? std::min(1.0, sum / area) : 0;
}

struct PairCount {
  std::size_t all = 0, arabic = 0, often = 0, often_arabic = 0;
};

PairCount count_pairs(std::u32string_view text, bool backwards) {
  PairCount count;
  char32_t last = 0;
  UScriptCode last_script = USCRIPT_COMMON;
  for (char32_t c : text) {
    const UScriptCode script = is_letter(c) ? script_of(c) : USCRIPT_COMMON;
    if (const Pairs* known = pairs_of(script); known && last_script == script) {
      ++count.all;
      const bool often =
          std::binary_search(known->begin(), known->end(), backwards ? std::pair(c, last) : std::pair(last, c));
      count.arabic += script == USCRIPT_ARABIC;
      if (often) ++(script == USCRIPT_ARABIC ? count.often_arabic : count.often);
    }
    last = c;
    last_script = script;
  }
  return count;
}

bool makes_no_words(const Tally& tally) {
  std::size_t pairs = 0;
  const std::string folded = fold(to_utf8(tally.text));  // presentation forms of Arabic, ligatures, case
  const double plausibility = pair_plausibility(to_utf32(folded), pairs);
  for (const Threshold& threshold : thresholds) {
    if (pairs < threshold.pairs) continue;
    if (plausibility >= threshold.least) return false;
    // Languages whose pairs are not in the table are known to CLD2.
    return pairs < 30 || !guess_language(folded).reliable;
  }
  return false;
}

}  // namespace

double pair_plausibility(std::u32string_view text, std::size_t& pairs) {
  const PairCount ahead = count_pairs(text, false);
  const PairCount back = ahead.arabic > 0 ? count_pairs(text, true) : PairCount{};
  pairs = ahead.all;
  // Right-to-left text may be drawn in either direction.
  const std::size_t often = ahead.often + std::max(ahead.often_arabic, back.often_arabic);
  return pairs == 0 ? 1 : static_cast<double>(often) / static_cast<double>(pairs);
}

TextQuality judge_text(const PageContent& page) {
  const Tally tally = count(page);
  const double pictures = picture_share(page);
  if (tally.glyphs == 0) {
    if (page.images.empty() && !page.has_drawing) return {TextVerdict::blank, {}};
    return {TextVerdict::no_text, "it shows a picture or drawing and holds no text"};
  }
  if (static_cast<double>(tally.unnamed) > static_cast<double>(tally.glyphs) * most_unnamed)
    return {TextVerdict::garbled, "its fonts do not say which characters " + std::to_string(tally.unnamed) +
                                      " of its " + std::to_string(tally.glyphs) + " signs are"};
  if (makes_no_words(tally)) return {TextVerdict::garbled, "its text makes no words in any language"};
  if (pictures >= picture_fills_page && tally.letters < few_letters)
    return {TextVerdict::sparse, "a picture fills it, with hardly any text beside"};
  return {};
}

}  // namespace plumbline
