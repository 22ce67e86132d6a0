// Lines that may be headings in a party's own words.
#include "rules/segment/own_headings.h"

#include "rules/pack/loose_text.h"
#include "rules/pack/phrase_number.h"
#include "rules/segment/forms.h"
#include "rules/segment/heading_rank.h"
#include "rules/segment/looks.h"

#include <algorithm>
#include <string_view>

namespace plumbline {

namespace {

constexpr std::uint32_t most_heading_lines = 2;  // of a block; a label cell is narrower
constexpr std::uint32_t most_label_lines = 6;

// Of a line that begins with a word and a number.
std::uint32_t title_behind_number(std::string_view text) {
  const std::size_t number = text.find_first_not_of(' ', text.find(' '));
  const std::size_t end = std::min(text.find_first_of(" .:)", number), text.size());
  const std::size_t title = end + signs_at(text, end);
  return static_cast<std::uint32_t>(title < text.size() ? title : 0);
}

bool is_number_sign(std::string_view word) {
  static constexpr std::string_view signs[] = {"№",   "#",   "n°",  "N°", "nº",  "Nº",   "n.º", "N.º", "n.°",
                                               "No.", "no.", "Nr.", "Nr", "nr.", "Num.", "n.",  "N.",  "رقم"};
  return std::find(std::begin(signs), std::end(signs), word) != std::end(signs);
}

// "Priority area No. 2: …", from byte `from`: up to three words, the sign of a number, the number.
HeadingNumber number_behind_words(std::string_view text, std::size_t from) {
  constexpr std::size_t most_words = 3;
  HeadingNumber found;
  std::size_t words = 0;
  for (std::size_t at = text.find_first_not_of(' ', from); at < text.size() && words <= most_words;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (words > 0 && is_number_sign(word)) {
      const std::size_t number = text.find_first_not_of(' ', end);
      if (number == text.npos) return {};
      const std::size_t behind = std::min(text.find_first_of(" .:)", number), text.size());
      const auto read = number_of(loose(text.substr(number, behind - number)));
      if (!read) return {};
      found.numbers.push_back(*read);
      found.has_sign = true;
      const std::size_t title = behind + signs_at(text, behind);
      found.title_from = static_cast<std::uint32_t>(title < text.size() ? title : 0);
      return found;
    }
    const auto loosened = loose_words(word);
    if (loosened.size() != 1 || number_of(loosened.front()) || ends_in_colon(word)) return {};
    found.word += (words++ == 0 ? "" : " ") + loosened.front();
    at = text.find_first_not_of(' ', end);
  }
  return {};
}

}  // namespace

std::size_t signs_at(std::string_view text, std::size_t at) {
  std::size_t length = 0;
  for (;;) {
    const std::string_view rest = text.substr(at + length);
    if (rest.empty()) return length;
    if (std::string_view(" .:)-").find(rest[0]) != std::string_view::npos)
      ++length;
    else if (rest.starts_with("–") || rest.starts_with("—"))
      length += std::string_view("–").size();
    else
      return length;
  }
}

OwnHeading heading_at(const LineStream& stream, std::uint32_t place) {
  const std::uint32_t cell = stream.cell(place), block = stream.line(place).block;
  const bool is_label = is_label_cell(stream.document, cell);
  const auto belongs = [&](std::uint32_t other) {
    return is_label ? stream.cell(other) == cell : block != no_index && stream.line(other).block == block;
  };
  std::uint32_t last = place;
  while (last + 1 < stream.size() && belongs(last + 1))
    ++last;
  return {place, last};
}

std::string words_of(const LineStream& stream, const OwnHeading& heading) {
  const Document& document = stream.document;
  const std::uint32_t cell = stream.cell(heading.first);
  const bool is_label = is_label_cell(document, cell);
  const std::uint32_t filled = cell == no_index ? 0 : filled_cells(document, document.rows[document.cells[cell].row]);
  if (filled > (is_label ? 2 : 1)) return {};  // a row of a table
  if (heading.last - heading.first >= (is_label ? most_label_lines : most_heading_lines)) return {};
  std::string text;
  for (std::uint32_t at = heading.first; at <= heading.last; ++at)
    text += (text.empty() ? "" : " ") + std::string(stream.text_at(at));
  const std::size_t numbering = enumeration_of(text).length;
  const std::uint32_t block = stream.line(heading.first).block;
  if (block != no_index && document.blocks[block].kind == BlockKind::list_item && numbering == 0) return {};
  text.erase(0, numbering);
  while (text.ends_with(' ') || ends_in_colon(text))
    text.erase(text.size() - (text.ends_with("：") ? 3 : 1));
  if (!looks_like_heading(text, is_label ? HeadingEvidence::style : HeadingEvidence::words)) return {};
  std::string words;
  for (const std::string& word : loose_words(text))
    if (word.find_first_not_of("0123456789") != std::string::npos) words += word + " ";
  return words;
}

HeadingNumber number_at(const LineStream& stream, std::uint32_t place) {
  const std::string_view text = stream.text_at(place);
  const Enumeration numbering = enumeration_of(text);
  if (numbering.depth > 1) return {};
  // "Chapter 6." is a numbering of two words.
  const bool is_numbering = numbering.depth == 1;
  if (HeadingNumber found = number_behind_words(text, is_numbering ? numbering.length : 0); !found.numbers.empty())
    return found;
  const auto words = loose_words(is_numbering ? text.substr(0, numbering.length) : text);
  if (words.empty() || (is_numbering ? words.size() > 2 : words.size() < 2)) return {};
  const std::size_t at = is_numbering ? words.size() - 1 : 1;
  HeadingNumber found;
  const std::string& number = words[at];
  if (number.size() == 1 && number[0] >= 'a' && number[0] <= 'z') found.numbers.push_back(number[0] - 'a' + 1);
  if (const auto read = number_of(number)) found.numbers.push_back(*read);
  if (found.numbers.empty()) return {};
  if (at == 1) found.word = words.front();
  found.title_from = is_numbering ? static_cast<std::uint32_t>(numbering.length) : title_behind_number(text);
  return found;
}

}  // namespace plumbline
