// Is what a page's text layer says what a reader sees?
#pragma once

#include "extractor/page_content.h"

#include <string>
#include <string_view>

namespace plumbline {

enum class TextVerdict {
  good,
  blank,    // nothing is drawn, or only rules and fills
  no_text,  // pictures or drawings, and no letters
  sparse,   // pictures over most of the page, and few letters beside them
  garbled,  // letters that make no words in any language, or that the fonts do not name
};

struct TextQuality {
  TextVerdict verdict = TextVerdict::good;
  std::string reason;  // for a person; empty where good or blank
};

// Never calls honest text of any language that CLD2 knows garbled; a few words that are hard to tell are good.
TextQuality judge_text(const PageContent& page);

// The share of letter pairs that words are often made of, 0..1; 1 where there are too few pairs or none of a script
// that is known. `pairs` says of how many. `text` must be folded.
double pair_plausibility(std::u32string_view text, std::size_t& pairs);

}  // namespace plumbline
