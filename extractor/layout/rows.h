// What stands in the columns of a zone: running text, or the rows of a table or form.
#pragma once

#include "extractor/layout/item.h"
#include "extractor/layout/zones.h"

#include <vector>

namespace plumbline::layout {

using Columns = std::vector<Indices>;  // of each column, items by y
Columns part_columns(const Items& items, const Zone& zone);

// Text that fills one column after the other, not a table.
bool is_running_text(const Items& items, const Columns& columns);

// The first column is a form's label beside a table: its lines run on where the rows of the other columns meet.
bool has_label_beside_rows(const Items& items, const Columns& columns);

// y of where rows seem to meet, by white and by how their lines begin.
std::vector<float> row_boundaries(const Items& items, const Columns& columns);

struct RowCut {
  Columns cells;       // empty: nothing stands in that column of the row
  bool spans = false;  // one cell over all columns: a heading between rows
};

// `separators`: y of rules drawn across the zone. Label cells may stand at the top, the middle or the bottom of
// their rows; each label is in the row that surrounds it.
std::vector<RowCut> part_rows(const Items& items, const Columns& columns, const std::vector<float>& separators);

}  // namespace plumbline::layout
