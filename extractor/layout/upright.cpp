// Pages whose text is turned, as whoever reads them holds them.
#include "extractor/layout/upright.h"

#include "extractor/layout/frame.h"

#include <algorithm>
#include <utility>

namespace plumbline::layout {

namespace {

Frame frame_of(const Page& page) {
  return {page.width, page.height, page.quarter_turns, false};
}

}  // namespace

Upright::Upright(Document& document) : document_(document) {
  const auto is_turned = [](const Page& page) { return page.quarter_turns % 4 != 0; };
  if (std::none_of(document.pages.begin(), document.pages.end(), is_turned)) return;
  pages_ = document.pages;
  for (const Line& line : document.lines)
    lines_.push_back(line.box);
  for (const Cell& cell : document.cells)
    cells_.push_back(cell.box);
  for (const Table& table : document.tables)
    turn_cells(table);
  for (Page& page : document.pages)
    if (is_turned(page)) turn_page(page);
}

Upright::~Upright() {
  if (pages_.empty()) return;
  for (std::size_t i = 0; i < pages_.size(); ++i)
    document_.pages[i].width = pages_[i].width, document_.pages[i].height = pages_[i].height;
  for (std::size_t i = 0; i < lines_.size(); ++i)
    document_.lines[i].box = lines_[i];
  for (std::size_t i = 0; i < cells_.size(); ++i)
    document_.cells[i].box = cells_[i];
}

void Upright::turn_page(Page& page) {
  const Frame frame = frame_of(page);
  for (std::uint32_t i = page.first_line; i < page.first_line + page.line_count; ++i)
    document_.lines[i].box = frame.from_page(document_.lines[i].box);
  page.width = frame.width();
  page.height = frame.height();
}

// All of a table stands on one page.
void Upright::turn_cells(const Table& table) {
  std::uint32_t first = no_index, end = 0, page = no_index;
  for (std::uint32_t r = table.first_row; r < table.first_row + table.row_count; ++r) {
    const Row& row = document_.rows[r];
    first = std::min(first, row.first_cell);
    end = std::max(end, row.first_cell + row.cell_count);
  }
  for (std::uint32_t c = first; c < end && page == no_index; ++c)
    if (const Cell& cell = document_.cells[c]; cell.block_count > 0)
      page = document_.lines[document_.blocks[cell.first_block].first_line].page;
  if (page == no_index || document_.pages[page].quarter_turns % 4 == 0) return;
  for (std::uint32_t c = first; c < end; ++c)
    document_.cells[c].box = frame_of(document_.pages[page]).from_page(document_.cells[c].box);
}

}  // namespace plumbline::layout
