// The words that Tesseract sees on a picture.
#pragma once

#include "extractor/ocr/picture.h"
#include "extractor/ocr/text_lines.h"
#include "extractor/page_content.h"

#include <tesseract/ocrclass.h>

#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tesseract {
class TessBaseAPI;
}

namespace plumbline {

struct Reading {
  std::vector<Word> words;  // boxes, baselines and sizes in points
  float confidence = 0;     // of the words, by their length, 0..1
  std::string text;         // a blank behind each word
};

// Tells of each word, but not too often.
class Steps {
 public:
  explicit Steps(const std::function<void()>& on_step);
  void take();
  tesseract::ETEXT_DESC* monitor() { return &monitor_; }

 private:
  const std::function<void()>& on_step_;
  std::chrono::steady_clock::time_point last_;
  tesseract::ETEXT_DESC monitor_;
};

// The words of `lines`, or of the whole picture, whose rows Tesseract looks for itself, where there are none. `scale`:
// points a pixel. `engine` has its language loaded.
Reading read_words(tesseract::TessBaseAPI& engine, const Picture& picture, float scale, std::span<const TextLine> lines,
                   Steps& steps);

bool has_letter_or_digit(std::string_view text);  // or any sign beyond ASCII

}  // namespace plumbline
