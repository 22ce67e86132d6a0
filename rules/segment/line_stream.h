// A submission's lines as a person reads them: without furniture, and row by row also where a page's end cuts a row.
#pragma once

#include "extractor/document.h"
#include "rules/segment/cut_rows.h"
#include "rules/segment/passage.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// The lines that are no furniture, in reading order, with their words in one piece (loosen_to_words).
struct LineStream {
  explicit LineStream(const Document& document);
  const Document& document;
  LineJoiner joiner;
  CutRows cut_rows;
  std::vector<std::uint32_t> lines;   // indices into Document::lines
  std::string text;                   // words of lines, each line followed by a blank
  std::vector<std::uint32_t> starts;  // of each line in `text`; one more at the end
  std::vector<std::uint32_t> origin;  // for each byte of `text`: byte of Document::text

  const Line& line(std::uint32_t place) const { return document.lines[lines[place]]; }
  std::string_view text_at(std::uint32_t place) const { return document.text_of(line(place)); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(lines.size()); }
  // Bytes of `text` that the heading's numbering at the start of the line takes; 0 where there is none.
  std::uint32_t numbering(std::uint32_t place) const;
  bool begins_block(std::uint32_t place) const;
  bool goes_on(std::uint32_t place) const;  // begins a block that continues the one before
  std::uint32_t cell(
      std::uint32_t place) const;                // index into Document::cells, where it begins; no_index outside tables
  std::uint32_t row(std::uint32_t place) const;  // the same for rows
};

}  // namespace plumbline
