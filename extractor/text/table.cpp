// Tables in plain text.
#include "extractor/text/table.h"

#include "extractor/text/list_marker.h"
#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <string>
#include <vector>

namespace plumbline {

namespace {

constexpr std::size_t most_columns = 64;
constexpr std::size_t widest_row_head = 32, widest_value = 40;  // of a table whose rows are lines
constexpr std::size_t most_header_characters = 48;

using Cells = std::vector<std::string>;

Cells split(std::string_view text, char at) {
  Cells cells;
  for (std::size_t begin = 0; begin <= text.size() && cells.size() < most_columns;) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    cells.push_back(normalize_line(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return cells;
}

bool is_rule(std::string_view text) {
  return text.find_first_not_of("-=+|: ") == text.npos &&
         std::count(text.begin(), text.end(), '-') + std::count(text.begin(), text.end(), '=') >= 3;
}

Cells cells_of_bars(std::string_view text) {
  if (text.starts_with('|')) text.remove_prefix(1);
  if (text.ends_with('|')) text.remove_suffix(1);
  return split(text, '|');
}

// A tab behind a list's marker or before the line is an indent.
Cells cells_of_tabs(const TextLine& line) {
  std::string_view raw = line.raw;
  const std::size_t begin = raw.find_first_not_of(" \t\r");
  if (begin == raw.npos) return {};
  raw.remove_prefix(begin);
  while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\t' || raw.back() == '\r'))
    raw.remove_suffix(1);
  Cells cells = split(raw, '\t');
  if (cells.size() > 1 && list_marker(cells[0] + " x").length == cells[0].size()) {
    cells[1].insert(0, cells[0] + " ");
    cells.erase(cells.begin());
  }
  return cells;
}

FlowCell make_cell(std::size_t column, const std::string& text) {
  FlowCell cell;
  cell.column = static_cast<std::uint16_t>(column);
  if (!text.empty()) {
    cell.items.emplace_back();
    cell.items.back().paragraph.lines.push_back(text);
  }
  return cell;
}

FlowRow make_row(const Cells& cells, std::size_t columns) {
  FlowRow row;
  for (std::size_t i = 0; i < columns; ++i)
    row.cells.push_back(make_cell(i, i < cells.size() ? cells[i] : ""));
  return row;
}

// Names of columns: short, all there, no sentences, no "Label:" of a form, no figures.
bool names_columns(const Cells& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return !cell.empty() && cell.size() <= most_header_characters && !line_ends_sentence(cell) &&
           cell.find_first_of("0123456789") == cell.npos;
  });
}

void add_to_row(FlowRow& row, const Cells& cells) {
  for (std::size_t i = 0; i < row.cells.size() && i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    if (row.cells[i].items.empty())
      row.cells[i] = make_cell(i, cells[i]);
    else
      row.cells[i].items.back().paragraph.lines.push_back(cells[i]);
  }
}

std::size_t take_bars(std::span<const TextLine> lines, FlowTable& table) {
  std::size_t taken = 0, columns = 0, rules = 0, rows = 0;
  for (; taken < lines.size(); ++taken) {
    const TextLine& line = lines[taken];
    if (taken > 0 && (line.empty_before > 0 || line.page != lines[0].page)) break;
    if (is_rule(line.text) && line.text.find_first_of("|+") != line.text.npos) {
      ++rules;
      continue;
    }
    if (line.text.find('|') == line.text.npos) break;
    columns = std::max(columns, cells_of_bars(line.text).size());
    ++rows;
  }
  if (rows < 2 || columns < 2) return 0;
  const bool ruled_rows = rules > 2;  // a rule behind each row: lines between two rules are one row
  bool open = false;
  for (std::size_t i = 0; i < taken; ++i) {
    if (is_rule(lines[i].text) && lines[i].text.find_first_of("|+") != lines[i].text.npos) {
      if (table.rows.size() == 1 && !table.rows[0].is_header) table.rows[0].is_header = true;
      open = false;
      continue;
    }
    const Cells cells = cells_of_bars(lines[i].text);
    const bool goes_on = ruled_rows ? open : !table.rows.empty() && cells[0].empty();
    if (goes_on)
      add_to_row(table.rows.back(), cells);
    else
      table.rows.push_back(make_row(cells, columns));
    open = true;
  }
  table.columns = static_cast<std::uint16_t>(columns);
  table.is_ruled = true;
  if (rules == 0 && table.rows.size() > 1) table.rows[0].is_header = names_columns(cells_of_bars(lines[0].text));
  return taken;
}

std::size_t take_tabs(std::span<const TextLine> lines, FlowTable& table) {
  std::vector<Cells> rows;
  for (const TextLine& line : lines) {
    if (line.page != lines[0].page || line.role != LineRole::body || line.raw.find('\t') == line.raw.npos) break;
    Cells cells = cells_of_tabs(line);
    if (cells.size() < 2 || (!rows.empty() && (cells.size() != rows[0].size() || line.empty_before > 1))) break;
    rows.push_back(std::move(cells));
  }
  if (rows.empty() || (rows.size() == 1 && !(rows[0][0].ends_with(':') && rows[0].size() == 2))) return 0;
  for (const Cells& cells : rows)
    table.rows.push_back(make_row(cells, rows[0].size()));
  table.columns = static_cast<std::uint16_t>(rows[0].size());
  table.rows[0].is_header = rows.size() > 1 && names_columns(rows[0]);
  return rows.size();
}

// One line as columns of code points, a tab being blanks up to the next stop of eight.
std::u32string columns_of(const TextLine& line) {
  const std::string_view source = line.raw.empty() ? std::string_view(line.text) : std::string_view(line.raw);
  std::u32string out;
  if (line.raw.empty()) out.append(line.indent, U' ');
  for (std::size_t i = 0; i < source.size();) {
    const auto byte = static_cast<unsigned char>(source[i]);
    std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    length = std::min(length, source.size() - i);
    if (source[i] == '\t')
      out.append(8 - out.size() % 8, U' ');
    else if (length == 1)
      out += byte == '\r' ? U' ' : static_cast<char32_t>(byte);
    else
      out += static_cast<char32_t>(0x100000 + i);  // which one does not matter: see text_between
    i += length;
  }
  return out;
}

// What stands in columns [from, to) of a line.
std::string text_between(const TextLine& line, std::size_t from, std::size_t to) {
  const std::string_view source = line.raw.empty() ? std::string_view(line.text) : std::string_view(line.raw);
  std::string out;
  std::size_t column = line.raw.empty() ? line.indent : 0;
  for (std::size_t i = 0; i < source.size();) {
    const auto byte = static_cast<unsigned char>(source[i]);
    std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    length = std::min(length, source.size() - i);
    if (column >= from && column < to) out += source.substr(i, length);
    column += source[i] == '\t' ? 8 - column % 8 : 1;
    i += length;
  }
  return normalize_line(out);
}

struct Gutter {
  std::size_t begin = 0, end = 0;  // columns
  std::size_t both = 0;            // lines with text on both sides
};

// Which columns hold something in any of the lines seen so far.
struct Filled {
  std::vector<bool> columns = std::vector<bool>(400, false);
  std::size_t width = 0;
  void add(const std::u32string& line) {
    width = std::min(columns.size(), std::max(width, line.size()));
    for (std::size_t i = 0; i < std::min(line.size(), columns.size()); ++i)
      if (line[i] != U' ') columns[i] = true;
  }
};

// The widest column of at least three blanks that all lines share, with something on both sides.
Gutter find_gutter(const Filled& filled) {
  Gutter best;
  for (std::size_t i = 0; i < filled.width;) {
    std::size_t end = i;
    while (end < filled.width && !filled.columns[end])
      ++end;
    if (i > 0 && end < filled.width && end - i >= 3 && end - i > best.end - best.begin) best = {i, end, 0};
    i = end + (end == i);
  }
  return best;
}

Filled filled_by(const std::vector<std::u32string>& lines) {
  Filled filled;
  for (const std::u32string& line : lines)
    filled.add(line);
  return filled;
}

bool has_short_cells(std::span<const TextLine> lines, const Gutter& gutter) {
  return std::all_of(lines.begin(), lines.end(), [&](const TextLine& line) {
    return line.empty_before == 0 || &line == &lines.front()
               ? column_width(text_between(line, gutter.begin, SIZE_MAX)) <= widest_value
               : false;
  });
}

// Every line is a row, its cells parted by all white that the lines share ("2013   45   12").
void take_rows(std::span<const TextLine> lines, const Filled& filled, FlowTable& table) {
  std::vector<std::size_t> starts = {0};
  for (std::size_t i = 1; i < filled.width; ++i) {
    const bool begins = filled.columns[i] && !filled.columns[i - 1] && i >= 2 && !filled.columns[i - 2];
    if (begins && std::any_of(filled.columns.begin(), filled.columns.begin() + static_cast<std::ptrdiff_t>(i),
                              [](bool is_filled) { return is_filled; }))
      starts.push_back(i);
  }
  for (const TextLine& line : lines) {
    Cells cells;
    for (std::size_t i = 0; i < starts.size(); ++i)
      cells.push_back(text_between(line, starts[i], i + 1 < starts.size() ? starts[i + 1] : SIZE_MAX));
    table.rows.push_back(make_row(cells, starts.size()));
    if (table.rows.size() == 1) table.rows[0].is_header = lines.size() > 2 && names_columns(cells);
  }
  table.columns = static_cast<std::uint16_t>(starts.size());
}

bool closes_text(std::string_view text) {
  const std::u32string letters = to_utf32(text.substr(text.size() > 12 ? text.size() - 12 : 0));
  return !letters.empty() && ends_sentence(letters.back());
}

bool begins_label(std::string_view text) {
  const std::u32string letters = to_utf32(text.substr(0, 4));
  return !letters.empty() && !is_lower(letters.front());
}

std::size_t take_gutter(std::span<const TextLine> lines, FlowTable& table) {
  if (lines[0].raw.empty() || lines[0].raw.find("   ", lines[0].indent) == std::string::npos) return 0;
  std::vector<std::u32string> seen;
  Filled filled;
  Gutter gutter;
  std::size_t taken = 0;
  for (const TextLine& line : lines) {
    if (line.page != lines[0].page || line.role != LineRole::body || line.empty_before > 2 || seen.size() > 2000) break;
    seen.push_back(columns_of(line));
    filled.add(seen.back());
    const Gutter narrower = find_gutter(filled);
    if (narrower.end == 0 || narrower.begin > 40) break;  // a label column, not two columns of prose
    gutter = narrower;
    ++taken;
  }
  seen.resize(taken);
  for (const auto& line : seen)
    gutter.both += gutter.end > 0 && line.find_first_not_of(U' ') < gutter.begin && line.size() > gutter.end;
  if (taken < 3 || gutter.both < 2) return 0;
  if (gutter.both == taken && gutter.begin <= widest_row_head && has_short_cells(lines.first(taken), gutter)) {
    take_rows(lines.first(taken), filled_by(seen), table);
    return taken;
  }
  Cells before(2);
  std::string label;  // of the open row
  for (std::size_t i = 0; i < taken; ++i) {
    const Cells cells = {text_between(lines[i], 0, gutter.begin), text_between(lines[i], gutter.begin, SIZE_MAX)};
    const bool is_label_closed =
        !label.empty() && before[0].empty() && (closes_text(before[1]) || label.ends_with(':'));
    const bool follows_end = lines[i].empty_before > 0 || (is_label_closed && begins_label(cells[0]));
    const bool new_row = table.rows.empty() || (follows_end && !cells[0].empty());
    if (new_row) label.clear();
    if (!cells[0].empty()) label = cells[0];
    before = cells;
    if (new_row) {
      table.rows.push_back(make_row(cells, 2));
    } else if (lines[i].empty_before > 0 && !cells[1].empty()) {  // another paragraph of the right cell
      auto& items = table.rows.back().cells[1].items;
      items.emplace_back();
      items.back().paragraph.lines.push_back(cells[1]);
    } else {
      add_to_row(table.rows.back(), cells);
    }
  }
  table.columns = 2;
  return taken;
}

}  // namespace

std::size_t take_table(std::span<const TextLine> lines, FlowTable& table) {
  if (lines.empty() || lines[0].role != LineRole::body) return 0;
  if (lines[0].text.find('|') != std::string::npos || is_rule(lines[0].text))
    if (const std::size_t taken = take_bars(lines, table)) return taken;
  table = {};
  if (lines[0].raw.find('\t') != std::string::npos)
    if (const std::size_t taken = take_tabs(lines, table)) return taken;
  table = {};
  const std::size_t taken = take_gutter(lines, table);
  if (taken == 0) table = {};
  return taken;
}

}  // namespace plumbline
