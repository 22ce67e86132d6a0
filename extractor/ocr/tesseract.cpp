// Reads a page's picture with Tesseract. A module (extractor/module.h).
#include "extractor/ocr/picture.h"
#include "extractor/ocr/recognize.h"

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <utility>

namespace plumbline {

namespace {

constexpr float sure_enough = 0.6f;        // below: perhaps the wrong language, or upside down
constexpr float least_confidence = 0.15f;  // below and without letters: dirt and lines taken for signs
constexpr int narrowest = 3;               // of text, points

// Tesseract writes to a file that it could not open, and crashes. Where a sandbox forbids writing, its messages go to
// stderr, which leads nowhere there.
void silence(tesseract::TessBaseAPI& engine) {
  constexpr const char* nowhere = "/dev/null";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(nowhere, "wb"), &std::fclose);
  if (file) engine.SetVariable("debug_file", nowhere);
}

// Workers run side by side: threads within one only take turns with the others, and a sandbox forbids them, at which
// libgomp ends the process. Tesseract asks for four whatever the number set, unless no region may be parallel.
void forbid_threads() {
  // Not linked with: whether Tesseract was built with it is Tesseract's matter.
  if (void* set = dlsym(RTLD_DEFAULT, "omp_set_max_active_levels")) reinterpret_cast<void (*)(int)>(set)(0);
}

struct Reading {
  std::vector<Word> words;
  float confidence = 0;
  std::string text;
};

bool has_letter_or_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
  });
}

// Row heights as Tesseract measures them waver with the letters in the row; most text of a page has one size.
void even_out_sizes(std::vector<Word>& words) {
  if (words.empty()) return;
  std::vector<float> sizes;
  for (const Word& word : words)
    sizes.push_back(word.size);
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
  const float middle = sizes[sizes.size() / 2];
  for (Word& word : words)
    if (word.size > middle * 0.75f && word.size < middle * 1.25f) word.size = middle;
}

// Tells of each word, but not too often.
class Steps {
 public:
  explicit Steps(const std::function<void()>& on_step) : on_step_(on_step) {
    monitor_.cancel = [](void* self, int) {
      static_cast<Steps*>(self)->take();
      return false;
    };
    monitor_.cancel_this = this;
  }
  void take() {
    const auto now = std::chrono::steady_clock::now();
    if (!on_step_ || now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    on_step_();
  }
  tesseract::ETEXT_DESC* monitor() { return &monitor_; }

 private:
  const std::function<void()>& on_step_;
  std::chrono::steady_clock::time_point last_;
  tesseract::ETEXT_DESC monitor_;
};

// Pieces of ruled lines are read as "|" and ":"; no sign of a text stands on such a line.
void drop_pieces_of_rules(PageContent& page) {
  std::erase_if(page.words, [&](const Word& word) {
    if (has_letter_or_digit(word.text)) return false;
    return std::any_of(page.rules.begin(), page.rules.end(), [&](const Rule& rule) {
      constexpr float near = 2;  // points
      const float x = (word.box.x0 + word.box.x1) / 2, y = (word.box.y0 + word.box.y1) / 2;
      return !rule.is_horizontal() && x > rule.box.x0 - near && x < rule.box.x1 + near && y > rule.box.y0 - near &&
             y < rule.box.y1 + near;
    });
  });
}

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

Reading read_words(tesseract::TessBaseAPI& engine, const Picture& picture, float scale, Steps& steps) {
  Reading reading;
  steps.take();
  engine.SetImage(picture.get());
  engine.SetSourceResolution(static_cast<int>(std::lround(72 / scale)));
  if (engine.Recognize(steps.monitor()) != 0) return reading;
  const std::unique_ptr<tesseract::ResultIterator> at(engine.GetIterator());
  double sum = 0, weight = 0;
  float line_size = 0;
  for (bool more = at != nullptr; more; more = at->Next(tesseract::RIL_WORD)) {
    if (at->Empty(tesseract::RIL_WORD)) continue;
    int x0, y0, x1, y1;
    if (at->IsAtBeginningOf(tesseract::RIL_TEXTLINE) && at->BoundingBox(tesseract::RIL_TEXTLINE, &x0, &y0, &x1, &y1)) {
      float height = 0, descenders = 0, ascenders = 0;
      at->RowAttributes(&height, &descenders, &ascenders);
      line_size = (height > 0 ? height : static_cast<float>(y1 - y0)) * scale;
    }
    if (!at->BoundingBox(tesseract::RIL_WORD, &x0, &y0, &x1, &y1)) continue;
    const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
    Word word;
    if (text) word.text = text.get();
    while (!word.text.empty() && (word.text.back() == ' ' || word.text.back() == '\n'))
      word.text.pop_back();
    word.confidence = std::clamp(at->Confidence(tesseract::RIL_WORD) / 100, 0.0f, 1.0f);
    word.box = {static_cast<float>(x0) * scale, static_cast<float>(y0) * scale, static_cast<float>(x1) * scale,
                static_cast<float>(y1) * scale};
    if (word.text.empty() || (word.confidence < least_confidence && !has_letter_or_digit(word.text))) continue;
    if (word.box.height() < narrowest && has_letter_or_digit(word.text)) continue;
    int bx0, by0, bx1, by1;
    word.baseline = word.box.y1;
    if (at->Baseline(tesseract::RIL_WORD, &bx0, &by0, &bx1, &by1))
      word.baseline = static_cast<float>(by0 + by1) / 2 * scale;
    word.size = line_size;
    mend_arabic_marks(word.text);
    sum += static_cast<double>(word.confidence) * static_cast<double>(word.text.size());
    weight += static_cast<double>(word.text.size());
    reading.text += word.text + " ";
    reading.words.push_back(std::move(word));
  }
  even_out_sizes(reading.words);
  reading.confidence = weight > 0 ? static_cast<float>(sum / weight) : 0;
  return reading;
}

class TesseractRecognizer : public Recognizer {
 public:
  TesseractRecognizer(std::string languages, std::string (*language_of)(std::string_view))
      : language_of_(language_of), asked_(std::move(languages)) {}

