// How far the tags of a PDF can be believed.
#include "extractor/layout/tags.h"

#include "extractor/layout/flowing.h"
#include "extractor/layout/text_ends.h"
#include "extractor/unicode/letters.h"

#include <algorithm>
#include <cmath>

namespace plumbline::layout {

namespace {

constexpr std::size_t least_right = 2;     // places that agree
constexpr std::size_t most_wrong_in = 20;  // one of so many may disagree: authors break lines within a paragraph

}  // namespace

bool are_tagged(const Tag& a, const Tag& b) {
  return a.element != no_index && b.element != no_index;
}

bool TagTrust::is_earned() const {
  return right_ >= least_right && wrong_ * most_wrong_in <= right_;
}

void TagTrust::learn(std::span<const LaidLine> column, const Leading& leading) {
  for (std::size_t i = 1; i < column.size(); ++i) {
    const LaidLine &above = column[i - 1], &line = column[i];
    if (!are_tagged(above.content.tag, line.content.tag) || std::abs(above.size - line.size) > 0.06f * line.size)
      continue;
    const float distance = line.baseline - above.baseline, usual = leading.of(line.size);
    const bool is_within =
        distance < 1.1f * usual && starts_lower(line.content.text) && !ends_sentence(last_mark(above.content.text));
    const bool is_apart = distance > 1.7f * usual;
    if (is_within) count(above.content.tag == line.content.tag);
    if (is_apart) count(above.content.tag != line.content.tag);
  }
}

void TagTrust::learn(const Document& document) {
  const Block* before = nullptr;
  for (const Block& block : document.blocks) {
    if (!flows(document, block)) continue;
    for (std::uint32_t i = block.first_line + 1; i < block.first_line + block.line_count; ++i)
      if (const Tag& a = document.lines[i - 1].tag, &b = document.lines[i].tag; are_tagged(a, b)) count(a == b);
    if (before != nullptr) {
      const Line &a = document.lines[before->first_line + before->line_count - 1],
                 &b = document.lines[block.first_line];
      if (a.page == b.page && are_tagged(a.tag, b.tag)) count(a.tag != b.tag);
    }
    before = &block;
  }
}

}  // namespace plumbline::layout
