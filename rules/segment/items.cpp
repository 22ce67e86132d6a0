// Document + landmarks -> what stands between the template's words, in order.
#include "rules/segment/items.h"

#include "rules/pack/loose_text.h"

#include <algorithm>
#include <set>

namespace plumbline {

namespace {

// Which tables hold actions, one a row; the others (forms with a label column, boxes) are read cell by cell.
class Tables {
 public:
  Tables(const LineStream& stream, const std::vector<Landmark>& landmarks) : document_(stream.document) {
    is_data_.assign(document_.tables.size(), false);
    for (std::uint32_t table = 0; table < document_.tables.size(); ++table)
      is_data_[table] = has_full_rows(table);
    for (const Landmark& landmark : landmarks)
      refuse_form(stream, landmark);
    for (std::uint32_t table = 1; table < document_.tables.size(); ++table)
      if (document_.tables[table].continues && document_.tables[table].columns == document_.tables[table - 1].columns)
        is_data_[table] = is_data_[table - 1];
  }

  // The row of a table of actions that holds the block; no_index where there is none.
  std::uint32_t row_of(std::uint32_t block) const {
    if (block == no_index || document_.blocks[block].cell == no_index) return no_index;
    const std::uint32_t row = document_.cells[document_.blocks[block].cell].row;
    return is_data_[document_.rows[row].table] ? row : no_index;
  }

 private:
  bool has_full_rows(std::uint32_t index) const {
    const Table& table = document_.tables[index];
    if (table.columns < 2) return false;
    std::uint32_t full = 0;
    for (std::uint32_t row = table.first_row; row < table.first_row + table.row_count; ++row) {
      const Row& cells = document_.rows[row];
      std::uint32_t filled = 0;
      for (std::uint32_t cell = cells.first_cell; cell < cells.first_cell + cells.cell_count; ++cell)
        filled += document_.cells[cell].block_count > 0;
      full += filled >= 2;
    }
    return full * 2 >= table.row_count && full > 0;
  }

  // A landmark in a table's first column (or alone in its row) makes it a form; one in a header row does not.
  void refuse_form(const LineStream& stream, const Landmark& landmark) {
    const std::uint32_t cell = stream.cell(landmark.first);
    if (cell == no_index) return;
    const Cell& at = document_.cells[cell];
    const Row& row = document_.rows[at.row];
    const Table& table = document_.tables[row.table];
    const bool heads_columns =
        (row.is_header || at.row == table.first_row) && table.columns >= 3 && table.row_count > 1;
    if (!heads_columns) is_data_[row.table] = false;
  }

  const Document& document_;
  std::vector<bool> is_data_;
};

class Itemiser {
 public:
  Itemiser(const LineStream& stream, const std::vector<Landmark>& landmarks)
      : stream_(stream), document_(stream.document), landmarks_(landmarks), tables_(stream, landmarks) {}

  std::vector<Item> run() {
    auto next = landmarks_.begin();
    for (std::uint32_t place = 0; place < stream_.size(); ++place) {
      if (next == landmarks_.end() || place < next->first) {
        add_line(place, whole_line(document_, stream_.lines[place]), false);
        continue;
      }
      place = next->last;
      items_.push_back({&*next, {}});
      if (next->has_content) {
        const std::uint32_t line = stream_.lines[place];
        add_line(place, {line, next->content_from, document_.lines[line].span.end()}, true);
      }
      ++next;
    }
    return std::move(items_);
  }

 private:
  void add_line(std::uint32_t place, LinePart part, bool follows_landmark) {
    const std::uint32_t block = stream_.line(place).block;
    if (const std::uint32_t row = tables_.row_of(block); row != no_index) return add_to_row(row, block, part);
    if (Chunk* open = open_chunk(); open && belongs_to(*open, place)) {
      open->parts.push_back(part);
      return;
    }
    Chunk chunk;
    if (block != no_index) {
      const Block& from = document_.blocks[block];
      chunk.kind = from.kind;
      chunk.cell = from.cell;
      if (from.first_line == part.line && !follows_landmark)
        part.from += std::min(from.marker_length, part.to - part.from);
    }
    chunk.first_block = block;
    chunk.follows_landmark = follows_landmark;
    chunk.parts.push_back(part);
    items_.push_back({nullptr, std::move(chunk)});
  }

  Chunk* open_chunk() {
    return items_.empty() || items_.back().landmark || items_.back().chunk.row != no_index ? nullptr
                                                                                           : &items_.back().chunk;
  }

  bool belongs_to(const Chunk& open, std::uint32_t place) const {
    const Line& line = stream_.line(place);
    if (line.block == no_index) return false;
    if (document_.lines[open.parts.back().line].block == line.block) return true;
    return document_.blocks[line.block].continues && stream_.begins_block(place);
  }

  void add_to_row(std::uint32_t row, std::uint32_t block, const LinePart& part) {
    const Row& at = document_.rows[row];
    const std::uint16_t column = document_.cells[document_.blocks[block].cell].column;
    Item* last = items_.empty() ? nullptr : &items_.back();
    const bool same = last && !last->landmark && last->chunk.row == row;
    const bool goes_on =
        last && !last->landmark && last->chunk.row != no_index && at.continues && !last->chunk.is_header_row;
    if (!same && !goes_on) {
      Chunk chunk;
      chunk.is_header_row = at.is_header;
      items_.push_back({nullptr, std::move(chunk)});
      last = &items_.back();
    }
    last->chunk.row = row;
    auto& cells = last->chunk.cells;
    auto cell = std::find_if(cells.begin(), cells.end(), [&](const auto& known) { return known.column == column; });
    if (cell == cells.end()) cell = cells.insert(cells.end(), {column, {}});
    cell->parts.push_back(part);
  }

  const LineStream& stream_;
  const Document& document_;
  const std::vector<Landmark>& landmarks_;
  Tables tables_;
  std::vector<Item> items_;
};

// A first row that names a timeframe column heads its table, also where the reader did not see that.
void mark_header_rows(std::vector<Item>& items, const Document& document, const Pack& pack) {
  std::set<std::string> names;
  for (const auto& [language, words] : pack.timeframe_columns)
    for (const std::string& word : words)
      names.insert(loose(word));
  for (Item& item : items) {
    Chunk& chunk = item.chunk;
    if (chunk.row == no_index || chunk.row != document.tables[document.rows[chunk.row].table].first_row) continue;
    for (const Chunk::RowCell& cell : chunk.cells) {
      if (cell.parts.size() != 1) continue;
      const LinePart& part = cell.parts.front();
      if (names.contains(loose(std::string_view(document.text).substr(part.from, part.to - part.from))))
        chunk.is_header_row = true;
    }
  }
}

}  // namespace

std::vector<Item> itemise(const LineStream& stream, const std::vector<Landmark>& landmarks, const Pack& pack) {
  std::vector<Item> items = Itemiser(stream, landmarks).run();
  mark_header_rows(items, stream.document, pack);
  return items;
}

}  // namespace plumbline
