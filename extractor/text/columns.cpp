// Lines of text as columns of characters, and the columns that they leave blank.
#include "extractor/text/columns.h"

#include "extractor/unicode/normalize.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::size_t least_gutter = 3;  // columns
constexpr std::size_t least_dots = 4;    // that lead to the next column; three are an ellipsis
constexpr char32_t rest_of_wide = 0;     // the second column of a wide character

bool is_blank(char32_t c) {
  return c == U' ' || c == 0xA0 || c == 0x3000;
}

bool is_wide(UChar32 c) {
  const int width = c < 0x1100 ? U_EA_NEUTRAL : u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

void blank_leaders(std::u32string& line) {
  const auto is_dot = [](char32_t c) { return c == U'.' || c == U'…' || c == U'·'; };
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i, dots = 0;
    while (end < line.size() && (is_dot(line[end]) || (line[end] == U' ' && dots > 0)))
      dots += line[end] == U'…' ? 2 : is_dot(line[end]), ++end;
    if (dots >= least_dots && i > 0)
      std::fill(line.begin() + static_cast<long>(i), line.begin() + static_cast<long>(end), U' ');
    i = std::max(end, i + 1);
  }
}

}  // namespace

std::u32string columns_of(const TextLine& line) {
  std::u32string out;
  if (line.raw.empty()) out.append(line.indent, U' ');
  const std::string& source = line.raw.empty() ? line.text : line.raw;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(source.data());
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(source.size());) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, static_cast<std::int32_t>(source.size()), c);
    if (c == '\t')
      out.append(8 - out.size() % 8, U' ');
    else
      out += c == '\r' || is_blank(static_cast<char32_t>(c)) ? U' ' : static_cast<char32_t>(c);
    if (is_wide(c)) out += c == 0x3000 ? U' ' : rest_of_wide;
  }
  while (out.ends_with(U' '))
    out.pop_back();
  blank_leaders(out);
  return out;
}

std::string text_between(const std::u32string& line, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < std::min(to, line.size()); ++i) {
    if (line[i] == rest_of_wide) continue;
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(line[i]));
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
  }
  return normalize_line(out);
}

void FilledColumns::add(const std::u32string& line) {
  width_ = std::min(columns_.size(), std::max(width_, line.size()));
  for (std::size_t i = 0; i < std::min(line.size(), columns_.size()); ++i)
    if (line[i] != U' ') columns_[i] = true;
}

std::vector<Gutter> FilledColumns::gutters() const {
  std::vector<Gutter> found;
  bool has_left = false;
  for (std::size_t i = 0; i < width_;) {
    std::size_t end = i;
    while (end < width_ && !columns_[end])
      ++end;
    if (has_left && end < width_ && end - i >= least_gutter) found.push_back({i, end});
    has_left |= end == i;
    i = end + (end == i);
  }
  return found;
}

}  // namespace plumbline