  const std::string& missing() override {
    look_up();
    return missing_;
  }
  const std::vector<std::string>& dropped() const override { return dropped_; }
  Recognized read(const Raster& page, const std::string& expected, const std::function<void()>& on_step) override;

 private:
  bool has(const std::string& name) const {
    return std::find(installed_.begin(), installed_.end(), name) != installed_.end();
  }
  void look_up();
  bool load(const std::string& languages);
  int quarter_turns_of(const Picture& picture, std::string& script);
  std::string first_guess(const std::string& expected, const std::string& script) const;

  std::string (*language_of_)(std::string_view text);
  std::string asked_;  // "" = detect
  std::vector<std::string> installed_, dropped_;
  std::string missing_;
  bool is_looked_up_ = false;
  std::string loaded_;
  tesseract::TessBaseAPI engine_;
};

// What is installed is known only once the engine was opened with something that is.
void TesseractRecognizer::look_up() {
  if (std::exchange(is_looked_up_, true)) return;
  forbid_threads();
  setMsgSeverity(L_SEVERITY_NONE);
  for (const char* probe : {"eng", "osd"}) {
    if (engine_.Init(nullptr, probe, tesseract::OEM_LSTM_ONLY) != 0) continue;
    engine_.GetAvailableLanguagesAsVector(&installed_);
    break;
  }
  if (installed_.empty() && !asked_.empty() && engine_.Init(nullptr, asked_.c_str(), tesseract::OEM_LSTM_ONLY) == 0) {
    engine_.GetAvailableLanguagesAsVector(&installed_);
  }
  std::string kept;
  for (std::size_t begin = 0; begin < asked_.size();) {
    const std::size_t end = std::min(asked_.find('+', begin), asked_.size());
    const std::string name = asked_.substr(begin, end - begin);
    if (has(name))
      kept += (kept.empty() ? "" : "+") + name;
    else
      dropped_.push_back(name);
    begin = end + 1;
  }
  asked_ = kept;
  const bool any =
      std::any_of(installed_.begin(), installed_.end(), [](const std::string& name) { return name != "osd"; });
  if (!any) missing_ = "Tesseract has no language data installed_";
}

bool TesseractRecognizer::load(const std::string& languages) {
  if (languages == loaded_) return true;
  loaded_.clear();
  if (engine_.Init(nullptr, languages.c_str(), tesseract::OEM_LSTM_ONLY) != 0) return false;
  silence(engine_);
  engine_.SetPageSegMode(tesseract::PSM_AUTO);
  loaded_ = languages;
  return true;
}

int TesseractRecognizer::quarter_turns_of(const Picture& picture, std::string& script) {
  if (!has("osd")) return 0;
  loaded_.clear();
  if (engine_.Init(nullptr, "osd", tesseract::OEM_DEFAULT) != 0) return 0;
  silence(engine_);
  engine_.SetPageSegMode(tesseract::PSM_OSD_ONLY);
  engine_.SetImage(picture.get());
  int degrees = 0;
  float sure = 0, script_sure = 0;
  const char* name = nullptr;
  if (!engine_.DetectOrientationScript(&degrees, &sure, &name, &script_sure)) return 0;
  if (name) script = name;
  return sure > 2 ? (degrees / 90) % 4 : 0;
}

std::string TesseractRecognizer::first_guess(const std::string& expected, const std::string& script) const {
  if (has(expected)) return expected;
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> of_script = {{{"Cyrillic", "rus"},
                                                                                              {"Arabic", "ara"},
                                                                                              {"Han", "chi_sim"},
                                                                                              {"Japanese", "jpn"},
                                                                                              {"Korean", "kor"},
                                                                                              {"Greek", "ell"}}};
  for (const auto& [known, name] : of_script)
    if (script == known && has(std::string(name))) return std::string(name);
  if (has("eng")) return "eng";
  const auto first =
      std::find_if(installed_.begin(), installed_.end(), [](const std::string& name) { return name != "osd"; });
  return first == installed_.end() ? "" : *first;
}

Recognized TesseractRecognizer::read(const Raster& page, const std::string& expected,
                                     const std::function<void()>& on_step) {
  Recognized result;
  Steps steps(on_step);
  const float scale = 72 / page.dots_per_inch;
  result.turned.width = static_cast<float>(page.width) * scale;
  result.turned.height = static_cast<float>(page.height) * scale;
  look_up();
  Picture picture = to_picture(page);
  if (!picture || !missing_.empty()) return result;
  result.ink = ink_of(picture);
  Picture upright = deskew(picture, result.turned.skew);
  result.content.rules = find_rules(upright, scale);
  const std::string first = asked_.empty() ? first_guess(expected, "") : asked_;
  Reading reading;
  std::string used = first;
  if (load(first)) reading = read_words(engine_, upright, scale, steps);
  const auto try_language = [&](const std::string& name) {
    if (name.empty() || name == used || !has(name) || !load(name)) return;
    Reading again = read_words(engine_, upright, scale, steps);
    if (again.confidence <= reading.confidence && !reading.words.empty()) return;
    reading = std::move(again);
    used = name;
  };
  if (reading.confidence < sure_enough && result.ink > 0) {  // turned, or another script
    std::string script;
    const int turns = quarter_turns_of(picture, script);
    if (turns != 0) {
      picture = turn(picture, turns);
      Turned other = result.turned;
      other.quarter_turns = turns;
      Picture turned = deskew(picture, other.skew);
      std::vector<Rule> rules = find_rules(turned, scale);
      if (load(used)) {
        Reading again = read_words(engine_, turned, scale, steps);
        if (again.confidence > reading.confidence) {
          reading = std::move(again);
          upright = std::move(turned);
          result.content.rules = std::move(rules);
          result.turned = other;
        }
      }
    }
    if (asked_.empty() && !script.empty()) try_language(first_guess("", script));
  }
  if (asked_.empty()) try_language(language_of_(reading.text));
  const bool sideways = result.turned.quarter_turns % 2 != 0;
  result.content.width = sideways ? result.turned.height : result.turned.width;
  result.content.height = sideways ? result.turned.width : result.turned.height;
  result.content.words = std::move(reading.words);
  drop_pieces_of_rules(result.content);
  result.content.has_drawing = true;
  result.confidence = reading.confidence;
  return result;
}

}  // namespace

}  // namespace plumbline

extern "C" void plumbline_make_recognizer(const std::string& languages, std::string (*language_of)(std::string_view),
                                          std::unique_ptr<plumbline::Recognizer>& made) {
  made = std::make_unique<plumbline::TesseractRecognizer>(languages, language_of);
}
