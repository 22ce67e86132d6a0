// Reads a PDF: its pages in order, laid out, then what only shows over all of them.
#include "extractor/pdf/pdf.h"

#include "extractor/layout/layout.h"
#include "extractor/ocr/read_picture.h"
#include "extractor/ocr/text_quality.h"
#include "extractor/pdf/pdf_file.h"

#include <utility>

namespace plumbline {

namespace {

Document page_that_failed(const Unreadable& error) {
  Document page;
  page.status = ReadStatus::partial;
  page.pages.emplace_back();
  page.pages.back().source = TextSource::none;
  page.warnings.push_back({error.code, 0, error.what()});
  return page;
}

// One page as a document of its own, with all that was wrong on it. `before` is the text of the pages before it.
Document read_page(PdfFile& file, std::size_t index, PictureReader& pictures, const std::string& before) {
  Document page;
  try {
    const PageContent content = file.page(index);
    const auto draw = [&] { return file.draw(index, PictureReader::dots_per_inch); };
    page = pictures.read(content, judge_text(content), draw, before);
  } catch (const Unreadable& error) {
    page = page_that_failed(error);
  }
  if (!file.is_whole()) page.status = ReadStatus::partial;  // told here, too, to who reads on from the next page
  for (Warning& warning : file.take_warnings()) {
    warning.page = 0;
    page.warnings.push_back(std::move(warning));
  }
  return page;
}

void add(Document& document, const Document& page) {
  append(document, page);
  if (page.status != ReadStatus::ok) document.status = page.status;
}

}  // namespace

Document read_pdf(std::string_view bytes, const ExtractOptions& options) {
  const PageByPage& pages = options.page_by_page;
  PdfFile file(bytes, {.font_details = options.font_details, .annotations = options.annotations});
  PictureReader pictures(options);
  Document document;
  document.warnings = file.take_warnings();
  if (pages.on_opened) pages.on_opened(file.page_count());
  for (const Document& page : pages.at_hand)
    add(document, page);
  for (std::size_t i = pages.at_hand.size(); i < file.page_count(); ++i) {
    const Document page = read_page(file, i, pictures, document.text);
    if (pages.on_page) pages.on_page(page);
    add(document, page);
  }
  if (!file.is_whole()) document.status = ReadStatus::partial;
  const PdfMetadata metadata = file.metadata();
  document.source.title = metadata.title;
  document.source.author = metadata.author;
  document.source.created = metadata.created;
  document.source.modified = metadata.modified;
  document.bookmarks = file.bookmarks();
  understand_layout(document);
  return document;
}

}  // namespace plumbline
