// The words that Tesseract sees on a picture.
#include "extractor/ocr/read_words.h"

#include "extractor/ocr/word_boxes.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace plumbline {

namespace {

constexpr float least_confidence = 0.15f;                // below and without letters: dirt and lines taken for signs
constexpr float sure_line = 0.85f;                       // above: no other way of reading it is tried
constexpr int narrowest = 3;                             // of text, points
constexpr float margin_beside = 3, margin_above = 1.5f;  // of a line, points

// Tesseract reads Arabic marks as the Latin ones that they mirror.
void mend_arabic_marks(std::string& text) {
  const auto is_arabic = [&](std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead >= 0xD8 && lead <= 0xDB;
  };
  for (std::size_t i = 2; i < text.size(); ++i) {
    const char* mark = text[i] == ',' ? "\u060C" : text[i] == ';' ? "\u061B" : text[i] == '?' ? "\u061F" : nullptr;
    if (mark && is_arabic(i - 2)) text.replace(i, 1, mark);
  }
}

struct LineReading {
  std::vector<Word> words;
  float confidence = 0;
  LineHeight height;  // unknown where there are several rows
};

class WordTaker {
 public:
  WordTaker(const tesseract::ResultIterator& at, float scale) : at_(at), scale_(scale) {}

  void take() {
    if (at_.IsAtBeginningOf(tesseract::RIL_TEXTLINE)) begin_row();
    Word word;
    if (!take_text(word) || !take_place(word)) return;
    mend_arabic_marks(word.text);
    const auto length = static_cast<float>(word.text.size());
    sum_ += word.confidence * length;
    weight_ += length;
    const bool runs_right = at_.WordDirection() == tesseract::DIR_LEFT_TO_RIGHT;
    if (words_.size() > row_begins_) part(words_.back(), word, !at_.ParagraphIsLtr() && !(runs_right && ran_right_));
    ran_right_ = runs_right;
    words_.push_back(std::move(word));
  }

  LineReading finish() {
    end_row();
    return {std::move(words_), weight_ > 0 ? sum_ / weight_ : 0, {}};
  }

 private:
  bool box_of(tesseract::PageIteratorLevel level, Box& box) const {
    int x0, y0, x1, y1;
    if (!at_.BoundingBox(level, &x0, &y0, &x1, &y1)) return false;
    box = {static_cast<float>(x0) * scale_, static_cast<float>(y0) * scale_, static_cast<float>(x1) * scale_,
           static_cast<float>(y1) * scale_};
    return true;
  }

  void begin_row() {
    end_row();
    Box box;
    if (!box_of(tesseract::RIL_TEXTLINE, box)) return;
    float height = 0, descenders = 0, ascenders = 0;
    at_.RowAttributes(&height, &descenders, &ascenders);
    size_ = height > 0 ? height * scale_ : box.height();
    reach_ = {(height + descenders) * scale_, -descenders * scale_};
  }

  void end_row() {
    const std::span words = std::span(words_).subspan(row_begins_);
    if (reach_.above > 0 && reach_.below >= 0) keep_within_line(words, reach_);
    row_begins_ = words_.size();
    reach_ = {};
  }

  bool take_text(Word& word) const {
    if (const std::unique_ptr<char[]> text(at_.GetUTF8Text(tesseract::RIL_WORD)); text) word.text = text.get();
    while (!word.text.empty() && (word.text.back() == ' ' || word.text.back() == '\n'))
      word.text.pop_back();
    word.confidence = std::clamp(at_.Confidence(tesseract::RIL_WORD) / 100, 0.0f, 1.0f);
    return !word.text.empty() && (word.confidence >= least_confidence || has_letter_or_digit(word.text));
  }

  bool take_place(Word& word) const {
    if (!box_of(tesseract::RIL_WORD, word.box)) return false;
    if (word.box.height() < narrowest && has_letter_or_digit(word.text)) return false;
    word.baseline = word.box.y1;
    int x0, y0, x1, y1;
    if (at_.Baseline(tesseract::RIL_WORD, &x0, &y0, &x1, &y1)) word.baseline = static_cast<float>(y0 + y1) / 2 * scale_;
    word.size = size_;
    return true;
  }

