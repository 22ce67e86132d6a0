// Notes at a page's foot, and the marks in the text that point to them; addresses that stray there.
#include "extractor/layout/layout.h"
#include "extractor/layout/reblock.h"
#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plumbline {

namespace {

std::uint32_t size_of(const auto& vector) {
  return static_cast<std::uint32_t>(vector.size());
}

// "1", "12", "*", "†", "a": what a note and its reference share.
std::string_view mark_at_start(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < 3 && text[end] >= '0' && text[end] <= '9')
    ++end;
  if (end > 0) return text.substr(0, end);
  for (const std::string_view sign : {"***", "**", "*", "††", "†", "‡", "§", "¹", "²", "³"})
    if (text.starts_with(sign)) return text.substr(0, sign.size());
  return {};
}

bool is_mark(std::string_view text) {
  return !text.empty() && text.size() <= 6 && mark_at_start(text) == text;
}

class Footnotes {
 public:
  explicit Footnotes(Document& document) : document_(document) {}

  void label() {
    usual_size_ = usual_size();
    collect_marks();
    part_at_notes();
    for (std::uint32_t page = 0; page < document_.pages.size(); ++page)
      label_page(page);
    drop_unresolved();
  }

 private:
  struct Reference {
    Span span;
    bool used = false;
  };

  float usual_size() const {
    std::map<int, std::size_t> bytes;
    for (const Line& line : document_.lines)
      if (!is_furniture(line.role)) bytes[static_cast<int>(std::lround(line.style.size * 4))] += line.span.length;
    int usual = 0;
    std::size_t most = 0;
    for (const auto& [size, count] : bytes)
      if (count > most) most = count, usual = size;
    return static_cast<float>(usual) / 4;
  }

  // Layout listed all small raised marks; those at a line's start are notes' own.
  void collect_marks() {
    raised_start_.assign(document_.lines.size(), false);
    std::vector<FootnoteLink> kept;
    std::size_t at = 0;
    for (const FootnoteLink& link : document_.footnotes) {
      if (link.block != no_index) {
        kept.push_back(link);
        continue;
      }
      while (at + 1 < document_.lines.size() && document_.lines[at].span.end() < link.mark.end())
        ++at;
      const Line& line = document_.lines[at];
      std::string_view text = document_.text_of(link.mark);
      Span span = link.mark;
      while (!text.empty() && (text.back() == ' ' || text.back() == ',' || text.back() == ')'))
        text.remove_suffix(1), --span.length;
      while (!text.empty() && (text.front() == ' ' || text.front() == '('))
        text.remove_prefix(1), ++span.start, --span.length;
      if (!is_mark(text)) continue;
      if (span.start <= line.span.start + 1)
        raised_start_[at] = true;
      else
        references_[line.page].push_back({span});
    }
    document_.footnotes = std::move(kept);
  }

  bool is_small(const Line& line) const { return line.style.size < usual_size_ * 0.93f; }

  bool begins_note(std::uint32_t index) const {
    const Line& line = document_.lines[index];
    const std::string_view mark = mark_at_start(document_.text_of(line));
    if (mark.empty() || line.span.length <= mark.size()) return false;
    if (raised_start_[index]) return true;
    return is_small(line) && find_reference(line.page, mark) != nullptr;
  }

  void part_at_notes() {
    layout::part_blocks(document_, [&](std::uint32_t line) {
      const Line &here = document_.lines[line], &above = document_.lines[line - 1];
      if (begins_note(line)) return is_small(here) || !is_small(above);
      return false;
    });
  }

  const Reference* find_reference(std::uint32_t page, std::string_view mark) const {
    const auto at = references_.find(page);
    if (at == references_.end()) return nullptr;
    for (const Reference& reference : at->second)
      if (document_.text_of(reference.span) == mark) return &reference;
    return nullptr;
  }

