// Boxes of words as an OCR engine guesses them -> boxes as the words stand on the page.
#include "extractor/ocr/word_boxes.h"

#include "extractor/median.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace plumbline {

namespace {

constexpr float least_height = 2;  // points, that a word keeps
// Of a size.
constexpr float ascent = 0.8f, descent = 0.2f;
constexpr float high_letter = 0.72f, ideograph = 0.9f;

bool is_mostly_ideographic(std::span<const Word> words) {
  std::ptrdiff_t ideographs = 0, others = 0;
  for (const Word& word : words)
    for (const char byte : word.text) {
      const auto lead = static_cast<unsigned char>(byte);
      if (lead >= 0xE3 && lead <= 0xED)  // U+3000 to U+DFFF: Chinese, kana, Hangul
        ++ideographs;
      else if (lead < 0x80 || lead >= 0xC0)
        ++others;
    }
  return ideographs > others;
}

float nearer_to_one(float a, float b) {
  return std::abs(std::log(a)) < std::abs(std::log(b)) ? a : b;
}

float width_of_letter(const Word& word) {
  const auto letters =
      std::count_if(word.text.begin(), word.text.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
  return word.box.width() / static_cast<float>(std::max<std::ptrdiff_t>(letters, 1));
}

}  // namespace

void keep_within_line(std::span<Word> words, LineReach reach) {
  for (Word& word : words) {
    const float top = std::max(word.box.y0, word.baseline - reach.above);
    const float bottom = std::min(word.box.y1, word.baseline + reach.below);
    if (bottom - top > least_height) word.box.y0 = top, word.box.y1 = bottom;
  }
}

void part(Word& first, Word& second, bool right_to_left) {
  Word& left = right_to_left ? second : first;
  Word& right = right_to_left ? first : second;
  if (left.box.x1 <= right.box.x0) return;
  const bool covers_right = left.box.x1 >= right.box.x1, covers_left = right.box.x0 <= left.box.x0;
  if (covers_right && covers_left) return;
  if (covers_right || (!covers_left && width_of_letter(left) > width_of_letter(right)))
    left.box.x1 = right.box.x0;
  else
    right.box.x0 = left.box.x1;
}

void spread(std::span<Word> words, float x0, float x1, float widest_gap) {
  if (words.empty()) return;
  std::vector<Word*> across;
  for (Word& word : words)
    across.push_back(&word);
  std::sort(across.begin(), across.end(), [](const Word* a, const Word* b) { return a->box.x0 < b->box.x0; });
  across.front()->box.x0 = std::min(across.front()->box.x0, x0);
  across.back()->box.x1 = std::max(across.back()->box.x1, x1);
  for (std::size_t i = 0; i + 1 < across.size(); ++i) {
    Box &left = across[i]->box, &right = across[i + 1]->box;
    const float more = right.x0 - left.x1 - widest_gap;
    if (more > 0) left.x1 += more / 2, right.x0 -= more / 2;
  }
}

void settle_sizes(std::span<Word> words, std::span<const LineHeight> heights) {
  std::vector<float> letters, reaches;
  for (const LineHeight& height : heights)
    if (height.letter > 0) letters.push_back(height.letter), reaches.push_back(height.above);
  if (letters.empty()) return;
  const float letter = median(std::move(letters), 0.0f), reach = median(std::move(reaches), 0.0f);
  const bool is_ideographic = is_mostly_ideographic(words);
  const float size = reach / (is_ideographic ? ideograph : high_letter);
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = words[i];
    const bool is_measured = heights[i].letter > 0;
    if (is_measured && is_ideographic) word.baseline += reach - heights[i].above;  // digits end above other signs
    if (is_measured) word.size = size * nearer_to_one(heights[i].letter / letter, heights[i].above / reach);
    if (word.size > size * 0.75f && word.size < size * 1.3f) word.size = size;
    if (is_measured)
      word.box.y0 = word.baseline - ascent * word.size, word.box.y1 = word.baseline + descent * word.size;
  }
}

}  // namespace plumbline
