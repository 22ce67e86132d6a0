// Lines of a text file -> paragraphs, headings, list items, tables.
#include "extractor/text/paragraphs.h"

#include "extractor/text/list_marker.h"
#include "extractor/text/table.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace plumbline {

namespace {

// Wrapped text is narrower (typists' 60–80 columns, a page's 90–110); a paragraph on one line is mostly wider.
constexpr std::uint32_t widest_wrapped_line = 160;
// A line may end this much before the margin only where the paragraph ends: words wrap at 0.85 of the measure or more,
// ragged proportional type included.
constexpr double measure_that_wrapping_fills = 0.85;
constexpr std::uint32_t widest_heading = 90;

// "_____": stands over a page's notes.
bool is_rule(std::string_view text) {
  return text.size() >= 5 && text.find_first_not_of("_-=") == text.npos;
}

// "¹ Grooming means …"
bool begins_with_superscript(std::string_view text) {
  constexpr std::string_view digits[] = {"¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  return std::any_of(std::begin(digits), std::end(digits),
                     [&](std::string_view digit) { return text.starts_with(digit); });
}

class Grouper {
 public:
  explicit Grouper(const TextLines& text) : lines_(text.lines), is_taken_from_page_(text.ends_in_blanks) {}

  FlowDocument group() {
    is_unwrapped_ = most_text_is_unwrapped();
    for (std::size_t i = 0; i < lines_.size();)
      i = take(i);
    return std::move(flow_);
  }

 private:
  bool most_text_is_unwrapped() const {
    std::size_t wide = 0, all = 0;
    for (const TextLine& line : lines_) {
      all += line.width;
      if (line.width > widest_wrapped_line) wide += line.width;
    }
    return wide * 2 > all;
  }

  std::size_t take(std::size_t i) {
    if (lines_[i].role != LineRole::body) {
      FlowParagraph& paragraph = begin(i);
      paragraph.kind = BlockKind::furniture;
      paragraph.role = lines_[i].role;
      paragraph.lines.push_back(lines_[i].text);
      return i + 1;
    }
    FlowTable table;
    if (const std::size_t taken = take_table(std::span(lines_).subspan(i), table)) {
      begin(i);
      flow_.items.back().table = std::move(table);
      last_text_.reset();
      return i + taken;
    }
    std::size_t end = i + 1;
    while (end < lines_.size() && lines_[end].empty_before == 0 && lines_[end].page == lines_[i].page &&
           lines_[end].role == LineRole::body && !begins_table(end))
      ++end;
    take_run(i, end);
    return end;
  }

  bool begins_table(std::size_t i) const {
    if (lines_[i].raw.empty() && lines_[i].text.find('|') == std::string::npos) return false;
    FlowTable table;
    return take_table(std::span(lines_).subspan(i), table) > 0;
  }

  FlowParagraph& begin(std::size_t i) {
    FlowItem& item = flow_.items.emplace_back();
    item.page_breaks = lines_[i].page - page_;
    page_ = lines_[i].page;
    item.paragraph.space_before = static_cast<float>(lines_[i].empty_before);
    return item.paragraph;
  }

  // Lines [first, end) stand together with no empty line between them.
  void take_run(std::size_t first, std::size_t end) {
    std::uint32_t measure = 0;
    for (std::size_t i = first; i < end; ++i)
      measure = std::max(measure, lines_[i].indent + lines_[i].width);
    std::size_t begun = first;
    for (std::size_t i = first + 1; i <= end; ++i) {
      if (i < end && !begins_paragraph(first, begun, i, end, measure)) continue;
      add_paragraph(begun, i, end);
      begun = i;
    }
  }

  void add_paragraph(std::size_t first, std::size_t end, std::size_t run_end) {
    const bool goes_on = continues(first);
    FlowParagraph& paragraph = begin(first);
    for (std::size_t i = first; i < end; ++i)
      paragraph.lines.push_back(lines_[i].text);
    const ListMarker marker = goes_on ? ListMarker{} : list_marker(lines_[first].text);
    const bool follows_rule = first > 0 && is_rule(lines_[first - 1].text);
    if (begins_with_superscript(lines_[first].text) || (follows_rule && lines_[first].text.starts_with("[1]"))) {
      paragraph.kind = BlockKind::footnote;
      paragraph.role = LineRole::footnote;
    } else if (marker) {
      paragraph.kind = BlockKind::list_item;
      paragraph.role = LineRole::list_item;
      paragraph.marker_length = marker.length;
    } else if (goes_on) {
      paragraph.continues = true;
      paragraph.kind = last_kind_;
      if (last_kind_ == BlockKind::list_item) paragraph.role = LineRole::list_item;
    } else if (looks_like_heading(first, end, run_end)) {
      paragraph.kind = BlockKind::heading;
      paragraph.role = LineRole::heading;
    }
    last_kind_ = paragraph.kind;
    last_text_ = end - 1;
  }

