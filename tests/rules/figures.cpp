// Text cases of figures: what numbers a text holds, what they count, and which contradict each other.
#include "rules/figures/contradictions.h"
#include "rules/figures/figure.h"
#include "tests/support/case_file.h"

#include <string>

namespace plumbline::test {
namespace {

std::string_view name_of(FigureKind kind) {
  switch (kind) {
    case FigureKind::count:
      return "count";
    case FigureKind::percent:
      return "percent";
    case FigureKind::money:
      return "money";
    case FigureKind::measure:
      return "measure";
    case FigureKind::duration:
      return "duration";
  }
  return "";
}

std::string_view sign_of(Bound bound) {
  switch (bound) {
    case Bound::exact:
      return "";
    case Bound::about:
      return "~";
    case Bound::at_least:
      return ">=";
    case Bound::at_most:
      return "<=";
  }
  return "";
}

std::string_view name_of(ContradictionKind kind) {
  switch (kind) {
    case ContradictionKind::other_value:
      return "other value";
    case ContradictionKind::other_whole:
      return "other whole";
    case ContradictionKind::part_over_whole:
      return "part over whole";
    case ContradictionKind::wrong_sum:
      return "wrong sum";
    case ContradictionKind::wrong_percentage:
      return "wrong percentage";
    case ContradictionKind::wrong_growth:
      return "wrong growth";
    case ContradictionKind::words_and_digits:
      return "words and digits";
  }
  return "";
}

// The counted phrase as it is written.
std::string phrase_of(const Reading& reading, const Figure& figure, std::string_view text) {
  if (figure.counted.empty()) return "";
  const std::uint32_t start = reading.words[figure.word_end].start;
  return std::string(text.substr(start, reading.words[figure.counted_end - 1].end() - start));
}

std::string print(const Reading& reading, const Figure& figure, std::string_view text) {
  std::string line =
      std::string(sign_of(figure.bound)) + to_string_of_value(figure.value) + " " + std::string(name_of(figure.kind));
  if (const std::string phrase = phrase_of(reading, figure, text); !phrase.empty()) line += " of [" + phrase + "]";
  if (figure.is_total) line += ", total";
  if (figure.is_definite) line += ", definite";
  if (figure.is_increment) line += ", increment";
  if (figure.is_distributive) line += ", distributive";
  for (const int year : figure.years)
    line += ", " + std::to_string(year);
  return line + "\n";
}

std::string answer(const Case& item) {
  const std::string& text = item.part("input");
  const Reading reading = read_text(text, language_of(item.part("language")));
  const std::vector<Figure> figures = find_figures(reading);
  Report report;
  report.sections.resize(1);
  report.groups.resize(1);
  report.actions.resize(1);
  std::string lines;
  for (const Figure& figure : figures)
    lines += print(reading, figure, text);
  for (const Contradiction& found : find_contradictions(reading, report, figures, find_acronyms(reading))) {
    const auto quote = [&](std::uint32_t i) { return text.substr(figures[i].start, figures[i].length); };
    lines += std::string(name_of(found.kind)) + ": " + quote(found.figure) + " against " + quote(found.other) +
             ", expected " + to_string_of_value(found.expected) + "\n";
  }
  while (lines.ends_with('\n'))
    lines.pop_back();
  return lines;
}

}  // namespace

void register_figure_cases() {
  register_cases("figures", ".case", answer);
}

}  // namespace plumbline::test
