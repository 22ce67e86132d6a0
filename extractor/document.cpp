// What a submission says and where it says it.
#include "extractor/document.h"

#include <algorithm>

namespace plumbline {

void Box::include(const Box& other) {
  if (other.is_empty()) return;
  if (is_empty()) {
    *this = other;
    return;
  }
  x0 = std::min(x0, other.x0);
  y0 = std::min(y0, other.y0);
  x1 = std::max(x1, other.x1);
  y1 = std::max(y1, other.y1);
}

std::string_view name_of(LineRole role) {
  switch (role) {
    case LineRole::unassigned:
      return "unassigned";
    case LineRole::body:
      return "body";
    case LineRole::heading:
      return "heading";
    case LineRole::label:
      return "label";
    case LineRole::list_item:
      return "list-item";
    case LineRole::running_head:
      return "running-head";
    case LineRole::page_number:
      return "page-number";
    case LineRole::footnote:
      return "footnote";
    case LineRole::stray_address:
      return "stray-address";
    case LineRole::hidden:
      return "hidden";
  }
  return "unassigned";
}

bool is_furniture(LineRole role) {
  switch (role) {
    case LineRole::running_head:
    case LineRole::page_number:
    case LineRole::footnote:
    case LineRole::stray_address:
    case LineRole::hidden:
      return true;
    default:
      return false;
  }
}

namespace {

std::uint32_t size_of(const auto& vector) {
  return static_cast<std::uint32_t>(vector.size());
}

void move_index(std::uint32_t& index, std::uint32_t by) {
  if (index != no_index) index += by;
}

}  // namespace

void append(Document& whole, const Document& part) {
  const std::uint32_t text = size_of(whole.text), pages = size_of(whole.pages), lines = size_of(whole.lines),
                      blocks = size_of(whole.blocks), tables = size_of(whole.tables), rows = size_of(whole.rows),
                      cells = size_of(whole.cells);
  whole.text += part.text;
  for (Page page : part.pages) {
    page.first_line += lines;
    whole.pages.push_back(page);
  }
  for (Line line : part.lines) {
    line.span.start += text;
    line.page += pages;
    move_index(line.block, blocks);
    whole.lines.push_back(line);
  }
  for (Block block : part.blocks) {
    block.first_line += lines;
    move_index(block.cell, cells);
    whole.blocks.push_back(std::move(block));
  }
  for (Table table : part.tables) {
    table.first_row += rows;
    move_index(table.continued, tables);
    whole.tables.push_back(table);
  }
  for (Row row : part.rows) {
    row.table += tables;
    row.first_cell += cells;
    whole.rows.push_back(row);
  }
  for (Cell cell : part.cells) {
    cell.row += rows;
    cell.first_block += blocks;
    whole.cells.push_back(cell);
  }
  for (FootnoteLink link : part.footnotes) {
    move_index(link.block, blocks);
    link.mark.start += text;
    whole.footnotes.push_back(link);
  }
  for (DoubtfulWord word : part.doubtful_words) {
    word.span.start += text;
    whole.doubtful_words.push_back(word);
  }
  for (Warning warning : part.warnings) {
    move_index(warning.page, pages);
    whole.warnings.push_back(std::move(warning));
  }
}

Line& add_line(Document& document, std::string_view text, const Box& box, LineRole role) {
  Line line;
  line.span = {size_of(document.text), static_cast<std::uint32_t>(text.size())};
  line.box = box;
  line.role = role;
  document.text += text;
  document.text += '\n';
  if (!document.pages.empty()) {
    line.page = size_of(document.pages) - 1;
    if (document.pages.back().line_count++ == 0) document.pages.back().first_line = size_of(document.lines);
  }
  if (!document.blocks.empty()) {
    line.block = size_of(document.blocks) - 1;
    if (document.blocks.back().line_count++ == 0) document.blocks.back().first_line = size_of(document.lines);
  }
  return document.lines.emplace_back(line);
}

}  // namespace plumbline
