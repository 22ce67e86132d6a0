// Paragraphs, lists, tables and notes in document order, without places: what plain text, DOCX and ODT give
// before it becomes a Document.
#pragma once

#include "extractor/document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// Stand around the mark of a note in a paragraph's raw text: noncharacters, which no text may hold (Unicode 23.7).
inline constexpr std::string_view note_mark_begin = "\xEF\xB7\x90";  // U+FDD0
inline constexpr std::string_view note_mark_end = "\xEF\xB7\x91";    // U+FDD1

struct FlowParagraph {
  std::vector<std::string> lines;   // raw: normalised when laid; those left empty are dropped
  std::string marker;               // to print before the first line ("•", "2.1", "(a)"); empty = none
  std::uint32_t marker_length = 0;  // bytes of a marker that the first line holds already
  BlockKind kind = BlockKind::paragraph;
  LineRole role = LineRole::body;
  std::uint8_t level = 0;
  bool continues = false;
  float space_before = 0;
  Style style;
  std::vector<std::uint32_t> notes;  // into FlowDocument::notes, one for each pair of note marks in `lines`
};

struct FlowItem;

struct FlowCell {
  std::uint16_t column = 0, column_span = 1;
  bool continues = false;  // merged with the cell above
  std::vector<FlowItem> items;
};

struct FlowRow {
  bool is_header = false;
  std::vector<FlowCell> cells;
};

struct FlowTable {
  std::uint16_t columns = 0;
  bool is_ruled = false;
  bool continues = false;
  std::vector<FlowRow> rows;
};

// A table where it has rows, otherwise a paragraph.
struct FlowItem {
  FlowParagraph paragraph;
  FlowTable table;
  std::uint32_t page_breaks = 0;  // before it; only outside tables
};

struct FlowDocument {
  std::vector<FlowItem> items;
  std::vector<std::vector<FlowParagraph>> notes;  // footnotes and endnotes
};

// Adds pages, lines, blocks and tables to `document`; the notes stand behind everything else. Rows of one table and
// blocks of one cell are contiguous, also around nested tables, whose rows come behind those of the outer table.
void lay_flow(Document& document, const FlowDocument& flow);

}  // namespace plumbline
