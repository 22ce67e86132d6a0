// A submission's lines as a person reads them.
#include "rules/segment/line_stream.h"

#include "rules/pack/loose_text.h"
#include "rules/segment/heading_rank.h"

namespace plumbline {

LineStream::LineStream(const Document& document_) : document(document_), joiner(document_), cut_rows(document_) {
  for (std::uint32_t i = 0; i < document.lines.size(); ++i)
    if (!is_furniture(document.lines[i].role)) lines.push_back(i);
  cut_rows.put_in_order(lines);
  for (std::uint32_t place = 0; place < size(); ++place) {
    const LooseText loosened = loosen_to_words(text_at(place));
    starts.push_back(static_cast<std::uint32_t>(text.size()));
    text += loosened.text + ' ';
    for (const std::uint32_t from : loosened.origin)
      origin.push_back(line(place).span.start + from);
    if (place + 1 == size() || !joiner.is_one_word_broken(text_at(place), text_at(place + 1))) continue;
    text.pop_back();
    origin.pop_back();
  }
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  origin.push_back(static_cast<std::uint32_t>(document.text.size()));
}

std::uint32_t LineStream::numbering(std::uint32_t place) const {
  const auto numbering = enumeration_of(text_at(place));
  if (numbering.length == 0) return 0;
  const std::uint32_t from = line(place).span.start + static_cast<std::uint32_t>(numbering.length);
  std::uint32_t at = starts[place];
  while (at < starts[place + 1] && (origin[at] < from || text[at] == ' '))
    ++at;
  return at - starts[place];
}

bool LineStream::begins_block(std::uint32_t place) const {
  const Line& here = line(place);
  if (here.block == no_index) return true;
  return document.blocks[here.block].first_line == lines[place] || (place > 0 && line(place - 1).block != here.block);
}

bool LineStream::goes_on(std::uint32_t place) const {
  const Line& here = line(place);
  return here.block != no_index && document.blocks[here.block].continues && begins_block(place);
}

std::uint32_t LineStream::cell(std::uint32_t place) const {
  const std::uint32_t block = line(place).block;
  return block == no_index ? no_index : cut_rows.whole_cell(document.blocks[block].cell);
}

std::uint32_t LineStream::row(std::uint32_t place) const {
  const std::uint32_t at = cell(place);
  return at == no_index ? no_index : document.cells[at].row;
}

}  // namespace plumbline
