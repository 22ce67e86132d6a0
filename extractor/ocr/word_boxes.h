// Boxes of words as an OCR engine guesses them -> boxes as the words stand on the page.
#pragma once

#include "extractor/page_content.h"

#include <span>

namespace plumbline {

// How far a line's letters reach from their baseline, in points.
struct LineReach {
  float above = 0, below = 0;
};

// Where the engine does not know the outline of a character, it gives the whole height of the row, which reaches into
// its neighbours.
void keep_within_line(std::span<Word> words, LineReach reach);

// Or a width that covers a word beside it: of two neighbours in reading order, the one gives way that covers the other,
// or has the wider letters.
void part(Word& first, Word& second, bool right_to_left);

// Or loses a character. The words of one line, whose ink reaches from `x0` to `x1` without wider gaps than
// `widest_gap`: what is not covered belongs to the words beside it.
void spread(std::span<Word> words, float x0, float x1, float widest_gap);

// How high a word's line is on the page, in points; 0 = unknown.
struct LineHeight {
  float letter = 0;  // most of its high letters
  float above = 0;   // from its highest letter to its baseline
};

// Sizes that an engine guesses waver with the letters of a row and grow with the script. Heights on the page, one a
// word, say what size most text has, and how much larger or smaller a word is, of which the smaller difference counts.
// Boxes of words with a known height are made to reach from their line's ascenders to its descenders.
void settle_sizes(std::span<Word> words, std::span<const LineHeight> heights);

}  // namespace plumbline
