// Document + landmarks -> what stands between the template's words, in order.
#include "rules/segment/items.h"

#include "rules/pack/loose_text.h"
#include "rules/segment/forms.h"
#include "rules/segment/looks.h"

#include <algorithm>
#include <set>

namespace plumbline {

namespace {

// Which rows hold actions, one a row; those of forms with a label column and of boxes are read cell by cell.
// A form may hold a table of actions in its own grid: the row beside or below a label.
class Rows {
 public:
  Rows(const LineStream& stream, const std::vector<Landmark>& landmarks, bool is_loose) : document_(stream.document) {
    mark_landmarks(stream, landmarks);
    is_data_.assign(document_.rows.size(), false);
    for (std::uint32_t table = 0; table < document_.tables.size(); ++table)
      judge(table);
    is_head_.assign(document_.rows.size(), false);
    is_below_heads_.assign(document_.rows.size(), false);
    if (is_loose) find_column_heads(stream, landmarks);
  }

  bool holds_action(std::uint32_t row) const { return row != no_index && is_data_[row]; }

  bool heads_columns(std::uint32_t row) const { return row != no_index && is_head_[row]; }

  // What seems to be a label there is data.
  bool is_below_heads(std::uint32_t row) const { return row != no_index && is_below_heads_[row]; }

 private:
  // Several labels side by side, each alone in its cell, head columns: the rows below, up to the next label of the
  // form, are rows of data ("Milestone | Start date | End date").
  void find_column_heads(const LineStream& stream, const std::vector<Landmark>& landmarks) {
    std::vector<std::uint32_t> labels(document_.rows.size()), last_label(document_.rows.size());
    for (const Landmark& landmark : landmarks) {
      const std::uint32_t cell = stream.cell(landmark.first);
      if (cell == no_index || landmark.has_content) continue;
      const std::uint32_t row = document_.cells[cell].row;
      ++labels[row];
      last_label[row] = std::max(last_label[row], cell);
    }
    bool below_heads = false;
    std::uint32_t columns = 0;  // that the heads name
    for (std::uint32_t row = 0; row < document_.rows.size(); ++row) {
      const Row& at = document_.rows[row];
      const std::uint32_t cells = filled_cells(document_, at);
      const bool new_table = row == document_.tables[at.table].first_row && !document_.tables[at.table].continues();
      // "Other actors | Government | Ministry of Justice": two labels, one beneath the other, and their text.
      const bool ends_in_label = labels[row] == cells || last_label[row] == last_filled(at);
      const bool heads_data = row + 1 < document_.rows.size() && labels[row + 1] == 0 &&
                              document_.rows[row + 1].table == at.table &&
                              filled_cells(document_, document_.rows[row + 1]) >= std::max(2u, cells - 1);
      // "Public consultation on the bill | 1 October 2016 | 15 December 2016": data, whatever it begins with.
      const bool is_full = below_heads && cells == columns && cells > labels[row] + 1;
      if (labels[row] >= 2 && labels[row] + 1 >= cells && (ends_in_label || heads_data)) {
        is_head_[row] = is_data_[row] = below_heads = true;
        columns = cells;
      } else if (new_table || (labels[row] > 0 && !is_full) || at.cell_count < 2) {
        below_heads = false;
      } else if (below_heads && cells > 0) {
        is_data_[row] = true;
        is_below_heads_[row] = true;
      }
    }
  }

  std::uint32_t last_filled(const Row& row) const {
    std::uint32_t last = no_index;
    for (std::uint32_t cell = row.first_cell; cell < row.first_cell + row.cell_count; ++cell)
      if (document_.cells[cell].block_count > 0) last = cell;
    return last;
  }

  void mark_landmarks(const LineStream& stream, const std::vector<Landmark>& landmarks) {
    has_landmark_.assign(document_.cells.size(), false);
    is_form_.assign(document_.tables.size(), false);
    for (const Landmark& landmark : landmarks) {
      const std::uint32_t cell = stream.cell(landmark.last);
      if (cell == no_index) continue;
      has_landmark_[cell] = true;
      is_form_[document_.rows[document_.cells[cell].row].table] = true;
    }
  }

  std::uint32_t filled(const Row& row) const {
    std::uint32_t count = 0;
    for (std::uint32_t cell = row.first_cell; cell < row.first_cell + row.cell_count; ++cell)
      count += document_.cells[cell].block_count > 0 && !has_landmark_[cell];
    return count;
  }

  void judge(std::uint32_t index) {
    const Table& table = document_.tables[index];
    if (table.columns < 2) return;
    const std::uint32_t before = table.continued;
    const bool goes_on = before != no_index && document_.tables[before].columns == table.columns;
    if (goes_on) is_form_[index] = is_form_[index] || is_form_[before];
    const std::uint32_t end = table.first_row + table.row_count;
    std::uint32_t full = 0;
    for (std::uint32_t row = table.first_row; row < end; ++row)
      full += filled(document_.rows[row]) >= 2;
    const bool holds_actions = full * 2 >= table.row_count || (goes_on && ends_in_actions(before));
    for (std::uint32_t row = table.first_row; row < end; ++row) {
      if (is_form_[index])
        is_data_[row] = table.columns >= 3 && filled(document_.rows[row]) >= 2;
      else
        is_data_[row] = holds_actions;
    }
  }

