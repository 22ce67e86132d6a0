// A text file's lines as they stand.
#include "extractor/text/lines.h"

#include "extractor/unicode/normalize.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::uint32_t tab_columns = 8;

// Takes the next line off `rest` and says what ended it: '\n', '\f' or 0 at the end.
std::string_view take_line(std::string_view& rest, char& ended_by) {
  for (std::size_t i = 0; i < rest.size(); ++i) {
    std::size_t skip = 0;
    const char c = rest[i];
    if (c == '\n' || c == '\f') skip = 1;
    if (c == '\r') skip = rest.substr(i + 1).starts_with('\n') ? 2 : 1;
    if (c == '\xE2' && (rest.substr(i).starts_with("\xE2\x80\xA8") || rest.substr(i).starts_with("\xE2\x80\xA9")))
      skip = 3;
    if (skip == 0) continue;
    const std::string_view line = rest.substr(0, i);
    rest.remove_prefix(i + skip);
    ended_by = c == '\f' ? '\f' : '\n';
    return line;
  }
  ended_by = 0;
  const std::string_view line = rest;
  rest = {};
  return line;
}

std::uint32_t indent_of(std::string_view raw) {
  std::uint32_t columns = 0;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == ' ')
      ++columns;
    else if (raw[i] == '\t')
      columns += tab_columns - columns % tab_columns;
    else if (raw.substr(i).starts_with("\xC2\xA0"))
      ++columns, ++i;
    else if (raw.substr(i).starts_with("\xE3\x80\x80"))  // ideographic space
      columns += 2, i += 2;
    else
      break;
  }
  return columns;
}

template <typename Visit>
void each_code_point(std::string_view text, Visit visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    if (!visit(c)) return;
  }
}

}  // namespace

std::uint32_t column_width(std::string_view text) {
  std::uint32_t width = 0;
  each_code_point(text, [&](UChar32 c) {
    if (c < 0x300) return ++width, true;
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return true;
    const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
    return true;
  });
  return width;
}

std::uint32_t first_word_width(std::string_view line) {
  std::uint32_t bytes = 0;
  each_code_point(line, [&](UChar32 c) {
    if (c == ' ') return false;
    bytes += static_cast<std::uint32_t>(U8_LENGTH(c));
    return !u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);  // a line of ideographs may break behind each
  });
  return column_width(line.substr(0, bytes));
}

bool line_ends_sentence(std::string_view line) {
  auto end = static_cast<std::int32_t>(line.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(line.data());
  while (end > 0) {
    UChar32 c;
    U8_PREV_OR_FFFD(bytes, 0, end, c);
    const auto type = u_charType(c);
    if (type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || c == '"' || c == '\'' || c == 0x201C) continue;
    return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F ||
           c == 0x06D4 || c == 0x2026 || c == 0x0964 || c == ':' || c == 0xFF1A;
  }
  return false;
}

bool begins_in_lower_case(std::string_view line) {
  bool lower = false;
  each_code_point(line, [&](UChar32 c) {
    const auto type = u_charType(c);
    if (type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION || c == '"' || c == '\'') return true;
    lower = u_islower(c);
    return false;
  });
  return lower;
}

TextLines cut_lines(std::string_view utf8) {
  TextLines result;
  std::uint32_t page = 0, empty = 0, number = 0;
  std::size_t blank_ends = 0;
  char ended_by = 0;
  do {
    const std::string_view raw = take_line(utf8, ended_by);
    TextLine line;
    line.text = normalize_line(raw);
    if (line.text.empty()) {
      ++empty;
    } else {
      line.page = page;
      line.number = number;
      line.empty_before = empty;
      line.indent = indent_of(raw);
      line.width = column_width(line.text);
      if (raw.find('\t') != raw.npos || raw.find("   ", line.indent) != raw.npos || raw.find("....") != raw.npos ||
          raw.find("……") != raw.npos)
        line.raw = raw;
      result.lines.push_back(std::move(line));
      if (raw.ends_with(' ') || raw.ends_with(" \r")) ++blank_ends;
      empty = 0;
    }
    ++number;
    // A form feed at the very end begins no page.
    if (ended_by == '\f' && utf8.find_first_not_of(" \t\r\n\f") != utf8.npos) ++page, empty = 0;
  } while (ended_by != 0);
  result.pages = page + 1;
  result.ends_in_blanks = blank_ends * 10 > result.lines.size() * 8;
  return result;
}

}  // namespace plumbline
