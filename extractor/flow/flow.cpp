// Paragraphs, lists, tables and notes in document order -> lines, blocks, cells.
#include "extractor/flow/flow.h"

#include "extractor/unicode/normalize.h"

#include <utility>

namespace plumbline {

namespace {

std::uint32_t size_of(const auto& vector) {
  return static_cast<std::uint32_t>(vector.size());
}

class Layer {
 public:
  Layer(Document& document, const FlowDocument& flow) : document_(document), flow_(flow) {}

  void lay() {
    begin_page();
    for (const FlowItem& item : flow_.items) {
      for (std::uint32_t i = 0; i < item.page_breaks; ++i)
        begin_page();
      lay_item(item, no_index);
    }
    lay_notes();
  }

 private:
  void begin_page() {
    Page page;
    page.first_line = size_of(document_.lines);
    page.is_blank = true;
    document_.pages.push_back(page);
  }

  void lay_item(const FlowItem& item, std::uint32_t cell) {
    if (item.table.rows.empty())
      lay_paragraph(item.paragraph, cell);
    else
      lay_table(item.table);
  }

  // Gives the index of its block, or no_index where nothing is left to show.
  std::uint32_t lay_paragraph(const FlowParagraph& paragraph, std::uint32_t cell) {
    std::vector<std::string> lines;
    for (const std::string& raw : paragraph.lines)
      if (std::string line = normalize_line(raw); !line.empty()) lines.push_back(std::move(line));
    if (lines.empty()) return no_index;
    Block block;
    block.kind = paragraph.kind;
    block.cell = cell;
    block.level = paragraph.level;
    block.continues = paragraph.continues;
    block.space_before = paragraph.space_before;
    block.first_line = size_of(document_.lines);
    block.marker_length = paragraph.marker_length;
    if (const std::string marker = normalize_line(paragraph.marker); !marker.empty()) {
      block.marker_length = size_of(marker);
      lines.front().insert(0, marker + " ");
    }
    document_.blocks.push_back(std::move(block));
    const std::uint32_t index = size_of(document_.blocks) - 1;
    std::size_t next_note = 0;
    for (const std::string& line : lines)
      lay_line(line, paragraph, next_note);
    if (document_.blocks.back().line_count == 0) {  // nothing but marks without text
      document_.blocks.pop_back();
      return no_index;
    }
    document_.pages.back().is_blank = false;
    return index;
  }

  void lay_line(std::string line, const FlowParagraph& paragraph, std::size_t& next_note) {
    std::vector<Span> marks;
    for (auto begin = line.find(note_mark_begin); begin != line.npos; begin = line.find(note_mark_begin)) {
      line.erase(begin, note_mark_begin.size());
      auto end = line.find(note_mark_end, begin);
      if (end == line.npos)
        end = line.size();
      else
        line.erase(end, note_mark_end.size());
      marks.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)});
    }
    if (line.empty()) return;
    Line& added = add_line(document_, line, {}, paragraph.role);
    added.style = paragraph.style;
    for (Span mark : marks) {
      if (next_note >= paragraph.notes.size()) break;
      mark.start += added.span.start;
      pending_notes_.emplace_back(paragraph.notes[next_note++], mark);
    }
  }

  void lay_table(const FlowTable& source) {
    Table table;
    table.first_row = size_of(document_.rows);
    table.row_count = size_of(source.rows);
    table.columns = source.columns;
    table.is_ruled = source.is_ruled;
    const std::uint32_t table_index = size_of(document_.tables);
    if (source.continues && table_index > 0) table.continued = table_index - 1;
    document_.tables.push_back(table);
    std::uint32_t cell_index = size_of(document_.cells);
    for (const FlowRow& source_row : source.rows) {
      Row row;
      row.table = table_index;
      row.first_cell = size_of(document_.cells);
      row.cell_count = size_of(source_row.cells);
      row.is_header = source_row.is_header;
      document_.rows.push_back(row);
      for (const FlowCell& source_cell : source_row.cells) {
        Cell cell;
        cell.row = size_of(document_.rows) - 1;
        cell.column = source_cell.column;
        cell.column_span = source_cell.column_span;
        cell.continues = source_cell.continues;
        document_.cells.push_back(cell);
      }
    }
    for (const FlowRow& row : source.rows)
      for (const FlowCell& cell : row.cells)
        fill_cell(cell_index++, cell);
  }

  void fill_cell(std::uint32_t index, const FlowCell& cell) {
    const std::uint32_t first = size_of(document_.blocks);
    for (const FlowItem& item : cell.items)
      lay_item(item, index);
    document_.cells[index].first_block = first;
    document_.cells[index].block_count = size_of(document_.blocks) - first;
  }

  void lay_notes() {
    std::vector<std::uint32_t> blocks(flow_.notes.size(), no_index);
    for (std::size_t i = 0; i < flow_.notes.size(); ++i)
      for (const FlowParagraph& paragraph : flow_.notes[i]) {
        const std::uint32_t block = lay_paragraph(paragraph, no_index);
        if (blocks[i] == no_index) blocks[i] = block;
      }
    for (const auto& [note, mark] : pending_notes_)
      if (note < blocks.size() && blocks[note] != no_index) document_.footnotes.push_back({blocks[note], mark});
  }

  Document& document_;
  const FlowDocument& flow_;
  std::vector<std::pair<std::uint32_t, Span>> pending_notes_;
};

}  // namespace

void lay_flow(Document& document, const FlowDocument& flow) {
  Layer(document, flow).lay();
}

}  // namespace plumbline
