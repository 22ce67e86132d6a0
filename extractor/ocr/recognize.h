// Reads a page's picture with Tesseract: words with boxes and confidences, ruled lines.
#pragma once

#include "extractor/document.h"
#include "extractor/ocr/raster.h"
#include "extractor/page_content.h"

#include <functional>
#include <memory>
#include <string>
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
  // `languages`: Tesseract's names joined by "+" ("eng+fra"), those not installed are dropped; empty = detect. Loads
  // nothing before the first page.
  explicit Recognizer(std::string languages);
  ~Recognizer();
  Recognizer(Recognizer&&) noexcept;
  Recognizer& operator=(Recognizer&&) noexcept;

  // Why it cannot read at all ("Plumbline was built without Tesseract", "no language data installed"); empty = it can.
  const std::string& missing();
  // Languages asked for that are not installed.
  const std::vector<std::string>& dropped() const;
  // `expected`: BCP 47, what the pages around are in; may be empty. `on_step`: called some times a second; may be
  // empty.
  Recognized read(const Raster& page, const std::string& expected, const std::function<void()>& on_step = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// "fr" -> "fra", "zh-Hans" -> "chi_sim"; empty where Tesseract has no such language.
std::string tesseract_name(const std::string& tag);

}  // namespace plumbline
