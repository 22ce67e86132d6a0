// Where the template's own words stand: the document's title, headings and labels of parts.
#pragma once

#include "rules/pack/pack.h"
#include "rules/segment/line_stream.h"

#include <cstdint>
#include <optional>
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
  bool is_numbered = false;  // also where its number has levels ("1.2"), which `number` cannot hold
};

// In order; none overlap.
std::vector<Landmark> find_landmarks(const LineStream& stream, const Pack& pack);

}  // namespace plumbline
