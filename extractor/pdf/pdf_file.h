// Reads a PDF page by page: what is drawn on each page, before layout.
#pragma once

#include "extractor/document.h"
#include "extractor/ocr/raster.h"
#include "extractor/page_content.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct PdfOptions {
  // Without: fonts have no names and no weights (a rung of the ladder for files that crash on them).
  bool font_details = true;
  // Without: no links, form fields, bookmarks and tags.
  bool annotations = true;
  // A page that draws more characters breaks off there, with a warning.
  std::size_t most_glyphs = 2'000'000;
};

// What the file says of itself. UTF-8, untrusted; dates ISO 8601; empty = not known.
struct PdfMetadata {
  std::string title, author, created, modified;
};

// Only one thread may read PDFs at a time.
class PdfFile {
 public:
  // `bytes` must outlive the object. Throws Unreadable: "damaged", "encrypted".
  explicit PdfFile(std::string_view bytes, const PdfOptions& options = {});
  ~PdfFile();
  PdfFile(PdfFile&&) noexcept;
  PdfFile& operator=(PdfFile&&) noexcept;

  std::size_t page_count() const;
  PdfMetadata metadata() const;
  std::vector<Bookmark> bookmarks() const;

  // Throws Unreadable ("page-failed") when nothing can be had from the page; the others can still be read.
  PageContent page(std::size_t index);

  // The page as a reader sees it, in gray, text that nobody sees left out. Large pages are drawn with fewer dots.
  // Throws Unreadable ("page-failed").
  Raster draw(std::size_t index, float dots_per_inch);

  // What was wrong with the file until now and was overcome; they are handed over once.
  std::vector<Warning> take_warnings();
  // False once something of the file is known to be lost: cut off, a stream that cannot be decoded, pages missing.
  bool is_whole() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace plumbline
