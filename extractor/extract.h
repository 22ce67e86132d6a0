// bytes -> Document: the first half of the pipeline.
#pragma once

#include "extractor/document.h"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace plumbline {

// This file cannot be read on. `code` is of the closed list in docs/warnings.md ("damaged", "encrypted",
// "not-a-document", "empty", …); what() says what was found and what was expected, for a person.
struct Unreadable : std::runtime_error {
  Unreadable(std::string code_, const std::string& message) : std::runtime_error(message), code(std::move(code_)) {}
  std::string code;
};

// Which side of tracked changes is read: insertions in and deletions out, or the other way.
enum class Tracked : std::uint8_t { accepted, original };

struct ExtractOptions {
  Tracked tracked = Tracked::accepted;
  bool ocr = true;            // reads pages without usable text where Tesseract is there
  std::string ocr_languages;  // Tesseract's names joined by "+" ("eng+fra"); empty = as the document suggests
};

// Reads the bytes of a submission. `name` is the file's name, for messages only: a file is what its bytes say.
// Throws Unreadable.
Document extract(std::string_view bytes, std::string_view name, const ExtractOptions& options = {});

}  // namespace plumbline
