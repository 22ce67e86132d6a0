// What reads a page's picture, where it can be loaded.
#include "extractor/ocr/recognize.h"

#include "extractor/module.h"
#include "extractor/unicode/language.h"

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace plumbline {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> names = {
    {{"ar", "ara"}, {"de", "deu"}, {"en", "eng"},          {"es", "spa"},          {"fr", "fra"}, {"it", "ita"},
     {"pt", "por"}, {"ru", "rus"}, {"zh-Hans", "chi_sim"}, {"zh-Hant", "chi_tra"}, {"ja", "jpn"}, {"ko", "kor"},
     {"nl", "nld"}, {"pl", "pol"}, {"cs", "ces"},          {"tr", "tur"},          {"uk", "ukr"}, {"ka", "kat"},
     {"is", "isl"}, {"sv", "swe"}, {"fa", "fas"},          {"he", "heb"},          {"el", "ell"}, {"vi", "vie"}}};

}  // namespace

std::string tesseract_name(const std::string& tag) {
  for (const auto& [bcp47, name] : names)
    if (tag == bcp47) return std::string(name);
  return {};
}

Box Turned::back(const Box& upright) const {
  Box box = upright;
  if (skew != 0) {  // the box keeps its size and is moved to where its middle was
    const float angle = skew * 3.14159265f / 180;
    const float w = quarter_turns % 2 == 0 ? width : height, h = quarter_turns % 2 == 0 ? height : width;
    const float x = (box.x0 + box.x1) / 2 - w / 2, y = (box.y0 + box.y1) / 2 - h / 2;
    const float dx = x * std::cos(angle) + y * std::sin(angle) - x, dy = -x * std::sin(angle) + y * std::cos(angle) - y;
    box = {box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy};
  }
  switch (quarter_turns % 4) {
    case 1:
      return {box.y0, height - box.x1, box.y1, height - box.x0};
    case 2:
      return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
    case 3:
      return {width - box.y1, box.x0, width - box.y0, box.x1};
    default:
      return box;
  }
}

namespace {

class NoRecognizer : public Recognizer {
 public:
  explicit NoRecognizer(std::string missing) : missing_(std::move(missing)) {}
  const std::string& missing() override { return missing_; }
  const std::vector<std::string>& dropped() const override { return dropped_; }
  Recognized read(const Raster&, const std::string&, const std::function<void()>&) override { return {}; }

 private:
  std::string missing_;
  std::vector<std::string> dropped_;
};

std::string language_of(std::string_view text) {
  const LanguageGuess guess = guess_language(text);
  return guess.reliable ? tesseract_name(guess.tag) : "";
}

#ifdef PLUMBLINE_OCR
// Kept, since a process that cannot load it any more can still say why it could not before.
const Module& tesseract() {
  static const Module module("ocr");
  return module;
}
#endif

}  // namespace

void load_recognizer() {
#ifdef PLUMBLINE_OCR
  tesseract();
#endif
}

std::unique_ptr<Recognizer> make_recognizer(const std::string& languages) {
  std::unique_ptr<Recognizer> recognizer;
#ifdef PLUMBLINE_OCR
  if (const auto make = tesseract().function<MakeRecognizer>("plumbline_make_recognizer"))
    make(languages, language_of, recognizer);
  else
    recognizer = std::make_unique<NoRecognizer>("OCR cannot be loaded: " + tesseract().problem());
#else
  recognizer = std::make_unique<NoRecognizer>("this build of Plumbline has no OCR");
#endif
  return recognizer;
}

}  // namespace plumbline
