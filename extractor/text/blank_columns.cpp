// Tables in plain text whose columns are kept apart by blanks, or by rows of dots that lead to the next column.
#include "extractor/text/blank_columns.h"

#include "extractor/text/columns.h"
#include "extractor/text/list_marker.h"

#include <algorithm>
#include <string>
#include <vector>

namespace plumbline {

namespace {

constexpr std::size_t most_lines = 2000;        // of one table
constexpr std::size_t widest_label = 40;        // wider left columns are prose
constexpr std::size_t widest_short_cell = 30;   // of dates and figures beside a wide left column
constexpr std::size_t least_label_column = 14;  // that a label is broken for

// "Adaptation ........ 12": a title and the number of its page.
bool is_contents_line(const TextLine& line) {
  const auto digits = line.text.find_last_not_of("0123456789");
  const std::string_view before = std::string_view(line.text).substr(0, digits == std::string::npos ? 0 : digits + 1);
  return line.text.size() - before.size() <= 3 && before.size() < line.text.size() &&
         (before.ends_with("...") || before.ends_with("... ") || before.ends_with(". . ") || before.ends_with("… "));
}

bool begins_contents(std::span<const TextLine> lines) {
  return is_contents_line(lines[0]) && (lines.size() == 1 || is_contents_line(lines[1]));
}

struct Line {
  std::u32string columns;
  std::string left, right;  // of the gutter that parts labels from what they label
  std::uint32_t empty_before = 0;
};

class Reader {
 public:
  explicit Reader(std::span<const TextLine> source) : source_(source) {}

  std::size_t read(FlowTable& table) {
    take_lines();
    while (lines_.size() > 1 && is_left_only(lines_.back()) && !begins_in_lower_case(lines_.back().left))
      lines_.pop_back();  // a heading of what follows
    const auto both = std::count_if(lines_.begin(), lines_.end(),
                                    [](const Line& line) { return !line.left.empty() && !line.right.empty(); });
    if (lines_.size() < 3 || both < 2) return 0;
    find_columns();
    table.columns = static_cast<std::uint16_t>(starts_.size());
    if (starts_.size() > 2)
      add_data_rows(table);
    else
      add_form_rows(table);
    return lines_.size();
  }

 private:
  void take_lines() {
    for (const TextLine& line : source_) {
      if (begins_contents(source_.subspan(lines_.size()))) break;
      if (line.page != source_[0].page || line.role != LineRole::body || line.empty_before > 2 ||
          lines_.size() > most_lines)
        break;
      Line next{columns_of(line), "", "", line.empty_before};
      FilledColumns filled = filled_;
      filled.add(next.columns);
      const Gutter narrower = widest(filled.gutters());
      if (!lines_.empty() && !(narrower.begin < gutter_.end && gutter_.begin < narrower.end)) break;
      const bool is_form = narrower.end > 0 && narrower.begin <= widest_label;
      const bool is_dated = narrower.end > 0 && filled.width() - narrower.end <= widest_short_cell;
      if (!is_form && (!is_dated || (line.empty_before > 0 && !lines_.empty()))) break;
      if (!lines_.empty() && (stands_apart(line, narrower) || begins_data())) break;
      filled_ = std::move(filled);
      gutter_ = narrower;
      lines_.push_back(std::move(next));
    }
    for (Line& line : lines_) {
      line.left = text_between(line.columns, 0, gutter_.begin);
      line.right = text_between(line.columns, gutter_.begin, std::u32string::npos);
    }
  }

  // The lines up to the next empty one have more columns than the form before them.
  bool begins_data() {
    const auto rest = source_.subspan(lines_.size());
    if (rest[0].empty_before == 0 || lines_.size() < 3) return false;
    std::size_t length = 1;
    while (length < rest.size() && rest[length].empty_before == 0)
      ++length;
    if (length < 3) return false;
    Reader group(rest.first(length));
    group.take_lines();
    if (group.lines_.size() < 3) return false;
    group.find_columns();
    find_columns();
    return group.starts_.size() > 2 && starts_.size() <= 2;
  }

