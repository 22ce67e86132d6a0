// Where the template's own words stand: the document's title, headings and labels of parts.
#pragma once

#include "extractor/document.h"
#include "rules/pack/pack.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plumbline {

struct Landmark {
  enum class Kind : std::uint8_t {
    title,
    heading,         // of a part
    label,           // of a part
    official_title,  // of a target, without its number
    contents,        // a heading in a table of contents: opens nothing
  };
  Kind kind = Kind::heading;
  std::uint32_t part = no_index;      // index into Pack::parts; none for the title
  std::uint32_t first = 0, last = 0;  // places in the LineStream that it takes, inclusive
  std::uint32_t content_from = 0;     // byte of Document::text, on line `last`, where what follows it begins
  bool has_content = false;           // something follows on line `last`
  bool ends_in_sign = false;          // a colon, dash or full stop stands behind it
  bool ends_in_colon = false;         // or a question mark: what follows is its text
  std::optional<int> number;
};

// The lines that are no furniture, in reading order, with their words in one piece (loosen_to_words).
struct LineStream {
  explicit LineStream(const Document& document);
  const Document& document;
  std::vector<std::uint32_t> lines;   // indices into Document::lines
  std::string text;                   // words of lines, each line followed by a blank
  std::vector<std::uint32_t> starts;  // of each line in `text`; one more at the end
  std::vector<std::uint32_t> origin;  // for each byte of `text`: byte of Document::text

  const Line& line(std::uint32_t place) const { return document.lines[lines[place]]; }
  std::string_view text_at(std::uint32_t place) const { return document.text_of(line(place)); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(lines.size()); }
  bool begins_block(std::uint32_t place) const;
  std::uint32_t cell(std::uint32_t place) const;  // index into Document::cells; no_index outside tables
};

// In order; none overlap.
std::vector<Landmark> find_landmarks(const LineStream& stream, const Pack& pack);

}  // namespace plumbline
