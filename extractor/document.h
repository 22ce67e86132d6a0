// What a submission says and where it says it: the one shape that every reader gives.
//
// Flat vectors in reading order, linked by index and never by pointer. Every line of every page stays, with a role;
// none is deleted. Readers append pages (`append`), each page being a small Document of its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

inline constexpr std::uint32_t no_index = UINT32_MAX;

// Points (1/72 in), origin at the top left of the page as a reader sees it: /Rotate and CropBox applied.
struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  float width() const { return x1 - x0; }
  float height() const { return y1 - y0; }
  bool is_empty() const { return x1 <= x0 || y1 <= y0; }
  void include(const Box& other);  // grows to hold `other`; an empty box becomes `other`
  friend bool operator==(const Box&, const Box&) = default;
};

// Bytes [start, start + length) of Document::text, on code point boundaries. (Outputs count code points.)
struct Span {
  std::uint32_t start = 0, length = 0;
  std::uint32_t end() const { return start + length; }
  friend bool operator==(const Span&, const Span&) = default;
};

enum class LineRole : std::uint8_t {
  unassigned,    // nothing claims it yet; after segmenting: listed as unassigned in the coverage
  body,          // text of a node, or text that layout takes for running text
  heading,       // a heading of the template, a group or the document
  label,         // a label of the template ("Operational Goal:")
  list_item,     // text of a node that is an item of a list
  running_head,  // repeats at the head or foot of pages, or is stamped over them ("DRAFT")
  page_number,
  footnote,
  stray_address,  // what a link annotation leaves at a page's foot
  hidden,         // drawn, but not to be seen: invisible, doubled (shadow), outside the page
};
std::string_view name_of(LineRole role);
// Running heads, page numbers, footnotes, stray addresses, hidden text: never part of a node's text.
bool is_furniture(LineRole role);

// What a tagged PDF says of a line: evidence, never an order. Where geometry is sure, it wins.
enum class TagKind : std::uint8_t { none, text, heading };  // artifacts are not kept: titles are called so
struct Tag {
  TagKind kind = TagKind::none;
  std::uint32_t element = no_index;  // paragraph, heading or item of the file's structure; one number in the whole file
  friend bool operator==(const Tag&, const Tag&) = default;
};

struct Style {
  float size = 0;  // points; 0 = not known
  bool bold = false, italic = false;
  std::uint32_t color = 0;  // 0xRRGGBB
};

// One line as it stands on its page: NFC, blanks collapsed to one space, none at its ends.
struct Line {
  Span span;
  std::uint32_t page = 0;  // index into pages
  std::uint32_t block = no_index;
  Box box;
  LineRole role = LineRole::unassigned;
  Style style;
  Tag tag;
  float confidence = 1;  // of OCR, 0..1; 1 for native text
};

enum class BlockKind : std::uint8_t { paragraph, heading, list_item, footnote, furniture };

// A paragraph, heading, list item: lines that belong together. One that goes on over a page or column break
// is two blocks, the second of which `continues`.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t first_line = 0, line_count = 0;
  std::uint32_t cell = no_index;    // the cell of a table that holds it
  std::uint32_t marker_length = 0;  // bytes of the list marker at the start of its first line ("•", "1.", "(a)")
  std::uint8_t level = 0;           // of a heading or a nested list, from 1; 0 = not known
  bool continues = false;           // goes on with the text of the previous block of the same column or cell
  float space_before = 0;           // points of white above it, within its column
  std::string language;             // BCP 47; empty = not known
};

// A form with a label column is a table of two columns; so is a list of planned actions with its header row.
struct Cell {
  std::uint32_t row = 0;  // index into rows
  std::uint16_t column = 0, column_span = 1;
  std::uint32_t first_block = 0, block_count = 0;  // block_count 0: an empty cell
  Box box;
  bool continues = false;  // merged with the cell above it, whose text holds for this row too
};

struct Row {
  std::uint32_t table = 0;
  std::uint32_t first_cell = 0, cell_count = 0;
  bool is_header = false;  // names the columns; repeated headers on later pages are headers too
  bool continues = false;  // goes on with the last row of the table part on the page before
};

struct Table {
  std::uint32_t first_row = 0, row_count = 0;
  std::uint16_t columns = 0;
  bool is_ruled = false;  // drawn with lines or fills, not only aligned
  // The table before it (on the previous page or in the previous column) that it goes on with.
  std::uint32_t continued = no_index;
  bool continues() const { return continued != no_index; }
};

enum class TextSource : std::uint8_t { native, ocr, none };

struct Page {
  float width = 0, height = 0;  // points, as seen; 0 where the format has no pages
  std::uint32_t first_line = 0, line_count = 0;
  TextSource source = TextSource::native;
  bool is_blank = false;           // nothing is drawn on it
  std::uint8_t quarter_turns = 0;  // clockwise, of most of its text, 0..3
};

// A footnote and the mark in the text that points to it.
struct FootnoteLink {
  std::uint32_t block = no_index;
  Span mark;  // in the running text; length 0 where no mark was found
};

// A word that OCR is not sure of.
struct DoubtfulWord {
  Span span;
  float confidence = 0;
};

// A bookmark of the file, which leads to a page: evidence for a heading there.
struct Bookmark {
  std::string title;              // as a Line's text; untrusted
  std::uint32_t page = no_index;  // index into pages; no_index: not known
};

// A problem in the file that was overcome and is kept with the result. Codes are a closed list: docs/warnings.md.
struct Warning {
  std::string code;
  std::uint32_t page = no_index;  // index into pages
  std::string message;
};

enum class ReadStatus : std::uint8_t { ok, partial, unreadable };

struct SourceInfo {
  std::string name;  // the last part of the path as given, made valid UTF-8; untrusted
  std::string sha256;
  std::uint64_t bytes = 0;
  std::string media_type;
  std::string title, author, created, modified;  // the file's own metadata; dates ISO 8601; empty = not known
};

struct Document {
  SourceInfo source;
  ReadStatus status = ReadStatus::ok;
  std::string language;   // BCP 47; empty = not known
  bool has_pages = true;  // false: place is the paragraph's number (DOCX, ODT)
  std::string text;       // all lines in reading order, each ended by '\n'
  std::vector<Page> pages;
  std::vector<Line> lines;
  std::vector<Block> blocks;
  std::vector<Table> tables;
  std::vector<Row> rows;
  std::vector<Cell> cells;
  std::vector<FootnoteLink> footnotes;
  std::vector<DoubtfulWord> doubtful_words;
  std::vector<Bookmark> bookmarks;  // in their order; of the whole file, none of single pages
  std::vector<Warning> warnings;

  std::string_view text_of(Span span) const { return std::string_view(text).substr(span.start, span.length); }
  std::string_view text_of(const Line& line) const { return text_of(line.span); }
};

// Adds the pages of `part` behind those of `whole`, with all indices moved. Source, status and language stay.
void append(Document& whole, const Document& part);

// Adds a line behind all others, to the last page and the last block.
Line& add_line(Document& document, std::string_view text, const Box& box = {}, LineRole role = LineRole::body);

}  // namespace plumbline
