// Pages whose text layer cannot be used: read as pictures.
#include "extractor/ocr/read_picture.h"

#include "extractor/layout/layout.h"
#include "extractor/unicode/language.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <utility>

namespace plumbline {

namespace {

constexpr float blank_ink = 0.0003f;      // dust on an A4 page
constexpr float least_confidence = 0.4f;  // of a page whose words replace a text layer
constexpr std::size_t bytes_that_tell_language = 20000;

std::size_t characters_of(const Recognized& recognized) {
  std::size_t count = 0;
  for (const Word& word : recognized.content.words)
    count += code_points(word.text);
  return count;
}

void warn(Document& page, std::string code, std::string message) {
  page.warnings.push_back({std::move(code), 0, std::move(message)});
}

void put_back(Document& page, const Turned& turned) {
  for (Page& sheet : page.pages) {
    sheet.width = turned.width, sheet.height = turned.height;
    sheet.quarter_turns = static_cast<std::uint8_t>((4 - turned.quarter_turns % 4) % 4);
  }
  if (turned.quarter_turns == 0 && turned.skew == 0) return;
  for (Line& line : page.lines)
    line.box = turned.back(line.box);
  for (Cell& cell : page.cells)
    cell.box = turned.back(cell.box);
}

}  // namespace

PictureReader::PictureReader(const ExtractOptions& options) : options_(options) {}

Document PictureReader::read_natively(const PageContent& content, const TextQuality& quality, const std::string& why) {
  Document page = lay_out(content);
  if (quality.verdict == TextVerdict::good || quality.verdict == TextVerdict::blank) return page;
  const bool has_text =
      std::any_of(page.lines.begin(), page.lines.end(), [](const Line& line) { return line.role != LineRole::hidden; });
  if (quality.verdict == TextVerdict::no_text || !has_text) {
    for (Page& sheet : page.pages)
      sheet.source = TextSource::none, sheet.is_blank = false;
    page.status = ReadStatus::partial;
    warn(page, "page-without-text", "nothing could be read from this page: " + quality.reason + "; " + why);
  } else if (quality.verdict == TextVerdict::garbled) {
    page.status = ReadStatus::partial;
    warn(page, "garbled-text", "this page's text is not what it shows: " + quality.reason + "; " + why);
  } else {
    warn(page, "picture-not-read", "this page is " + std::string("mostly a picture, which was not read: ") + why);
  }
  return page;
}

bool PictureReader::is_better(const Recognized& recognized, const PageContent& content, TextVerdict verdict) const {
  const std::size_t read = characters_of(recognized);
  switch (verdict) {
    case TextVerdict::no_text:
      return read > 0;
    case TextVerdict::sparse:
      return recognized.confidence >= least_confidence && read > content.glyphs.size() * 6 / 5 + 20;
    case TextVerdict::garbled:
      return recognized.confidence >= least_confidence && read * 3 > content.glyphs.size();
    default:
      return false;
  }
}

Document PictureReader::read(const PageContent& content, const TextQuality& quality,
                             const std::function<Raster()>& draw, const std::string& around) {
  if (quality.verdict == TextVerdict::good || quality.verdict == TextVerdict::blank) return lay_out(content);
  if (!options_.ocr) return read_natively(content, quality, "OCR is turned off");
  if (options_.before_ocr) options_.before_ocr();
  if (!recognizer_) recognizer_ = make_recognizer(options_.ocr_languages);
  if (!recognizer_->missing().empty()) return read_natively(content, quality, recognizer_->missing());
  Raster raster;
  try {
    raster = draw();
  } catch (const Unreadable& error) {
    return read_natively(content, quality, error.what());
  }
  if (language_.empty()) language_ = guess_language(std::string_view(around).substr(0, bytes_that_tell_language)).tag;
  Recognized recognized = recognizer_->read(raster, tesseract_name(language_), options_.page_by_page.on_step);
  if (!is_better(recognized, content, quality.verdict)) {
    if (quality.verdict == TextVerdict::no_text && recognized.ink < blank_ink) {
      Document blank = lay_out(content);
      for (Page& sheet : blank.pages)
        sheet.is_blank = true;
      return blank;
    }
    if (quality.verdict == TextVerdict::sparse) return lay_out(content);
    return read_natively(content, quality, "OCR recognised nothing on it");
  }
  if (recognized.turned.quarter_turns == 0) recognized.content.links = content.links;
  Document page = lay_out(recognized.content);
  for (Page& sheet : page.pages)
    sheet.source = TextSource::ocr;
  put_back(page, recognized.turned);
  if (const LanguageGuess guess = guess_language(page.text); guess.reliable) language_ = guess.tag;
  if (quality.verdict == TextVerdict::garbled)
    warn(page, "text-replaced",
         "this page's own text is not what it shows: " + quality.reason + "; read by OCR instead");
  if (!recognizer_->dropped().empty() && !std::exchange(has_told_dropped_, true)) {
    std::string names;
    for (const std::string& name : recognizer_->dropped())
      names += (names.empty() ? "" : ", ") + name;
    warn(page, "ocr-language-missing", "Tesseract has no data for these languages: " + names);
  }
  return page;
}

}  // namespace plumbline
