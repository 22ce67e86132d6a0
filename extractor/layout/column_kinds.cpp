// What stands in columns: running text, the rows of a table, or a label beside the rows of one.
#include "extractor/layout/bands.h"
#include "extractor/layout/rows.h"

#include <algorithm>
#include <cmath>

namespace plumbline::layout {

namespace {

// The width that few of its lines exceed: one that did not fit may reach far out.
float usual_width(const Items& items, const Indices& column) {
  std::vector<float> widths;
  for (const Band& band : bands_of(items, column)) {
    Box box;
    for (const std::uint32_t index : band.items)
      box.include(items[index].box);
    widths.push_back(box.width());
  }
  const auto at = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 9 / 10);
  std::nth_element(widths.begin(), at, widths.end());
  return *at;
}

// At most boundaries most columns go on in the middle of a sentence, behind a line that is full.
bool tears_sentences(const Items& items, const Columns& columns, const std::vector<float>& ys) {
  std::size_t torn = 0, met = 0;
  for (const Indices& column : columns) {
    const std::vector<Band> bands = bands_of(items, column);
    float right = -1e9f;
    for (const Band& band : bands)
      right = std::max(right, band.right);
    for (const float y : ys) {
      const auto below = std::find_if(bands.begin(), bands.end(), [&](const Band& b) { return b.baseline > y; });
      if (below == bands.begin() || below == bands.end()) continue;
      const Band& above = *(below - 1);
      ++met;
      torn += !above.ends_sentence && !above.ends_with_colon && right - above.right < below->first_word;
    }
  }
  return torn * 2 > met;
}

// Above most boundaries some columns end lines before others: cells of rows do, columns of running text are filled.
bool end_apart(const Items& items, const Columns& columns, const std::vector<float>& ys) {
  std::vector<std::vector<Band>> bands_of_columns;
  for (const Indices& column : columns)
    bands_of_columns.push_back(bands_of(items, column));
  std::size_t apart = 0;
  for (const float y : ys) {
    float highest = 1e9f, lowest = -1e9f, size = 0;
    for (const std::vector<Band>& bands : bands_of_columns) {
      const auto below =
          std::partition_point(bands.begin(), bands.end(), [&](const Band& b) { return b.baseline < y; });
      if (below == bands.begin()) continue;
      highest = std::min(highest, (below - 1)->baseline);
      lowest = std::max(lowest, (below - 1)->baseline);
      size = std::max(size, (below - 1)->size);
    }
    apart += lowest - highest > 0.8f * size;
  }
  return apart * 2 > ys.size();
}

float height_of(const std::vector<Band>& bands) {
  float height = 0;
  for (const Band& band : bands)
    height += band.bottom - band.top;
  return height;
}

// Where paragraphs begin: the first line, and those behind more white than lines have between them.
std::vector<float> paragraph_baselines(const std::vector<Band>& bands) {
  const float leading = leading_of(bands);
  std::vector<float> baselines;
  for (std::size_t i = 0; i < bands.size(); ++i)
    if (i == 0 || bands[i].top - bands[i - 1].bottom > leading + 0.3f * bands[i].size)
      baselines.push_back(bands[i].baseline);
  return baselines;
}

// A wide label column: it has holes that the text beside it has not, and what stands in it begins where a paragraph
// of the text does. A column of running text is filled before the next begins.
bool is_label_column(const Items& items, const Indices& first, const Indices& second) {
  const std::vector<Band> labels = bands_of(items, first), text = bands_of(items, second);
  if (height_of(labels) > 0.7f * height_of(text)) return false;
  const std::vector<float> rows = paragraph_baselines(text);
  const std::vector<float> starts = paragraph_baselines(labels);
  const float slack = 0.3f * labels.front().size;
  const auto begins_row = [&](float y) {
    return std::any_of(rows.begin(), rows.end(), [&](float row) { return std::abs(row - y) < slack; });
  };
  const bool has_hole = starts.size() > 1 || labels.back().bottom < text.back().bottom - 3 * labels.front().size;
  return has_hole && std::all_of(starts.begin(), starts.end(), begins_row);
}

}  // namespace

bool is_running_text(const Items& items, const Columns& columns) {
  float narrowest = 1e9f, widest = 0;
  std::size_t fewest = SIZE_MAX;
  for (const Indices& column : columns) {
    if (column.empty()) return false;
    const float width = usual_width(items, column);
    std::size_t full = 0;
    for (const std::uint32_t index : column)
      if (items[index].kind == ItemKind::grid || items[index].box.width() > 0.72f * width) ++full;
    if (full * 2 < column.size()) return false;
    narrowest = std::min(narrowest, width);
    widest = std::max(widest, width);
    fewest = std::min(fewest, column.size());
  }
  if (fewest < 3 || narrowest < 0.55f * widest) return false;
  if (columns.size() == 2) return !is_label_column(items, columns[0], columns[1]);
  // White that goes through all columns every few lines: rows.
  const std::vector<float> meets = row_boundaries(items, columns);
  const std::size_t rows = meets.size() + 1;
  if (rows >= 2 && end_apart(items, columns, meets)) return false;
  return rows < 3 || fewest > 4 * rows || (fewest >= 10 && tears_sentences(items, columns, meets));
}

bool has_label_beside_rows(const Items& items, const Columns& columns) {
  if (columns.size() < 3) return false;
  const Columns others(columns.begin() + 1, columns.end());
  const std::vector<Band> label = bands_of(items, columns.front());
  if (paragraph_baselines(label).size() > 1) return false;
  float first = 1e9f, last = -1e9f;
  for (const Indices& column : others)
    for (const std::uint32_t index : column) {
      first = std::min(first, items[index].box.y0);
      last = std::max(last, items[index].box.y1);
    }
  if (label.size() < 2 || label.back().bottom - label.front().top > 0.6f * (last - first)) return false;
  const std::vector<float> meets = row_boundaries(items, others);
  return std::any_of(meets.begin(), meets.end(),
                     [&](float y) { return y > label.front().top && y < label.back().bottom; });
}

}  // namespace plumbline::layout