  // Of each column of text.
  void label_page(std::uint32_t page) {
    const Page& p = document_.pages[page];
    std::vector<std::uint32_t> blocks;
    for (std::uint32_t i = p.first_line; i < p.first_line + p.line_count; ++i) {
      const Line& line = document_.lines[i];
      if (line.block != no_index && !is_furniture(line.role) && (blocks.empty() || blocks.back() != line.block))
        blocks.push_back(line.block);
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i)
      if (i + 1 == blocks.size() || begins_column(document_.blocks[blocks[i]], document_.blocks[blocks[i + 1]])) {
        label_foot(blocks, begin, i + 1, page);
        begin = i + 1;
      }
  }

  bool begins_column(const Block& above, const Block& block) const {
    const Box& end = document_.lines[above.first_line + above.line_count - 1].box;
    const Box& start = document_.lines[block.first_line].box;
    return start.y1 < end.y0 && (start.x0 > end.x1 || start.x1 < end.x0);
  }

  // The last blocks of a column that begin with a mark, or go on with a note above them.
  void label_foot(const std::vector<std::uint32_t>& blocks, std::size_t begin, std::size_t end, std::uint32_t page) {
    std::size_t first = end;
    for (std::size_t i = end; i-- > begin;) {
      const Block& block = document_.blocks[blocks[i]];
      if (block.cell != no_index || !is_small(document_.lines[block.first_line])) break;
      if (begins_note(block.first_line)) first = i;
    }
    // What a note has nothing to do with: text all of whose page is as small, with no mark that points here.
    for (std::size_t i = first; i < end; ++i)
      label_note(blocks[i], page);
  }

  void label_note(std::uint32_t index, std::uint32_t page) {
    Block& block = document_.blocks[index];
    block.kind = BlockKind::footnote;
    for (std::uint32_t i = 0; i < block.line_count; ++i)
      document_.lines[block.first_line + i].role = LineRole::footnote;
    if (!begins_note(block.first_line)) return;
    const std::string_view mark = mark_at_start(document_.text_of(document_.lines[block.first_line]));
    const auto at = references_.find(page);
    Span found;
    if (at != references_.end())
      for (Reference& reference : at->second)
        if (!reference.used && document_.text_of(reference.span) == mark) {
          reference.used = true;
          found = reference.span;
          break;
        }
    document_.footnotes.push_back({index, found});
  }

  void drop_unresolved() {
    std::erase_if(document_.footnotes, [](const FootnoteLink& link) { return link.block == no_index; });
  }

  Document& document_;
  float usual_size_ = 0;
  std::vector<bool> raised_start_;
  std::unordered_map<std::uint32_t, std::vector<Reference>> references_;  // by page
};

// The address that a text is, without what tells two ways of writing it apart; empty when it is more than one word.
std::string address_of(std::string_view text) {
  if (text.find(' ') != text.npos || text.size() < 8) return {};
  const bool is_address = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
  if (!is_address) return {};
  while (!text.empty() && std::string_view(".,;:)>/").find(text.back()) != text.npos)
    text.remove_suffix(1);
  for (const std::string_view scheme : {"http://", "https://", "www."})
    if (text.starts_with(scheme)) text.remove_prefix(scheme.size());
  return fold(text);
}

}  // namespace

void label_footnotes(Document& document) {
  Footnotes(document).label();
}

void label_stray_addresses(Document& document) {
  std::string folded;
  for (std::uint32_t page = 0; page < size_of(document.pages); ++page) {
    const Page& p = document.pages[page];
    std::uint32_t last = no_index;
    for (std::uint32_t i = p.first_line; i < p.first_line + p.line_count; ++i)
      if (!is_furniture(document.lines[i].role)) last = i;
    if (last == no_index) continue;
    Line& line = document.lines[last];
    const std::string address = address_of(document.text_of(line));
    const bool stands_alone = line.block != no_index && document.blocks[line.block].line_count == 1 &&
                              document.blocks[line.block].cell == no_index;
    if (address.empty() || !stands_alone) continue;
    if (folded.empty()) folded = fold(document.text);
    const std::size_t first = folded.find(address);
    if (first == folded.npos || folded.find(address, first + 1) == folded.npos) continue;  // said nowhere else
    line.role = LineRole::stray_address;
    document.blocks[line.block].kind = BlockKind::furniture;
  }
}

}  // namespace plumbline