  static Gutter widest(const std::vector<Gutter>& gutters) {
    Gutter best;
    for (const Gutter& gutter : gutters)
      if (gutter.end - gutter.begin > best.end - best.begin) best = gutter;
    return best;
  }

  // A line of the left column alone between empty lines, where the next line begins in that column too.
  bool stands_apart(const TextLine& line, const Gutter& gutter) const {
    const TextLine* next = &line + 1;
    if (line.empty_before == 0 || next == source_.data() + source_.size() || next->empty_before == 0) return false;
    return line.indent + line.width <= gutter.begin && next->indent < gutter.begin && next->page == line.page &&
           !begins_in_lower_case(line.text);
  }

  static bool is_left_only(const Line& line) { return !line.left.empty() && line.right.empty(); }

  // Beside the gutter that parts labels from what they label, those that part cells of nearly each line.
  void find_columns() {
    starts_ = {0};
    for (const Gutter& gutter : filled_.gutters())
      if (gutter.begin == gutter_.begin || parts_cells(gutter)) starts_.push_back(gutter.end);
  }

  bool parts_cells(const Gutter& gutter) const {
    std::size_t parted = 0, with_text = 0;
    for (const Line& line : lines_) {
      const std::size_t left = line.columns.find_first_not_of(U' ', starts_.back());
      const bool has_left = left < gutter.begin;
      const bool has_right = line.columns.size() > gutter.end;
      parted += has_left && has_right;
      with_text += has_left || has_right;
    }
    return parted >= 2 && parted * 3 >= with_text * 2;
  }

  std::vector<std::string> cells_of(const Line& line) const {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < starts_.size(); ++i)
      cells.push_back(
          text_between(line.columns, starts_[i], i + 1 < starts_.size() ? starts_[i + 1] : std::u32string::npos));
    return cells;
  }

  static FlowParagraph* last_paragraph(FlowCell& cell) {
    return cell.items.empty() ? nullptr : &cell.items.back().paragraph;
  }

  static void begin_paragraph(FlowCell& cell, const std::string& text) {
    FlowParagraph& paragraph = cell.items.emplace_back().paragraph;
    paragraph.lines.push_back(text);
    const ListMarker marker = list_marker(text);
    const bool is_initial = marker.kind == ListMarker::Kind::letter && marker.sign == '.';  // "A. Brandt"
    if (marker && !is_initial) {
      paragraph.kind = BlockKind::list_item;
      paragraph.role = LineRole::list_item;
      paragraph.marker_length = marker.length;
    }
  }

  // A line of a cell: of its last paragraph, or the next item of its list.
  static void add_text(FlowCell& cell, const std::string& text, bool is_apart) {
    if (text.empty()) return;
    FlowParagraph* last = last_paragraph(cell);
    if (!last || is_apart || begins_item(*last, text)) return begin_paragraph(cell, text);
    last->lines.push_back(text);
  }

  static bool begins_item(const FlowParagraph& open, const std::string& text) {
    const ListMarker marker = list_marker(text);
    if (!marker) return false;
    const ListMarker before = list_marker(open.lines.front());
    if (marker.kind == ListMarker::Kind::bullet) return true;
    if (marker.kind == ListMarker::Kind::dash)
      return before.kind == marker.kind || line_ends_sentence(open.lines.back());
    return before ? before.kind == marker.kind && before.value + 1 == marker.value : marker.value == 1;
  }

  FlowRow& begin_row(FlowTable& table) const {
    FlowRow& row = table.rows.emplace_back();
    for (std::size_t i = 0; i < starts_.size(); ++i)
      row.cells.emplace_back().column = static_cast<std::uint16_t>(i);
    return row;
  }

