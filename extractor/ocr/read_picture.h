// Pages whose text layer cannot be used: read as pictures, where that can be done and gives more.
#pragma once

#include "extractor/document.h"
#include "extractor/extract.h"
#include "extractor/ocr/recognize.h"
#include "extractor/ocr/text_quality.h"
#include "extractor/page_content.h"

#include <functional>
#include <memory>
#include <string>

namespace plumbline {

class PictureReader {
 public:
  // What Tesseract's models were trained for; above, time grows and accuracy does not.
  static constexpr float dots_per_inch = 300;

  explicit PictureReader(const ExtractOptions& options);

  // The page as a Document of one page: from its text layer where `quality` is good or OCR gives nothing better,
  // otherwise from its picture (Page::source = ocr). `draw` gives the picture. `around` is the text of the pages
  // before, which tells the language. Warnings, with page 0: "page-without-text" (nothing could be read, and why),
  // "garbled-text" (what stands there is not what is seen), "text-replaced" (OCR was taken instead of a text layer),
  // "picture-not-read", "ocr-language-missing".
  Document read(const PageContent& content, const TextQuality& quality, const std::function<Raster()>& draw,
                const std::string& around);

 private:
  Document read_natively(const PageContent& content, const TextQuality& quality, const std::string& why);
  bool is_better(const Recognized& recognized, const PageContent& content, TextVerdict verdict) const;

  const ExtractOptions options_;
  std::unique_ptr<Recognizer> recognizer_;  // loaded for the first page that needs it
  std::string language_;                    // of the last page that was read as a picture
  bool has_told_dropped_ = false;
};

}  // namespace plumbline
