// Which language a text is in.
#pragma once

#include "extractor/document.h"

#include <string>
#include <string_view>

namespace plumbline {

struct LanguageGuess {
  std::string tag;  // BCP 47 ("en", "zh-Hans", "pt"); empty = not known
  bool reliable = false;
  double plausibility = 0;  // 1 = as likely as real text of that language; near 0 = gibberish
};

// `expected` (BCP 47, may be empty) is what the text around is in; it decides where a text is too short to tell.
// `text` must be valid UTF-8.
LanguageGuess guess_language(std::string_view text, std::string_view expected = {});

// Sets the language of the document (that of most of its letters) and of each block: its own where it holds enough
// letters to tell, otherwise that of the blocks around it in the same script. Furniture does not vote.
void detect_languages(Document& document);

}  // namespace plumbline