  bool ends_in_actions(std::uint32_t table) const {
    const Table& before = document_.tables[table];
    return before.row_count > 0 && is_data_[before.first_row + before.row_count - 1];
  }

  const Document& document_;
  std::vector<bool> has_landmark_;    // for each cell
  std::vector<bool> is_form_;         // for each table: the template's words stand in it
  std::vector<bool> is_data_;         // for each row
  std::vector<bool> is_head_;         // for each row: it names columns in the template's words
  std::vector<bool> is_below_heads_;  // for each row
};

class Itemiser {
 public:
  Itemiser(const LineStream& stream, const std::vector<Landmark>& landmarks, bool is_loose)
      : stream_(stream), document_(stream.document), landmarks_(landmarks), rows_(stream, landmarks, is_loose) {}

  std::vector<Item> run() {
    auto next = landmarks_.begin();
    for (std::uint32_t place = 0; place < stream_.size(); ++place) {
      if (next != landmarks_.end() && place == next->first && rows_.is_below_heads(stream_.row(place))) ++next;
      if (next == landmarks_.end() || place < next->first) {
        add_line(place, whole_line(document_, stream_.lines[place]), false);
        continue;
      }
      if (const std::uint32_t row = stream_.row(place); rows_.heads_columns(row)) {
        if (row != opened_row_) items_.push_back({&*next, {}});  // the first of the heads opens its part
        opened_row_ = row;
        for (std::uint32_t head = next->first; head <= next->last; ++head)
          add_to_row(row, stream_.line(head).block, whole_line(document_, stream_.lines[head]));
        place = next++->last;
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
    if (const std::uint32_t row = stream_.row(place); rows_.holds_action(row)) return add_to_row(row, block, part);
    if (Chunk* open = open_chunk(); open && belongs_to(*open, place)) {
      open->parts.push_back(part);
      return;
    }
    Chunk chunk;
    if (block != no_index) {
      const Block& from = document_.blocks[block];
      chunk.kind = from.kind;
      chunk.cell = stream_.cell(place);
      if (from.first_line == part.line && !follows_landmark) {
        const std::uint32_t length = std::min(from.marker_length, part.to - part.from);
        chunk.marker = std::string_view(document_.text).substr(part.from, length);
        part.from += length;
      }
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
    return stream_.goes_on(place);
  }

  void add_to_row(std::uint32_t row, std::uint32_t block, const LinePart& part) {
    const Row& at = document_.rows[row];
    const std::uint16_t column = document_.cells[document_.blocks[block].cell].column;
    Item* last = items_.empty() ? nullptr : &items_.back();
    const bool same = last && !last->landmark && last->chunk.row == row;
    const bool is_cut = last && !last->landmark && last->chunk.row != no_index && !last->chunk.is_header_row &&
                        is_cut_off(last->chunk, at, column, part);
    if (!same && !is_cut) {
      Chunk chunk;
      chunk.is_header_row = at.is_header || rows_.heads_columns(row);
      items_.push_back({nullptr, std::move(chunk)});
      last = &items_.back();
    }
    last->chunk.row = row;
    auto& cells = last->chunk.cells;
    auto cell = std::find_if(cells.begin(), cells.end(), [&](const auto& known) { return known.column == column; });
    if (cell == cells.end()) cell = cells.insert(cells.end(), {column, {}});
    cell->parts.push_back(part);
  }

  // A row that a page's end has cut: alone in its row, a text that goes on with the sentence of the cell above it.
  bool is_cut_off(const Chunk& before, const Row& row, std::uint16_t column, const LinePart& part) const {
    const std::uint32_t first = document_.tables[row.table].first_row;
    if (&document_.rows[first] != &row || document_.rows[before.row].table == row.table) return false;
    const auto text = [&](const LinePart& of) {
      return std::string_view(document_.text).substr(of.from, of.to - of.from);
    };
    for (const Chunk::RowCell& cell : before.cells)
      if (cell.column == column) return goes_on(text(cell.parts.back()), text(part));
    return false;
  }

  const LineStream& stream_;
  const Document& document_;
  const std::vector<Landmark>& landmarks_;
  Rows rows_;
  std::uint32_t opened_row_ = no_index;  // whose heads have opened their part
  std::vector<Item> items_;
};

// A row that names a timeframe column heads its table, also where the reader did not see that.
void mark_header_rows(std::vector<Item>& items, const Document& document, const Pack& pack) {
  std::set<std::string> names;
  for (const auto& [language, words] : pack.timeframe_columns)
    for (const std::string& word : words)
      names.insert(loose(word));
  for (Item& item : items) {
    Chunk& chunk = item.chunk;
    if (chunk.row == no_index) continue;
    for (const Chunk::RowCell& cell : chunk.cells) {
      if (cell.parts.size() != 1 || chunk.cells.size() < 2) continue;
      const LinePart& part = cell.parts.front();
      if (names.contains(loose(std::string_view(document.text).substr(part.from, part.to - part.from))))
        chunk.is_header_row = true;
    }
  }
}

}  // namespace

std::vector<Item> itemise(const LineStream& stream, const std::vector<Landmark>& landmarks, const Pack& pack) {
  std::vector<Item> items = Itemiser(stream, landmarks, pack.is_loose).run();
  mark_header_rows(items, stream.document, pack);
  return items;
}

}  // namespace plumbline
