// bytes -> Document: the first half of the pipeline.
#pragma once

#include "extractor/document.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// This file cannot be read on. `code` is of the closed list in docs/warnings.md ("damaged", "encrypted",
// "not-a-document", "empty", …); what() says what was found and what was expected, for a person.
struct Unreadable : std::runtime_error {
  Unreadable(std::string code_, const std::string& message) : std::runtime_error(message), code(std::move(code_)) {}
  std::string code;
};

// Which side of tracked changes is read: insertions in and deletions out, or the other way.
enum class Tracked : std::uint8_t { accepted, original };

// For a caller that must keep what was read when the reader ends the process. Only PDFs are read page by page.
struct PageByPage {
  std::vector<Document> at_hand;  // stand for the first pages of the file, which are not read again
  std::function<void(std::size_t pages)> on_opened;
  std::function<void(const Document& page)> on_page;  // each as it was read, in order, before the passes over all
  std::function<void()> on_step;  // some times a second while the picture of a page is read, which takes seconds
};

struct ExtractOptions {
  std::string sha256;  // of the bytes, where the caller knows it; empty = it is computed
  Tracked tracked = Tracked::accepted;
  bool ocr = true;  // reads pages without usable text where Tesseract is there
  // Called before a page is read as a picture, by what is loaded for it. May throw, to have that done elsewhere.
  std::function<void()> before_ocr;
  std::string ocr_languages;  // Tesseract's names joined by "+" ("eng+fra"); empty = as the document suggests
  // For .doc and .rtf: what `convert_to_odt` made of the file. Empty = LibreOffice is run here, where
  // `may_run_programs`.
  std::string converted;
  bool may_run_programs = true;
  // Off for files on which the reader crashes there.
  bool font_details = true, annotations = true;
  PageByPage page_by_page;
};

// Reads the bytes of a submission. `name` is the file's name, for messages only: a file is what its bytes say.
// Throws Unreadable.
Document extract(std::string_view bytes, std::string_view name, const ExtractOptions& options = {});

// A document of pages that were read before, where the file itself cannot be read on: no byte of it is looked at.
// What is missing is to be told by the caller: the status is `partial`.
Document assemble(const std::vector<Document>& pages, std::string_view name);

}  // namespace plumbline
