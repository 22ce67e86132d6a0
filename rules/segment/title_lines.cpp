// Where a target's title ends.
#include "rules/segment/title_lines.h"

#include "rules/pack/loose_text.h"
#include "rules/segment/looks.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

namespace {

constexpr std::size_t unofficial_lines_most = 4;
constexpr std::size_t official_lines_most = 16;  // in a narrow column
constexpr double alike_least = 0.5;

struct TitleEnd {
  std::size_t lines = 0;
  double alike = 0;  // with an official title, 0..1
};

struct Wording {
  std::string_view text;
  std::string letters;  // of its words, in one piece
};

std::vector<Wording> wordings_of(const OfficialTarget& official) {
  std::vector<Wording> wordings;
  for (const auto& [language, titles] : official.title)
    for (const std::string& title : titles)
      wordings.push_back({title, joined_loose_words(title, "")});
  return wordings;
}

TitleEnd end_of_title(const LineJoiner& joiner, const std::vector<LinePart>& parts, const OfficialTarget& official) {
  const std::vector<Wording> wordings = wordings_of(official);
  TitleEnd best;
  for (std::size_t length = 1; length <= std::min(parts.size(), official_lines_most); ++length) {
    const std::string text = joiner.join(std::span(parts).first(length)).text, letters = joined_loose_words(text, "");
    for (const Wording& wording : wordings) {
      // A hyphen at a line's end that is taken for the word's own makes two words of one.
      const double alike = letters == wording.letters ? 1 : word_similarity(text, wording.text);
      if (alike > best.alike - 0.01)
        best = {length, std::max(best.alike, alike)};  // a wording may be another's beginning
    }
  }
  return best;
}

// What is left looks as the title does and goes on with its sentence: the end of a translation of one's own.
bool is_end_of_title(const Document& document, const std::vector<LinePart>& parts, std::size_t length) {
  constexpr std::size_t most_lines = 2;
  if (length == parts.size() || parts.size() - length > most_lines) return false;
  const Style& style = document.lines[parts[length - 1].line].style;
  const auto looks_alike = [&](const LinePart& part) {
    const Style& other = document.lines[part.line].style;
    return other.bold == style.bold && other.size == style.size;
  };
  const auto text = [&](std::size_t i) {
    return std::string_view(document.text).substr(parts[i].from, parts[i].to - parts[i].from);
  };
  return begins_small(text(length)) && !closes_sentence(text(length - 1)) &&
         std::all_of(parts.begin() + static_cast<std::ptrdiff_t>(length), parts.end(), looks_alike);
}

// Up to where its lines cease to look alike, or a sentence ends.
std::size_t unofficial_title_lines(const Document& document, const std::vector<LinePart>& parts) {
  std::size_t length = 0;
  for (const LinePart& part : parts) {
    const Style& style = document.lines[part.line].style;
    const Style& first = document.lines[parts.front().line].style;
    if (length == unofficial_lines_most || style.bold != first.bold || style.size != first.size) break;
    ++length;
    if (closes_sentence(document.text_of(document.lines[part.line]))) break;
  }
  return length;
}

}  // namespace

std::size_t title_lines(const Document& document, const LineJoiner& joiner, const Pack& pack,
                        const std::vector<LinePart>& parts, std::optional<int> number) {
  const OfficialTarget* official = number ? pack.target(*number) : nullptr;
  if (!official) return unofficial_title_lines(document, parts);
  TitleEnd end = end_of_title(joiner, parts, *official);
  if (end.alike < alike_least)  // the number may be wrong
    for (const OfficialTarget& other : pack.targets)
      if (const TitleEnd its = end_of_title(joiner, parts, other); its.alike > end.alike) end = its;
  if (end.alike < alike_least) return std::min(parts.size(), unofficial_lines_most);
  return is_end_of_title(document, parts, end.lines) ? parts.size() : end.lines;
}

}  // namespace plumbline
