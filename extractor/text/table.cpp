// Tables in plain text.
#include "extractor/text/table.h"

#include "extractor/text/blank_columns.h"
#include "extractor/text/list_marker.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <string>
#include <vector>

namespace plumbline {

namespace {

constexpr std::size_t most_columns = 64;
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

}  // namespace

std::size_t take_table(std::span<const TextLine> lines, FlowTable& table) {
  if (lines.empty() || lines[0].role != LineRole::body) return 0;
  if (lines[0].text.find('|') != std::string::npos || is_rule(lines[0].text))
    if (const std::size_t taken = take_bars(lines, table)) return taken;
  table = {};
  if (lines[0].raw.find('\t') != std::string::npos)
    if (const std::size_t taken = take_tabs(lines, table)) return taken;
  table = {};
  const std::size_t taken = take_blank_columns(lines, table);
  if (taken == 0) table = {};
  return taken;
}

}  // namespace plumbline
