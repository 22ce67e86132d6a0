// Page numbers and running heads of a text file.
#include "extractor/text/lines.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace plumbline {

namespace {

constexpr std::size_t pages_that_make_a_running_head = 3;
// A page of text has about 20 to 90 lines; with margins kept as empty lines up to 150.
constexpr double fewest_lines_per_page = 12, most_lines_per_page = 150;

// "4", "- 4 -", "Page 4 of 16", "4 / 16", "[4]": the number; anything else is no page number.
std::optional<std::uint32_t> page_number_in(const TextLine& line) {
  if (line.width > 24) return std::nullopt;
  std::uint32_t value = 0, digits = 0, letters = 0;
  bool ended = false;
  for (char c : line.text) {
    if (c >= '0' && c <= '9') {
      if (ended) continue;  // the number of pages, behind "of" or "/"
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
      if (++digits > 4) return std::nullopt;
    } else if (std::string_view(" -/[]()|\xE2\x80\x93\x94").find(c) != std::string_view::npos) {
      ended = digits > 0;
    } else if (c == '.' || c == ',' || c == '%' || c == ':') {
      return std::nullopt;
    } else {
      ended = digits > 0;
      ++letters;
    }
  }
  if (digits == 0) return std::nullopt;
  static const std::vector<std::string_view> words = {"page",     "p",    "pg", "seite", "página", "pagina", "стр",
                                                      "страница", "صفحة", "第", "of",    "de",     "von",    "di",
                                                      "sur",      "из",   "من", "页",    "共"};
  if (letters > 0) {
    std::string rest = fold(line.text);
    const bool known =
        std::any_of(words.begin(), words.end(), [&](std::string_view word) { return rest.starts_with(word); });
    if (!known) return std::nullopt;
  }
  return value;
}

bool stands_alone(const std::vector<TextLine>& lines, std::size_t i) {
  const bool gap_above = i == 0 || lines[i].empty_before > 0 || lines[i - 1].page != lines[i].page;
  const bool gap_below = i + 1 == lines.size() || lines[i + 1].empty_before > 0 || lines[i + 1].page != lines[i].page;
  return gap_above && gap_below;
}

bool is_at_page_edge(const std::vector<TextLine>& lines, std::size_t i) {
  return i == 0 || i + 1 == lines.size() || lines[i - 1].page != lines[i].page || lines[i + 1].page != lines[i].page;
}

void label_page_numbers(TextLines& text) {
  std::vector<TextLine>& lines = text.lines;
  std::uint32_t last = 0, last_line = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto value = page_number_in(lines[i]);
    if (!value || *value == 0) continue;
    if (text.pages > 1) {
      // Printed numbers run with the pages; title pages and contents may come before page 1.
      const std::uint32_t page = lines[i].page + 1;
      if (is_at_page_edge(lines, i) && *value <= page + 40 && page <= *value + 40)
        lines[i].role = LineRole::page_number;
      continue;
    }
    if (!stands_alone(lines, i) || *value <= last) continue;
    const double lines_per_page = (lines[i].number - last_line) / static_cast<double>(*value - last);
    if (lines_per_page < fewest_lines_per_page || lines_per_page > most_lines_per_page) continue;
    lines[i].role = LineRole::page_number;
    last = *value;
    last_line = lines[i].number;
  }
}

std::string without_digits(const std::string& text) {
  std::string out;
  for (char c : text)
    if (c < '0' || c > '9') out += c;
  return fold(out);
}

void label_running_heads(TextLines& text) {
  if (text.pages < pages_that_make_a_running_head) return;
  std::vector<TextLine>& lines = text.lines;
  std::map<std::string, std::vector<std::size_t>> at_edge[2];  // head, foot
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role == LineRole::page_number) continue;
    const auto is_edge = [&](std::size_t from, int step) {
      for (int away = 0;; ++away) {
        const std::size_t next = from + static_cast<std::size_t>(step);
        if (next >= lines.size() || lines[next].page != lines[from].page) return away < 2;
        if (lines[next].role != LineRole::page_number && away >= 1) return false;
        from = next;
      }
    };
    if (is_edge(i, -1)) at_edge[0][without_digits(lines[i].text)].push_back(i);
    if (is_edge(i, 1)) at_edge[1][without_digits(lines[i].text)].push_back(i);
  }
  for (const auto& edge : at_edge)
    for (const auto& [head, places] : edge)
      if (places.size() >= pages_that_make_a_running_head && !head.empty() && places.size() * 3 >= text.pages)
        for (std::size_t i : places)
          lines[i].role = LineRole::running_head;
}

}  // namespace

void label_furniture(TextLines& text) {
  label_page_numbers(text);
  label_running_heads(text);
}

}  // namespace plumbline
