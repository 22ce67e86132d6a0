// Reads a page's picture with Tesseract. A module (extractor/module.h).
#include "extractor/ocr/picture.h"
#include "extractor/ocr/read_words.h"
#include "extractor/ocr/recognize.h"
#include "extractor/ocr/text_lines.h"

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace plumbline {

namespace {

constexpr float sure_enough = 0.6f;  // below: perhaps the wrong language, or upside down
constexpr std::ptrdiff_t sample_lines = 8;

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

// A page as it may stand: upright, straight, its lines found but not read.
struct Sheet {
  Turned turned;
  Picture picture;
  std::vector<Rule> rules;
  std::vector<TextLine> lines;
  std::vector<TextLine> sample;  // the longest of them, which tell language and orientation
};

Sheet to_sheet(const Picture& picture, Turned turned, float scale) {
  Sheet sheet;
  sheet.picture = deskew(picture, turned.skew);
  sheet.turned = turned;
  sheet.rules = take_rules(sheet.picture, scale);
  sheet.lines = find_text_lines(sheet.picture, sheet.rules, scale);
  sheet.sample = sheet.lines;
  if (std::ssize(sheet.sample) > sample_lines) {
    std::nth_element(sheet.sample.begin(), sheet.sample.begin() + sample_lines, sheet.sample.end(),
                     [](const TextLine& a, const TextLine& b) { return a.width > b.width; });
    sheet.sample.resize(sample_lines);
  }
  return sheet;
}

Recognized TesseractRecognizer::read(const Raster& page, const std::string& expected,
                                     const std::function<void()>& on_step) {
  Recognized result;
  Steps steps(on_step);
  const float scale = 72 / page.dots_per_inch;
  result.turned.width = static_cast<float>(page.width) * scale;
  result.turned.height = static_cast<float>(page.height) * scale;
  look_up();
  const Picture picture = to_picture(page);
  if (!picture || !missing_.empty()) return result;
  result.ink = ink_of(picture);
  Sheet sheet = to_sheet(picture, result.turned, scale);
  std::string language = asked_.empty() ? first_guess(expected, "") : asked_;
  Reading reading;
  if (load(language)) reading = read_words(engine_, sheet.picture, scale, sheet.sample, steps);
  const auto try_language = [&](const std::string& name) {
    if (name.empty() || name == language || !has(name) || !load(name)) return;
    Reading again = read_words(engine_, sheet.picture, scale, sheet.sample, steps);
    if (again.confidence <= reading.confidence && !reading.words.empty()) return;
    reading = std::move(again);
    language = name;
  };
  if (reading.confidence < sure_enough && result.ink > 0) {  // turned, or another script
    std::string script;
    Turned other = result.turned;
    other.quarter_turns = quarter_turns_of(picture, script);
    if (other.quarter_turns != 0 && load(language)) {
      Sheet turned = to_sheet(turn(picture, other.quarter_turns), other, scale);
      Reading again = read_words(engine_, turned.picture, scale, turned.sample, steps);
      if (again.confidence > reading.confidence) reading = std::move(again), sheet = std::move(turned);
    }
    if (asked_.empty() && !script.empty()) try_language(first_guess("", script));
  }
  if (asked_.empty()) try_language(language_of_(reading.text));
  if (sheet.sample.size() < sheet.lines.size() && load(language))
    reading = read_words(engine_, sheet.picture, scale, sheet.lines, steps);
  result.turned = sheet.turned;
  const bool sideways = result.turned.quarter_turns % 2 != 0;
  result.content.width = sideways ? result.turned.height : result.turned.width;
  result.content.height = sideways ? result.turned.width : result.turned.height;
  result.content.rules = std::move(sheet.rules);
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
