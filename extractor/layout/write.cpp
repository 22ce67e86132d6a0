// Parts of a page -> lines, blocks, tables of a Document.
#include "extractor/layout/write.h"

#include "extractor/layout/paragraphs.h"
#include "extractor/layout/tags.h"

#include <algorithm>

namespace plumbline::layout {

namespace {

std::uint32_t size_of(const auto& vector) {
  return static_cast<std::uint32_t>(vector.size());
}

Line& add_laid_line(Document& document, const LaidLine& from, const LineMaker& maker, LineRole role) {
  Line& line = add_line(document, from.content.text, maker.to_page(from.box), role);
  line.style = from.content.style;
  line.tag = from.content.tag;
  line.confidence = from.content.confidence;
  return line;
}

class Writer {
 public:
  Writer(Document& document, const LineMaker& maker) : document_(document), maker_(maker) {}

  void write(const std::vector<Part>& parts) {
    compose(parts);
    leading_.settle();
    for (const Column& column : columns_)
      tags_.learn(column, leading_);
    write_parts(parts, no_index);
  }

 private:
  using Column = std::vector<LaidLine>;

  // All lines first, to learn how far lines usually stand apart.
  void compose(const std::vector<Part>& parts) {
    for (const Part& part : parts) {
      if (!part.lines.empty()) {
        Column column;
        for (const Indices& line : part.lines)
          column.push_back(maker_.compose(line));
        leading_.learn(column);
        columns_.push_back(std::move(column));
      }
      for (const RowPart& row : part.table.rows)
        for (const CellPart& cell : row.cells)
          compose(cell.parts);
    }
  }

  void write_parts(const std::vector<Part>& parts, std::uint32_t cell) {
    for (const Part& part : parts) {
      if (!part.lines.empty()) write_column(columns_[next_column_++], cell);
      if (!part.table.rows.empty()) write_table(part.table);
    }
  }

  void write_column(const Column& column, std::uint32_t cell) {
    const std::vector<bool> starts = find_block_starts(column, leading_, tags_.is_earned());
    float bottom = column.front().box.y0;
    for (std::size_t i = 0; i < column.size(); ++i) {
      const LaidLine& line = column[i];
      if (line.content.text.empty()) continue;
      if (starts[i] || document_.blocks.empty() || !is_open_) {
        Block block;
        block.first_line = size_of(document_.lines);
        block.cell = cell;
        block.space_before = std::max(0.0f, line.box.y0 - bottom);
        document_.blocks.push_back(block);
        is_open_ = true;
      }
      write_line(line);
      bottom = line.box.y1;
    }
    is_open_ = false;
  }

  void write_line(const LaidLine& from) {
    const std::uint32_t start = size_of(document_.text);
    add_laid_line(document_, from, maker_, LineRole::body);
    for (const Span& mark : from.content.marks)
      document_.footnotes.push_back({no_index, {start + mark.start, mark.length}});
    for (const DoubtfulWord& word : from.content.doubtful)
      document_.doubtful_words.push_back({{start + word.span.start, word.span.length}, word.confidence});
  }

  void write_table(const TablePart& from) {
    const std::uint32_t first_row = size_of(document_.rows);
    document_.tables.push_back({first_row, size_of(from.rows), from.columns, from.is_ruled, no_index});
    // Rows and cells of one table stand together; those of nested tables come behind.
    for (const RowPart& row : from.rows) {
      document_.rows.push_back(
          {size_of(document_.tables) - 1, size_of(document_.cells), size_of(row.cells), false, false});
      for (const CellPart& cell : row.cells) {
        Cell to;
        to.row = size_of(document_.rows) - 1;
        to.column = cell.column;
        to.column_span = cell.column_span;
        to.box = maker_.to_page(cell.box);
        to.continues = cell.continues;
        document_.cells.push_back(to);
      }
    }
    for (std::uint32_t r = 0; r < from.rows.size(); ++r) {
      const std::uint32_t first_cell = document_.rows[first_row + r].first_cell;
      for (std::uint32_t c = 0; c < from.rows[r].cells.size(); ++c) {
        document_.cells[first_cell + c].first_block = size_of(document_.blocks);
        write_parts(from.rows[r].cells[c].parts, first_cell + c);
        Cell& cell = document_.cells[first_cell + c];
        cell.block_count = size_of(document_.blocks) - cell.first_block;
      }
    }
  }

  Document& document_;
  const LineMaker& maker_;
  Leading leading_;
  TagTrust tags_;
  std::vector<Column> columns_;
  std::size_t next_column_ = 0;
  bool is_open_ = false;
};

}  // namespace

void write_parts(Document& document, const std::vector<Part>& parts, const LineMaker& maker) {
  Writer(document, maker).write(parts);
}

void write_furniture(Document& document, const std::vector<LaidLine>& lines, LineRole role, const LineMaker& maker) {
  bool begun = false;
  for (const LaidLine& from : lines) {
    if (from.content.text.empty()) continue;
    if (!begun) {
      Block block;
      block.kind = BlockKind::furniture;
      block.first_line = size_of(document.lines);
      document.blocks.push_back(block);
      begun = true;
    }
    add_laid_line(document, from, maker, role);
  }
}

}  // namespace plumbline::layout
