// Tables of which each row is a target: its columns are headed by the labels of a target's parts.
#pragma once

#include "rules/segment/landmarks.h"

#include <optional>
#include <vector>

namespace plumbline {

struct TargetTable {
  struct Column {
    std::uint16_t column = 0;
    std::uint32_t part = no_index;  // index into Pack::parts; none: the template does not know its heading
  };
  std::uint32_t table = 0, header_row = 0;
  std::vector<Column> columns;  // but for the next two
  std::uint16_t title_column = 0;
  std::optional<std::uint16_t> number_column;
};

// Of a loose template's submission: tables whose header row bears three labels of a target's parts or more, where no
// target is open. `landmarks` are those of all lines, strays among them.
std::vector<TargetTable> find_target_tables(const LineStream& stream, const Pack& pack,
                                            const std::vector<Landmark>& landmarks);

}  // namespace plumbline
