// Reads a page's picture: words with boxes and confidences, ruled lines.
#pragma once

#include "extractor/document.h"
#include "extractor/ocr/raster.h"
#include "extractor/page_content.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// How a page was turned before it was read. Words and rules stand on the upright page.
struct Turned {
  int quarter_turns = 0;               // clockwise turns that made it upright
  float skew = 0;                      // degrees, clockwise, taken out of it; below 0.2 nothing was done
  float width = 0, height = 0;         // points, of the page as it was
  Box back(const Box& upright) const;  // where it stands on the page as it was
};

struct Recognized {
  PageContent content;  // words, rules; sizes of the upright page
  Turned turned;
  float confidence = 0;  // of its words, by their length, 0..1
  float ink = 0;         // dark share of the page
};

class Recognizer {
 public:
  virtual ~Recognizer() = default;

  // Why it cannot read at all ("this build of Plumbline has no OCR", "Tesseract has no language data installed"); empty
  // = it can.
  virtual const std::string& missing() = 0;
  // Languages asked for that are not installed.
  virtual const std::vector<std::string>& dropped() const = 0;
  // `expected`: Tesseract's name of what the pages around are in; may be empty. `on_step`: called some times a second;
  // may be empty.
  virtual Recognized read(const Raster& page, const std::string& expected, const std::function<void()>& on_step) = 0;
};

// Tesseract's, which stands in a module (extractor/module.h). `languages`: its names joined by "+" ("eng+fra"), those
// not installed are dropped; empty = detect. Reads no data before the first page.
std::unique_ptr<Recognizer> make_recognizer(const std::string& languages);

// Loads the module, for a process that may not do so later.
void load_recognizer();

// What the module gives as plumbline_make_recognizer. `language_of`: Tesseract's name of the language of a text; empty
// = not sure.
using MakeRecognizer = void(const std::string& languages, std::string (*language_of)(std::string_view text),
                            std::unique_ptr<Recognizer>& made);

// "fr" -> "fra", "zh-Hans" -> "chi_sim"; empty where Tesseract has no such language.
std::string tesseract_name(const std::string& tag);

}  // namespace plumbline
