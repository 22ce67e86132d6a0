// Document <-> bytes.
#include "app/batch/document_codec.h"

#include "app/batch/bytes.h"

#include <algorithm>
#include <cmath>

namespace plumbline::batch {
namespace {

constexpr std::uint32_t form = 3;  // of these bytes; rises with every change

}  // namespace

template <typename A>
void visit(A& a, Span& v) {
  a(v.start), a(v.length);
}
template <typename A>
void visit(A& a, Box& v) {
  a(v.x0), a(v.y0), a(v.x1), a(v.y1);
}
template <typename A>
void visit(A& a, Page& v) {
  a(v.width), a(v.height), a(v.first_line), a(v.line_count), a(v.source), a(v.is_blank), a(v.quarter_turns);
}
template <typename A>
void visit(A& a, Line& v) {
  visit(a, v.span), a(v.page), a(v.block), visit(a, v.box), a(v.role);
  a(v.style.size), a(v.style.bold), a(v.style.italic), a(v.style.color), a(v.tag.kind), a(v.tag.element),
      a(v.confidence);
}
template <typename A>
void visit(A& a, Block& v) {
  a(v.kind), a(v.first_line), a(v.line_count), a(v.cell), a(v.marker_length), a(v.level), a(v.continues);
  a(v.space_before), a(v.language);
}
template <typename A>
void visit(A& a, Table& v) {
  a(v.first_row), a(v.row_count), a(v.columns), a(v.is_ruled), a(v.continued);
}
template <typename A>
void visit(A& a, Row& v) {
  a(v.table), a(v.first_cell), a(v.cell_count), a(v.is_header), a(v.continues);
}
template <typename A>
void visit(A& a, Cell& v) {
  a(v.row), a(v.column), a(v.column_span), a(v.first_block), a(v.block_count), visit(a, v.box), a(v.continues);
}
template <typename A>
void visit(A& a, FootnoteLink& v) {
  a(v.block), visit(a, v.mark);
}
template <typename A>
void visit(A& a, DoubtfulWord& v) {
  visit(a, v.span), a(v.confidence);
}
template <typename A>
void visit(A& a, Warning& v) {
  a(v.code), a(v.page), a(v.message);
}
template <typename A>
void visit(A& a, SourceInfo& v) {
  a(v.name), a(v.sha256), a(v.bytes), a(v.media_type), a(v.title), a(v.author), a(v.created), a(v.modified);
}
template <typename A>
void visit(A& a, Document& v) {
  visit(a, v.source), a(v.status), a(v.language), a(v.has_pages), a(v.text), a(v.pages), a(v.lines), a(v.blocks);
  a(v.tables), a(v.rows), a(v.cells), a(v.footnotes), a(v.doubtful_words), a(v.warnings);
}

namespace {

void require(bool holds, const char* what) {
  if (!holds) throw BadBytes(what);
}

bool lies_within(std::uint64_t first, std::uint64_t count, std::size_t size) {
  return first + count <= size;
}

bool is_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::size_t more = c < 0x80                ? 0
                             : c >= 0xC2 && c < 0xE0 ? 1
                             : c >= 0xE0 && c < 0xF0 ? 2
                             : c >= 0xF0 && c < 0xF5 ? 3
                                                     : 4;
    if (more == 4 || i + more >= text.size()) return false;
    std::uint32_t point = more == 0 ? c : c & (0x3FU >> more);
    for (std::size_t k = 1; k <= more; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0) != 0x80) return false;
      point = point << 6 | (next & 0x3F);
    }
    static constexpr std::uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (point < least[more] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return false;
    i += more + 1;
  }
  return true;
}

bool is_boundary(std::string_view text, std::uint64_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

bool is_sound(const Span& span, std::string_view text) {
  return lies_within(span.start, span.length, text.size()) && is_boundary(text, span.start) &&
         is_boundary(text, std::uint64_t{span.start} + span.length);
}

bool is_sound(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1);
}

