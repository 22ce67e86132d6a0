// One row of a CSV table.
#include "output/csv_row.h"

#include <charconv>

namespace plumbline {

namespace {

// Excel, LibreOffice and Google Sheets take a cell that begins like this for a formula (OWASP, "CSV injection"), and
// the full-width forms for the plain ones.
bool looks_like_formula(std::string_view text) {
  for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"})
    if (text.starts_with(start)) return true;
  return false;
}

// Controls, and what overrides the direction of writing. The three marks are harmless, and Arabic needs them.
bool is_active(char32_t value) {
  const bool is_mark = value == 0x061C || value == 0x200E || value == 0x200F;
  return is_unsafe_to_show(value) && !is_mark;
}

}  // namespace

CsvRow& CsvRow::text(std::string_view text) {
  std::string cell;
  if (looks_like_formula(text)) cell += '\'';
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!point.is_valid || is_active(point.value))
      cell += shown_on_one_line(text.substr(at, point.length));
    else
      cell.append(text, at, point.length);
    at += point.length;
  }
  return quoted(cell);
}

CsvRow& CsvRow::text(const std::optional<Passage>& passage) {
  return text(passage ? std::string_view(passage->text) : std::string_view());
}

CsvRow& CsvRow::integer(std::int64_t value) {
  char digits[24];
  return raw({digits, std::to_chars(digits, digits + sizeof digits, value).ptr});
}

CsvRow& CsvRow::place(const Places& places, const Where& where) {
  if (where.lines.empty()) return raw("").raw("").raw("");
  const std::uint32_t page = places.first_page(where);
  const Span span = places.code_points(where.span);
  return (page == 0 ? raw("") : integer(std::int64_t{page}))
      .integer(std::int64_t{span.start})
      .integer(std::int64_t{span.length});
}

CsvRow& CsvRow::raw(std::string_view cell) {
  if (!is_first_) out_ += ',';
  is_first_ = false;
  out_ += cell;
  return *this;
}

CsvRow& CsvRow::quoted(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n\t") == cell.npos && !cell.starts_with(' ') && !cell.ends_with(' ')) return raw(cell);
  raw("\"");
  for (const char c : cell)
    out_.append(c == '"' ? 2 : 1, c);
  out_ += '"';
  return *this;
}

}  // namespace plumbline
