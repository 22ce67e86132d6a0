// Reads plain text.
#include "extractor/text/text.h"

#include "extractor/flow/flow.h"
#include "extractor/text/charset.h"
#include "extractor/text/lines.h"
#include "extractor/text/paragraphs.h"

namespace plumbline {

Document read_text(std::string_view bytes) {
  const DecodedText decoded = decode_text(bytes);
  TextLines lines = cut_lines(decoded.text);
  label_furniture(lines);
  Document document;
  lay_flow(document, group_lines(lines));
  document.has_pages = lines.pages > 1;
  document.source.media_type = "text/plain";
  if (decoded.guessed)
    document.warnings.push_back(
        {"encoding-guessed", no_index, "the text says no encoding and is no UTF-8; read as " + decoded.encoding});
  if (decoded.damaged)
    document.warnings.push_back(
        {"invalid-utf-8", no_index, "some bytes are no UTF-8 and stand as U+FFFD; expected plain text in UTF-8"});
  return document;
}

}  // namespace plumbline
