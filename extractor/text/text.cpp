// Reads plain UTF-8 text.
#include "extractor/text/text.h"

#include "extractor/unicode/normalize.h"

#include <utility>

namespace plumbline {

namespace {

void begin_page(Document& document) {
  Page page;
  page.first_line = static_cast<std::uint32_t>(document.lines.size());
  document.pages.push_back(page);
}

void begin_block(Document& document, float blank_lines) {
  Block block;
  block.first_line = static_cast<std::uint32_t>(document.lines.size());
  block.space_before = blank_lines;
  document.blocks.push_back(block);
}

std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find_first_of("\n\f");
  if (end == rest.npos) return std::exchange(rest, {});
  const auto line = rest.substr(0, end);
  rest.remove_prefix(rest[end] == '\n' ? end + 1 : end);  // a form feed stays, to begin the next page
  return line;
}

}  // namespace

Document read_text(std::string_view bytes) {
  Document document;
  begin_page(document);
  bool in_block = false;
  float blank_lines = 0;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    if (rest.front() == '\f') {
      rest.remove_prefix(1);
      begin_page(document);
      in_block = false;
      continue;
    }
    const std::string line = normalize_line(take_line(rest));
    if (line.empty()) {
      in_block = false;
      ++blank_lines;
      continue;
    }
    if (!in_block) begin_block(document, blank_lines);
    in_block = true;
    blank_lines = 0;
    add_line(document, line);
  }
  if (document.text.find("\xEF\xBF\xBD") != std::string::npos && bytes.find("\xEF\xBF\xBD") == bytes.npos)
    document.warnings.push_back({"invalid-utf-8", no_index,
                                 "some bytes are no UTF-8 and stand as U+FFFD; expected plain text in UTF-8"});
  return document;
}

}  // namespace plumbline
