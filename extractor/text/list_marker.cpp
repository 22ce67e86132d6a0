// What marks an item of a list in plain text.
#include "extractor/text/list_marker.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string>
#include <vector>

namespace plumbline {

namespace {

constexpr std::u32string_view bullets = U"•●○▪▫■□◦‣⁃∙◆◇►▶➢➤✓✔❖⚫\uF0B7\uF0A7\uF076\uF0D8";
constexpr std::u32string_view dashes = U"-–—−*·+";

struct Point {
  char32_t c;
  std::uint32_t end;  // bytes up to behind it
};

// Markers are short: the first code points of the line.
std::vector<Point> first_points(std::string_view line) {
  std::vector<Point> points;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(line.data());
  const auto length = static_cast<std::int32_t>(line.size());
  for (std::int32_t i = 0; i < length && points.size() < 16;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    points.push_back({static_cast<char32_t>(c), static_cast<std::uint32_t>(i)});
  }
  return points;
}

std::uint32_t roman_value(std::string_view numeral) {
  std::uint32_t value = 0, last = 0;
  for (auto c = numeral.rbegin(); c != numeral.rend(); ++c) {
    const std::uint32_t digit = *c == 'i' ? 1 : *c == 'v' ? 5 : *c == 'x' ? 10 : *c == 'l' ? 50 : 0;
    if (digit == 0) return 0;
    value = digit < last ? value - digit : value + digit;
    last = std::max(last, digit);
  }
  return value;
}

bool is_closing(char32_t c) {
  return c == '.' || c == ')' || c == ']' || c == U'．' || c == U'）' || c == U'、' || c == U':';
}

// " Title": tells "1.1 Registers" from "3.5 per cent".
bool opens_title(const std::vector<Point>& points, std::size_t i) {
  return points[i].c == ' ' && i + 1 < points.size() && u_isupper(static_cast<UChar32>(points[i + 1].c));
}

// "12.", "3)", "(4)", "1.2.3", "2.1." at `i`; Arabic-Indic and full-width digits too.
ListMarker numbered(const std::vector<Point>& points, std::size_t i, bool bracketed) {
  ListMarker marker;
  std::uint32_t value = 0, digits = 0, parts = 1;
  for (; i < points.size(); ++i) {
    const std::int32_t digit = u_charDigitValue(static_cast<UChar32>(points[i].c));
    if (digit >= 0 && u_charType(static_cast<UChar32>(points[i].c)) == U_DECIMAL_DIGIT_NUMBER) {
      value = value * 10 + static_cast<std::uint32_t>(digit);
      if (++digits > 3) return {};  // "2013."
    } else if (points[i].c == '.' && digits > 0 && i + 1 < points.size() &&
               u_isdigit(static_cast<UChar32>(points[i + 1].c))) {
      ++parts;
      value = digits = 0;
    } else {
      break;
    }
  }
  if (digits == 0 || i >= points.size()) return {};
  marker.kind = parts > 1 ? ListMarker::Kind::outline : ListMarker::Kind::number;
  marker.value = value;
  const bool closed = is_closing(points[i].c) && (points[i].c != ':');
  const bool ends = bracketed ? points[i].c == ')' || points[i].c == U'）'
                              : closed || parts >= 3 || (parts == 2 && opens_title(points, i));
  if (!ends) return {};
  marker.sign = closed ? points[i].c : 0;
  marker.length = closed ? points[i].end : points[i - 1].end;
  return marker;
}

// "a)", "(b)", "iv.", "(iii)", "A.": a bare letter before a full stop may be an initial ("J. Smith").
ListMarker lettered(const std::vector<Point>& points, std::size_t i, bool bracketed) {
  std::string letters;
  bool upper = false;
  char32_t letter = 0;
  for (; i < points.size() && u_isalpha(static_cast<UChar32>(points[i].c)); ++i) {
    letter = points[i].c;
    upper = upper || u_isupper(static_cast<UChar32>(letter));
    const UChar32 lower = u_tolower(static_cast<UChar32>(letter));
    letters += lower < 0x80 ? static_cast<char>(lower) : '?';
    if (letters.size() > 5) return {};
  }
  if (letters.empty() || i >= points.size() || (points[i].c != ')' && points[i].c != '.' && points[i].c != U'）'))
    return {};
  if (bracketed && points[i].c == '.') return {};
  ListMarker marker;
  marker.sign = points[i].c;
  marker.length = points[i].end;
  if (letters.size() == 1) {
    marker.kind = ListMarker::Kind::letter;
    const char32_t lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter)));
    marker.value = lower >= 'a' && lower <= 'z'     ? lower - 'a' + 1
                   : lower >= U'а' && lower <= U'я' ? lower - U'а' + 1
                                                    : 1;
    if (letters == "i" && !upper) marker.kind = ListMarker::Kind::roman, marker.value = 1;
    if (upper && points[i].c == '.' && marker.value > 8) return {};
    return marker;
  }
  marker.value = roman_value(letters);
  if (marker.value == 0 || marker.value > 40) return {};
  marker.kind = ListMarker::Kind::roman;
  return marker;
}

// "一、", "（三）", "十二．"
ListMarker in_hanzi(const std::vector<Point>& points, std::size_t i, bool bracketed) {
  constexpr std::u32string_view numerals = U"一二三四五六七八九";
  std::uint32_t value = 0;
  const std::size_t begin = i;
  for (; i < points.size() && i < begin + 3; ++i) {
    const auto digit = numerals.find(points[i].c);
    if (digit != numerals.npos)
      value += static_cast<std::uint32_t>(digit) + 1;
    else if (points[i].c == U'十')
      value = value == 0 ? 10 : value * 10;
    else
      break;
  }
  if (value == 0 || i >= points.size()) return {};
  const char32_t closing = points[i].c;
  if (bracketed ? closing != ')' && closing != U'）' : closing != U'、' && closing != U'．' && closing != '.')
    return {};
  return {ListMarker::Kind::number, points[i].end, value, closing};
}

bool is_followed_by_text(const std::vector<Point>& points, const ListMarker& marker) {
  for (std::size_t i = 0; i + 1 < points.size(); ++i)
    if (points[i].end == marker.length)
      return (points[i + 1].c == ' ' ||
              u_hasBinaryProperty(static_cast<UChar32>(points[i + 1].c), UCHAR_IDEOGRAPHIC)) &&
             i + 2 <= points.size();
  return false;
}

}  // namespace

ListMarker list_marker(std::string_view line) {
  const std::vector<Point> points = first_points(line);
  if (points.size() < 2) return {};
  const char32_t first = points[0].c;
  ListMarker marker;
  if (bullets.find(first) != bullets.npos || dashes.find(first) != dashes.npos ||
      (first == 'o' && points[1].c == ' ' && points.size() > 2 && u_isupper(static_cast<UChar32>(points[2].c)))) {
    const bool dash = dashes.find(first) != dashes.npos;
    marker.kind = dash ? ListMarker::Kind::dash : ListMarker::Kind::bullet;
    marker.length = points[0].end;
    marker.sign = first;
    const bool needs_blank = dash || first == 'o';
    return points[1].c == ' ' || !needs_blank ? marker : ListMarker{};
  }
  const bool bracketed = first == '(' || first == U'（';
  const std::size_t start = bracketed ? 1 : 0;
  marker = numbered(points, start, bracketed);
  if (!marker) marker = lettered(points, start, bracketed);
  if (!marker) marker = in_hanzi(points, start, bracketed);
  return marker && is_followed_by_text(points, marker) ? marker : ListMarker{};
}

}  // namespace plumbline