  // Each line of the first column begins a row, unless it only goes on with a cell above.
  void add_data_rows(FlowTable& table) const {
    std::vector<std::size_t> figures;  // cells with digits behind the first column, for each row
    for (const Line& line : lines_) {
      const std::vector<std::string> cells = cells_of(line);
      const bool is_rest = cells[0].empty() || begins_in_lower_case(cells[0]);
      const bool is_wrapped = !table.rows.empty() && is_rest && std::count(cells.begin() + 1, cells.end(), "") >= 1;
      if (!is_wrapped) begin_row(table), figures.push_back(0);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        add_text(table.rows.back().cells[i], cells[i], false);
        figures.back() += i > 0 && cells[i].find_first_of("0123456789") != std::string::npos;
      }
    }
    const auto with_figures =
        std::count_if(figures.begin(), figures.end(), [](std::size_t count) { return count > 0; });
    const FlowRow& first = table.rows.front();
    const bool is_named = std::all_of(first.cells.begin() + 1, first.cells.end(),
                                      [](const FlowCell& cell) { return cell.items.size() == 1; });
    table.rows.front().is_header =
        is_named && figures.front() == 0 && with_figures * 3 >= static_cast<long>(figures.size());
  }

  // Each label begins a row; labels and their text may both be broken over lines.
  void add_form_rows(FlowTable& table) const {
    const Measures measures = measure();
    std::string label;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (table.rows.empty() || begins_form_row(i, label, !table.rows.back().cells[1].items.empty(), measures)) {
        begin_row(table);
        label.clear();
      }
      FlowRow& row = table.rows.back();
      add_text(row.cells[0], line.left, false);
      add_text(row.cells[1], line.right, line.empty_before > 0);
      if (!line.left.empty()) label = line.left;
    }
  }

  struct Measures {
    std::size_t label = 0, text = 0;  // columns; of text only that is broken
    bool has_colons = false;          // labels end in colons
  };

  Measures measure() const {
    Measures measures{least_label_column, 0, false};
    std::size_t colons = 0, labels = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      measures.label = std::max<std::size_t>(measures.label, column_width(line.left));
      const bool is_broken = i + 1 < lines_.size() && lines_[i + 1].left.empty() && lines_[i + 1].empty_before == 0;
      if (is_broken) measures.text = std::max<std::size_t>(measures.text, column_width(line.right));
      labels += !line.left.empty();
      colons += line.left.ends_with(':') || line.left.ends_with("：");
    }
    measures.has_colons = colons * 2 >= labels;
    return measures;
  }

  // `label`: what stands of the open row's label on the line where it ends.
  bool begins_form_row(std::size_t i, const std::string& label, bool has_text, const Measures& measures) const {
    const Line& line = lines_[i];
    if (line.left.empty()) return false;
    if (line.empty_before > 0) return true;
    if (begins_in_lower_case(line.left) || line.left.starts_with('(') || !has_text) return false;
    if (lines_[i - 1].left.empty() && !label.empty()) return true;  // a label's own lines follow one another
    const bool is_closed = label.ends_with(':') || label.ends_with("：") || label.ends_with('?');
    if (measures.has_colons) return is_closed;
    const bool is_label_full = column_width(label) + 1 + first_word_width(line.left) > measures.label;
    if (line.right.empty()) return is_closed || (!lines_[i - 1].right.empty() && !is_label_full);
    const std::string& above = lines_[i - 1].right;
    if (above.ends_with(',')) return false;
    const bool is_text_full =
        measures.text > 0 && column_width(above) + 1 + first_word_width(line.right) > measures.text;
    if (is_text_full && !line_ends_sentence(above)) return !is_label_full;
    return !list_marker(line.right) || !is_label_full;
  }

  std::span<const TextLine> source_;
  std::vector<Line> lines_;
  FilledColumns filled_;
  Gutter gutter_;
  std::vector<std::size_t> starts_;  // of columns
};

bool has_wide_blank(const TextLine& line) {
  return !line.raw.empty() && (line.raw.find("   ", line.indent) != std::string::npos ||
                               line.raw.find("....") != std::string::npos || line.raw.find("……") != std::string::npos);
}

}  // namespace

std::size_t take_blank_columns(std::span<const TextLine> lines, FlowTable& table) {
  return has_wide_blank(lines[0]) ? Reader(lines).read(table) : 0;
}

}  // namespace plumbline
