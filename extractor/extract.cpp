// bytes -> Document. This function is the table of contents of the extractor.
#include "extractor/extract.h"

#include "extractor/text/text.h"
#include "extractor/unicode/language.h"

namespace plumbline {

Document extract(std::string_view bytes, std::string_view name, const ExtractOptions&) {
  if (bytes.empty()) throw Unreadable("empty", "the file is empty; expected a PDF or UTF-8 text");
  Document document = read_text(bytes);
  document.source.name = name;
  document.source.bytes = bytes.size();
  detect_languages(document);
  return document;
}

}  // namespace plumbline