  const tesseract::ResultIterator& at_;
  const float scale_;
  std::vector<Word> words_;
  float sum_ = 0, weight_ = 0;  // confidences by length, lengths in bytes
  float size_ = 0;
  LineReach reach_;
  std::size_t row_begins_ = 0;
  bool ran_right_ = false;  // the last word
};

class LineReader {
 public:
  LineReader(tesseract::TessBaseAPI& engine, const Picture& picture, float scale, Steps& steps)
      : engine_(engine),
        steps_(steps),
        scale_(scale),
        width_(pixGetWidth(picture.get())),
        height_(pixGetHeight(picture.get())) {}

  LineReading read(const TextLine& line) {
    const int beside = to_pixels(margin_beside, scale_), above = to_pixels(margin_above, scale_);
    const int x = std::max(line.x - beside, 0), y = std::max(line.y - above, 0);
    engine_.SetRectangle(x, y, std::min(line.x + line.width + beside, width_) - x,
                         std::min(line.y + line.height + above, height_) - y);
    if (line.is_tall) return read_as(tesseract::PSM_SINGLE_BLOCK);
    LineReading best = read_as(tesseract::PSM_SINGLE_LINE);
    if (best.confidence < sure_line) {
      // Without looking for rows first, which takes dots for dirt.
      LineReading again = read_as(tesseract::PSM_RAW_LINE);
      if (again.confidence > best.confidence) best = std::move(again);
    }
    for (Word& word : best.words)
      word.baseline = static_cast<float>(line.baseline) * scale_;
    spread(best.words, static_cast<float>(line.x) * scale_, static_cast<float>(line.x + line.width) * scale_,
           0.5f * static_cast<float>(line.letter) * scale_);
    best.height = {static_cast<float>(line.letter) * scale_, static_cast<float>(line.baseline - line.y) * scale_};
    return best;
  }

  LineReading read_page() { return read_as(tesseract::PSM_AUTO); }

 private:
  LineReading read_as(tesseract::PageSegMode mode) {
    steps_.take();
    engine_.SetPageSegMode(mode);
    if (engine_.Recognize(steps_.monitor()) != 0) return {};
    const std::unique_ptr<tesseract::ResultIterator> at(engine_.GetIterator());
    if (!at) return {};
    WordTaker taker(*at, scale_);
    do {
      if (!at->Empty(tesseract::RIL_WORD)) taker.take();
    } while (at->Next(tesseract::RIL_WORD));
    return taker.finish();
  }

  tesseract::TessBaseAPI& engine_;
  Steps& steps_;
  const float scale_;
  const int width_, height_;  // pixels
};

}  // namespace

bool has_letter_or_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
  });
}

Steps::Steps(const std::function<void()>& on_step) : on_step_(on_step) {
  monitor_.cancel = [](void* self, int) {
    static_cast<Steps*>(self)->take();
    return false;
  };
  monitor_.cancel_this = this;
}

void Steps::take() {
  const auto now = std::chrono::steady_clock::now();
  if (!on_step_ || now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  on_step_();
}

Reading read_words(tesseract::TessBaseAPI& engine, const Picture& picture, float scale, std::span<const TextLine> lines,
                   Steps& steps) {
  engine.SetImage(picture.get());
  engine.SetSourceResolution(static_cast<int>(std::lround(72 / scale)));
  LineReader reader(engine, picture, scale, steps);
  Reading reading;
  std::vector<LineHeight> heights;
  double sum = 0, weight = 0;
  const auto take = [&](LineReading line) {
    for (Word& word : line.words) {
      const auto length = static_cast<double>(word.text.size());
      sum += static_cast<double>(word.confidence) * length;
      weight += length;
      reading.text += word.text + " ";
      heights.push_back(line.height);
      reading.words.push_back(std::move(word));
    }
  };
  for (const TextLine& line : lines)
    take(reader.read(line));
  if (lines.empty()) take(reader.read_page());
  settle_sizes(reading.words, heights);
  reading.confidence = weight > 0 ? static_cast<float>(sum / weight) : 0;
  return reading;
}

}  // namespace plumbline
