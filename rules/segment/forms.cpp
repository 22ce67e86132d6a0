// Which rows of a table are a form's and which cells bear labels.
#include "rules/segment/forms.h"

#include "rules/pack/loose_text.h"

namespace plumbline {

namespace {

std::uint32_t first_filled(const Document& document, const Row& row) {
  for (std::uint32_t cell = row.first_cell; cell < row.first_cell + row.cell_count; ++cell)
    if (document.cells[cell].block_count > 0) return cell;
  return no_index;
}

}  // namespace

std::uint32_t filled_cells(const Document& document, const Row& row) {
  std::uint32_t filled = 0;
  for (std::uint32_t cell = row.first_cell; cell < row.first_cell + row.cell_count; ++cell)
    filled += document.cells[cell].block_count > 0;
  return filled;
}

bool is_label_cell(const Document& document, std::uint32_t cell) {
  if (cell == no_index) return false;
  const Row& row = document.rows[document.cells[cell].row];
  return document.tables[row.table].columns >= 2 && first_filled(document, row) == cell &&
         document.cells[cell].column == 0 && filled_cells(document, row) >= 2;
}

bool is_value_cell(const Document& document, std::uint32_t cell) {
  if (cell == no_index) return false;
  const Row& row = document.rows[document.cells[cell].row];
  const std::uint32_t first = first_filled(document, row);
  return first != cell && first != no_index && document.cells[first].column == 0;
}

std::size_t value_words(const Document& document, std::uint32_t cell) {
  const Row& row = document.rows[document.cells[cell].row];
  std::size_t words = 0;
  for (std::uint32_t value = cell + 1; value < row.first_cell + row.cell_count; ++value)
    for (std::uint32_t block = 0; block < document.cells[value].block_count; ++block) {
      const Block& at = document.blocks[document.cells[value].first_block + block];
      for (std::uint32_t line = at.first_line; line < at.first_line + at.line_count; ++line)
        for (const std::string& word : loose_words(document.text_of(document.lines[line])))
          words += word[0] < '0' || word[0] > '9';
    }
  return words;
}

std::uint32_t row_of(const Document& document, std::uint32_t block) {
  if (block == no_index || document.blocks[block].cell == no_index) return no_index;
  return document.cells[document.blocks[block].cell].row;
}

}  // namespace plumbline