void require_sound_lines(const Document& d) {
  for (const Page& page : d.pages) {
    require(lies_within(page.first_line, page.line_count, d.lines.size()), "a page has lines that are not there");
    require(std::isfinite(page.width) && std::isfinite(page.height) && page.source <= TextSource::none &&
                page.quarter_turns < 4,
            "a page is odd");
  }
  for (const Line& line : d.lines) {
    require(is_sound(line.span, d.text) && is_sound(line.box), "a line lies outside the text");
    require(line.page < d.pages.size(), "a line stands on no page");
    require(line.block == no_index || line.block < d.blocks.size(), "a line stands in no block");
    require(line.role <= LineRole::hidden && line.tag.kind <= TagKind::heading && std::isfinite(line.confidence) &&
                std::isfinite(line.style.size),
            "a line is odd");
  }
  for (const Block& block : d.blocks) {
    require(lies_within(block.first_line, block.line_count, d.lines.size()), "a block has lines that are not there");
    require(block.cell == no_index || block.cell < d.cells.size(), "a block stands in no cell");
    require(block.kind <= BlockKind::furniture && std::isfinite(block.space_before) && is_utf8(block.language),
            "a block is odd");
    if (block.marker_length == 0) continue;
    require(block.line_count > 0 && block.marker_length <= d.lines[block.first_line].span.length &&
                is_boundary(d.text, std::uint64_t{d.lines[block.first_line].span.start} + block.marker_length),
            "a marker is longer than its line");
  }
}

void require_sound_tables(const Document& d) {
  for (std::uint32_t t = 0; t < d.tables.size(); ++t) {
    const Table& table = d.tables[t];
    require(table.continued == no_index || table.continued < t, "a table goes on with none before it");
    require(lies_within(table.first_row, table.row_count, d.rows.size()), "a table has rows that are not there");
  }
  for (const Row& row : d.rows) {
    require(row.table < d.tables.size(), "a row stands in no table");
    require(lies_within(row.first_cell, row.cell_count, d.cells.size()), "a row has cells that are not there");
  }
  for (const Cell& cell : d.cells) {
    require(cell.row < d.rows.size() && is_sound(cell.box), "a cell stands in no row");
    require(lies_within(cell.first_block, cell.block_count, d.blocks.size()), "a cell has blocks that are not there");
  }
}

void require_sound(const Document& d) {
  require(d.text.size() < UINT32_MAX && is_utf8(d.text) && is_utf8(d.language), "the text is no UTF-8");
  require(d.status <= ReadStatus::unreadable, "a status is odd");
  for (const std::string* text : {&d.source.name, &d.source.sha256, &d.source.media_type, &d.source.title,
                                  &d.source.author, &d.source.created, &d.source.modified}) {
    require(is_utf8(*text), "what the file says of itself is no UTF-8");
  }
  require_sound_lines(d);
  require_sound_tables(d);
  for (const FootnoteLink& link : d.footnotes) {
    const bool has_place = link.block == no_index || link.block < d.blocks.size();
    require(has_place && is_sound(link.mark, d.text), "a footnote stands nowhere");
  }
  for (const DoubtfulWord& word : d.doubtful_words) {
    require(is_sound(word.span, d.text) && std::isfinite(word.confidence), "a doubtful word stands nowhere");
  }
  for (const Warning& warning : d.warnings) {
    require(is_utf8(warning.code) && is_utf8(warning.message), "a warning is no UTF-8");
  }
}

}  // namespace

std::string encode(const Document& document) {
  ByteWriter writer;
  writer(form);
  visit(writer, const_cast<Document&>(document));  // a ByteWriter changes nothing of what it visits
  return std::move(writer.bytes);
}

Document decode_document(std::string_view bytes) {
  ByteReader reader(bytes);
  std::uint32_t given_form = 0;
  reader(given_form);
  require(given_form == form, "the pages were written by another version");
  Document document;
  visit(reader, document);
  require(reader.is_at_end(), "something stands behind the document");
  require_sound(document);
  return document;
}

}  // namespace plumbline::batch
