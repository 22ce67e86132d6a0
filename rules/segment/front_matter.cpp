// Whose report it is: what stands before the first target.
#include "rules/segment/front_matter.h"

#include "rules/segment/looks.h"
#include "rules/segment/party.h"

#include <unicode/utf8.h>

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace plumbline {

namespace {

// "Kingdom of Arcadia / 15 February 2013"
bool stands_over_date(const Document& document, const Chunk& chunk, const LinePart& part) {
  if (chunk.parts.size() > 3 || &part != &chunk.parts.front()) return false;
  const LinePart& below = chunk.parts[1];
  const std::string_view text = std::string_view(document.text).substr(below.from, below.to - below.from);
  return text.size() < 40 && text.find_first_of("0123456789") != text.npos;
}

void set_party(TreeBuilder& tree, const Passage& line, std::size_t from) {
  while (from < line.text.size() && line.text[from] == ' ')
    ++from;
  Passage party;
  const Where where = line.where(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(line.text.size() - from));
  party.text = line.text.substr(from);
  party.pieces.push_back({0, where.span.start, where.span.length, line.pieces.front().line});
  tree.claim(line, LineRole::heading, "report");
  tree.report().party = std::move(party);
}

}  // namespace

void take_party(const Document& document, const LineJoiner& joiner, const Chunk& chunk, TreeBuilder& tree) {
  Report& report = tree.report();
  if (chunk.row != no_index) return;
  for (const LinePart& part : chunk.parts) {
    if (!report.party_code.empty()) return;
    Passage line = joiner.join(std::span(&part, 1));
    const auto colon = line.text.find_last_of(":");
    std::string name = colon == line.text.npos ? line.text : line.text.substr(colon + 1);
    if (const std::string code = region_code(name); !code.empty()) {
      set_party(tree, line, colon == line.text.npos ? 0 : colon + 1);
      report.party_code = code;
    } else if (names_state(name) && (!report.party || !names_state(report.party->text))) {
      set_party(tree, line, colon == line.text.npos ? 0 : colon + 1);
    } else if (!report.party && !names_document(name) &&
               (chunk.parts.size() == 1 || stands_over_date(document, chunk, part)) && looks_like_name(name) &&
               (report.title || colon != line.text.npos)) {
      set_party(tree, line, colon == line.text.npos ? 0 : colon + 1);
    }
  }
}

void take_most_named_party(const LineStream& stream, TreeBuilder& tree) {
  const Document& document = stream.document;
  const auto found = most_named_region(stream.text);
  if (!found) return;
  std::uint32_t place = 0;
  while (stream.starts[place + 1] <= found->start)
    ++place;
  const std::uint32_t from = stream.origin[found->start];
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(document.text.data());
  std::uint32_t to = stream.origin[found->start + found->length - 1];
  U8_FWD_1(bytes, to, document.text.size());
  if (to > stream.line(place).span.end()) return;
  const LinePart part{stream.lines[place], from, to};
  if (begins_small(std::string_view(document.text).substr(from))) return;  // "nine island meetings" names no Island
  tree.report().party = stream.joiner.join(std::span(&part, 1));
  tree.report().party_code = found->code;
}

}  // namespace plumbline
