// Which rows of a table are a form's (a label, then its text) and which cells bear labels.
#pragma once

#include "extractor/document.h"

namespace plumbline {

// The first filled cell of a row that has another filled cell, in a table of two or more columns.
bool is_label_cell(const Document& document, std::uint32_t cell);
// A filled cell behind the label cell of its row.
bool is_value_cell(const Document& document, std::uint32_t cell);
// Words with letters in the cells of the row behind `cell`.
std::size_t value_words(const Document& document, std::uint32_t cell);
std::uint32_t filled_cells(const Document& document, const Row& row);
std::uint32_t row_of(const Document& document,
                     std::uint32_t block);  // of the table cell that holds the block; no_index

}  // namespace plumbline
