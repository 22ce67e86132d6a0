// Reads a PDF: its pages in order, laid out, then what only shows over all of them.
#include "extractor/pdf/pdf.h"

#include "extractor/layout/layout.h"
#include "extractor/pdf/pdf_file.h"

#include <utility>

namespace plumbline {

namespace {

void add_page_that_failed(Document& document, const Unreadable& error) {
  Page page;
  page.first_line = static_cast<std::uint32_t>(document.lines.size());
  page.source = TextSource::none;
  document.warnings.push_back({error.code, static_cast<std::uint32_t>(document.pages.size()), error.what()});
  document.pages.push_back(page);
  document.status = ReadStatus::partial;
}

}  // namespace

Document read_pdf(std::string_view bytes, const ExtractOptions&) {
  PdfFile file(bytes);
  Document document;
  for (std::size_t i = 0; i < file.page_count(); ++i) {
    try {
      append(document, lay_out(file.page(i)));
    } catch (const Unreadable& error) {
      add_page_that_failed(document, error);
    }
  }
  for (Warning& warning : file.take_warnings())
    document.warnings.push_back(std::move(warning));
  if (!file.is_whole()) document.status = ReadStatus::partial;
  const PdfMetadata metadata = file.metadata();
  document.source.title = metadata.title;
  document.source.author = metadata.author;
  document.source.created = metadata.created;
  document.source.modified = metadata.modified;
  understand_layout(document);
  return document;
}

}  // namespace plumbline