  // Does line `i` begin a paragraph inside the run [first, end), whose current paragraph began at `begun`?
  bool begins_paragraph(std::size_t first, std::size_t begun, std::size_t i, std::size_t end,
                        std::uint32_t measure) const {
    const TextLine& previous = lines_[i - 1];
    const TextLine& line = lines_[i];
    if (is_rule(previous.text) || is_rule(line.text) || begins_with_superscript(line.text)) return true;
    if (is_unwrapped_ || previous.width > widest_wrapped_line) return true;
    const bool sentence_ended = line_ends_sentence(previous.text);
    const bool ended_early =
        previous.indent + previous.width + 1 + first_word_width(line.text) <= measure * measure_that_wrapping_fills;
    if (const ListMarker marker = list_marker(line.text))
      if (begins_item(begun, first, i, end, marker, sentence_ended || ended_early)) return true;
    if (line.indent > previous.indent && !list_marker(lines_[begun].text))
      return (sentence_ended || ended_early) && !begins_in_lower_case(line.text);
    if (line.indent < previous.indent && list_marker(lines_[begun].text) && line.indent <= lines_[begun].indent)
      return sentence_ended || ended_early;
    if (begins_in_lower_case(line.text)) return false;
    if (sentence_ended && ended_early && end - first >= 2 && measure >= 40) return true;
    if (is_labelled(line.text) && (is_labelled(previous.text) || sentence_ended || ended_early)) return true;
    return i == first + 1 && ended_early && previous.width * 10 <= measure * 7 && measure >= 50 && end - first > 2;
  }

  bool begins_item(std::size_t begun, std::size_t first, std::size_t i, std::size_t end, const ListMarker& marker,
                   bool gap_before) const {
    if (marker.kind == ListMarker::Kind::bullet || has_neighbour(first, i, end, marker)) return true;
    if (marker.kind == ListMarker::Kind::dash) return gap_before;
    const ListMarker open = list_marker(lines_[begun].text);
    return gap_before && (marker.value == 1 || open || lines_[i - 1].text.back() != ';');
  }

  // Does another line of the run begin with the marker before or after this one? Then both are items of one list.
  bool has_neighbour(std::size_t first, std::size_t i, std::size_t end, const ListMarker& marker) const {
    for (std::size_t j = first; j < end; ++j) {
      if (j == i || lines_[j].indent != lines_[i].indent) continue;
      const ListMarker other = list_marker(lines_[j].text);
      if (other.kind != marker.kind || other.sign != marker.sign) continue;
      if (marker.kind == ListMarker::Kind::dash || marker.kind == ListMarker::Kind::outline) return true;
      if (other.value + 1 == marker.value || marker.value + 1 == other.value) return true;
    }
    return false;
  }

  // "Country: Freedonia", each on a line of its own.
  static bool is_labelled(std::string_view text) {
    const auto colon = text.find(": ");
    return colon != text.npos && colon <= 40 && text.substr(0, colon).find_first_of(".;,") == text.npos;
  }

  // Goes line `i` on with the paragraph that a page break, page number or running head cut?
  bool continues(std::size_t i) const {
    if (!last_text_ || *last_text_ + 1 > i) return false;
    const TextLine& last = lines_[*last_text_];
    if (follows_displayed_address(i)) return true;
    const bool page_between = last.page != lines_[i].page || *last_text_ + 1 != i;  // furniture between them
    if (!page_between || last_kind_ == BlockKind::heading || line_ends_sentence(last.text)) return false;
    if (list_marker(lines_[i].text)) return false;
    return begins_in_lower_case(lines_[i].text) ||
           (is_full(*last_text_) && is_full(i) && !is_address(last.text.substr(last.text.rfind(' ') + 1)));
  }

  // Taken out of a typeset page, an address on a line of its own in the midst of a paragraph has white behind it.
  bool follows_displayed_address(std::size_t i) const {
    if (!is_taken_from_page_ || *last_text_ == 0 || last_kind_ != BlockKind::paragraph) return false;
    const TextLine &last = lines_[*last_text_], &before = lines_[*last_text_ - 1], &line = lines_[i];
    return *last_text_ + 1 == i && line.page == last.page && last.page == before.page && last.empty_before == 0 &&
           line.width >= 60 && before.text.ends_with(':') && is_address(last.text) && !line_ends_sentence(last.text);
  }

  static bool is_address(std::string_view text) {
    return text.find(' ') == text.npos &&
           (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www."));
  }

  // Wide enough that the sentence may go on in the next line.
  bool is_full(std::size_t i) const { return lines_[i].width >= 60 && lines_[i].width <= widest_wrapped_line; }

  // A short line alone, with no full stop, no label, and text behind it.
  bool looks_like_heading(std::size_t first, std::size_t end, std::size_t run_end) const {
    const std::string& text = lines_[first].text;
    if (end - first != 1 || end == lines_.size() || lines_[first].width > widest_heading) return false;
    if (line_ends_sentence(text) || text.ends_with(',') || text.ends_with(';') || begins_in_lower_case(text))
      return false;
    if (is_labelled(text) || lines_[end].page != lines_[first].page || lines_[end].role != LineRole::body ||
        begins_in_lower_case(lines_[end].text))
      return false;
    if (first > 0 && lines_[first].empty_before == 0 && lines_[first - 1].page == lines_[first].page) return false;
    return end < run_end || lines_[end].empty_before > 0;
  }

  const std::vector<TextLine>& lines_;
  FlowDocument flow_;
  std::uint32_t page_ = 0;
  bool is_taken_from_page_, is_unwrapped_ = false;
  BlockKind last_kind_ = BlockKind::paragraph;
  std::optional<std::size_t> last_text_;  // the last line of the paragraph laid last
};

}  // namespace

FlowDocument group_lines(const TextLines& text) {
  return Grouper(text).group();
}

}  // namespace plumbline
