// Rows of tables that the end of a page or column cuts: which parts are one row, and in which order their lines are
// read.
#pragma once

#include "extractor/document.h"

#include <cstdint>
#include <vector>

namespace plumbline {

class CutRows {
 public:
  explicit CutRows(const Document& document);

  // The row or cell in which it begins; itself where nothing was cut. no_index stays no_index.
  std::uint32_t whole_row(std::uint32_t row) const { return row == no_index ? no_index : origins_[row]; }
  std::uint32_t whole_cell(std::uint32_t cell) const;

  // `lines` (indices into Document::lines, ascending) cell by cell: what stands of a cell on the next page follows
  // what stands of it on this one, and only then comes the next cell of the row.
  void put_in_order(std::vector<std::uint32_t>& lines) const;

 private:
  std::uint32_t row_before(const Row& row) const;
  std::uint32_t first_line(const Row& row) const;

  const Document& document_;
  std::vector<std::uint32_t> origins_;  // for each row, where it begins
  std::vector<std::uint32_t> cut_;      // the rows that begin or go on with a cut row, ascending
};

}  // namespace plumbline
