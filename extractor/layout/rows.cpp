// The rows of a table that is not drawn: from white that goes through all columns, and from its first column's labels.
#include "extractor/layout/rows.h"

#include "extractor/layout/bands.h"
#include "extractor/layout/label_rows.h"
#include "extractor/median.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumbline::layout {

namespace {

class RowParter {
 public:
  RowParter(const Items& items, const Columns& columns, const std::vector<float>& separators)
      : items_(items), columns_(columns) {
    for (const Indices& column : columns)
      bands_.push_back(bands_of(items, column));
    for (const auto& bands : bands_)
      for (const Band& band : bands)
        em_.push_back(band.size);
    size_ = median(em_, 10.0f);
    collect_cuts();
    force_separators(separators);
  }

  std::vector<RowCut> part() {
    std::vector<RowCut> rows;
    float top = -1e9f;
    for (std::size_t i = 0; i <= forced_.size(); ++i) {
      const float bottom = i < forced_.size() ? forced_[i] : 1e9f;
      part_section(top, bottom, rows);
      top = bottom;
    }
    return rows;
  }

  std::vector<float> boundaries() const { return cut_at_white(bands_, cuts_); }

 private:
  // White that goes through all columns.
  void collect_cuts() {
    std::vector<std::pair<float, float>> spans;
    for (const auto& bands : bands_)
      for (const Band& band : bands) {
        const float trim = 0.15f * (band.bottom - band.top);  // boxes reach from ascent to descent
        spans.emplace_back(band.top + trim, band.bottom - trim);
      }
    std::sort(spans.begin(), spans.end());
    float reached = spans.empty() ? 0 : spans.front().second;
    for (const auto& [top, bottom] : spans) {
      if (top > reached) cuts_.push_back({(top + reached) / 2, top - reached});
      reached = std::max(reached, bottom);
    }
  }

  void force_separators(const std::vector<float>& separators) {
    for (const float y : separators) {
      const auto at = std::min_element(cuts_.begin(), cuts_.end(), [&](const Cut& a, const Cut& b) {
        return std::abs(a.y - y) < std::abs(b.y - y);
      });
      if (at != cuts_.end() && std::abs(at->y - y) < at->white / 2 + 0.3f * size_) forced_.push_back(at->y);
    }
    std::sort(forced_.begin(), forced_.end());
    forced_.erase(std::unique(forced_.begin(), forced_.end()), forced_.end());
  }

  // Rows between two forced boundaries.
  void part_section(float top, float bottom, std::vector<RowCut>& rows) {
    std::vector<std::vector<Band>> section;
    for (const auto& bands : bands_) {
      std::vector<Band> inside;
      for (const Band& band : bands) {
        const float y = (band.top + band.bottom) / 2;
        if (y > top && y <= bottom) inside.push_back(band);
      }
      section.push_back(std::move(inside));
    }
    std::vector<Cut> cuts;
    for (const Cut& cut : cuts_)
      if (cut.y > top && cut.y < bottom) cuts.push_back(cut);
    constexpr std::size_t labels_most = 400;  // more are no form, and parting around labels is not linear in them
    const bool is_form = section.size() == 2 && std::min(section[0].size(), section[1].size()) <= labels_most;
    if (!is_form) return emit(section, cut_at_white(section, cuts), rows);
    // The column with less text holds the labels: "Goal" beside its text, or a date beside an action.
    const std::size_t labels = text_width(section[0]) <= text_width(section[1]) ? 0 : 1;
    emit(section, cut_at_labels(section[labels], section[1 - labels], cuts), rows);
  }

  float text_width(const std::vector<Band>& bands) const {
    float width = 0;
    for (const Band& band : bands)
      for (const std::uint32_t index : band.items)
        width += items_[index].box.width();
    return width;
  }

  // ---- forms: one row a label ----

  std::vector<Label> group_labels(const std::vector<Band>& bands, const std::vector<Band>& body,
                                  const std::vector<Cut>& cuts) const {
    // Few labels may all stand farther apart than the lines of one.
    const float body_leading = std::min(leading_of(body), 0.45f * size_);
    const float leading = std::min(leading_of(bands), body_leading);
    const bool each_alone = every_line_is_a_row(bands, body);
    float right = -1e9f;
    for (const Band& band : bands)
      right = std::max(right, band.right);
    std::vector<Label> labels;
    for (std::size_t i = 0; i < bands.size(); ++i) {
      const Band& band = bands[i];
      bool begins = i == 0 || each_alone;
      if (!begins) {
        const Band& last = bands[i - 1];
        const float gap = band.top - last.bottom;
        begins = gap > leading + 0.22f * band.size + 0.5f;
        begins |= last.ends_with_colon && !band.starts_lower;
        begins |= last.is_bold != band.is_bold && !band.starts_lower;
        begins |= std::abs(last.size - band.size) > 0.08f * band.size;
        const bool had_room = right - last.right > band.first_word + 0.4f * band.size;
        if (!begins && !band.starts_lower && had_room) begins = body_begins_here(body, cuts, band, body_leading);
        if (begins && band.starts_lower && gap < leading + 0.6f * band.size) begins = false;
      }
      if (begins) labels.push_back({band.top, band.bottom, band.baseline, band.baseline});
      labels.back().bottom = band.bottom;
      labels.back().last_baseline = band.baseline;
    }
    return labels;
  }

  // Label lines and body lines stand in pairs, and no body line goes on with the sentence before it.
  static bool every_line_is_a_row(const std::vector<Band>& labels, const std::vector<Band>& body) {
    if (labels.size() != body.size() || labels.size() < 2) return false;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (std::abs(labels[i].baseline - body[i].baseline) > 0.2f * body[i].size) return false;
      if (i > 0 && (labels[i].starts_lower || body[i].starts_lower)) return false;
    }
    return true;
  }

  // A body line on the label line's own baseline, with more white above it than between lines.
  static bool body_begins_here(const std::vector<Band>& body, const std::vector<Cut>& cuts, const Band& label,
                               float leading) {
    for (std::size_t i = 1; i < body.size(); ++i) {
      if (std::abs(body[i].baseline - label.baseline) > 0.2f * label.size) continue;
      const float gap = body[i].top - body[i - 1].bottom;
      const bool cut = std::any_of(cuts.begin(), cuts.end(),
                                   [&](const Cut& c) { return c.y > body[i - 1].baseline && c.y < body[i].baseline; });
      return cut && gap > leading + 0.15f * label.size;
    }
    return false;
  }

  std::vector<float> cut_at_labels(const std::vector<Band>& label_lines, const std::vector<Band>& body,
                                   const std::vector<Cut>& cuts) const {
    if (label_lines.empty() || body.empty()) return {};
    const std::vector<Label> labels = join_uncut(group_labels(label_lines, body, cuts), cuts);
    return cut_between_labels(labels, body, cuts, size_);
  }

  // Labels with no white through all columns between them are one.
  std::vector<Label> join_uncut(const std::vector<Label>& labels, const std::vector<Cut>& cuts) const {
    std::vector<Label> joined;
    for (const Label& label : labels) {
      const bool is_cut = joined.empty() || std::any_of(cuts.begin(), cuts.end(), [&](const Cut& cut) {
                            return cut.y > joined.back().bottom - 0.3f * size_ && cut.y < label.top + 0.3f * size_;
                          });
      if (is_cut) {
        joined.push_back(label);
      } else {
        joined.back().bottom = label.bottom;
        joined.back().last_baseline = label.last_baseline;
      }
    }
    return joined;
  }

  // ---- tables: rows by white ----

  std::vector<float> cut_at_white(const std::vector<std::vector<Band>>& section, const std::vector<Cut>& cuts) const {
    std::vector<float> leadings;
    for (const auto& bands : section)
      for (std::size_t i = 1; i < bands.size(); ++i) {
        const float gap = bands[i].top - bands[i - 1].bottom + 0.3f * bands[i].size;
        if (gap < 1.2f * size_) leadings.push_back(gap);
      }
    std::sort(leadings.begin(), leadings.end());
    const float leading = leadings.empty() ? 0.2f * size_ : leadings[leadings.size() / 4];
    std::vector<float> boundaries;
    for (const Cut& cut : cuts)
      if (cut.white > leading + 0.3f * size_) boundaries.push_back(cut.y);
    if (boundaries.size() >= 2) return boundaries;
    std::vector<float> close;  // rows stand as close as their lines
    bool any_had_room = false;
    for (const Cut& cut : cuts) {
      const bool by_lines = cut.white <= leading + 0.3f * size_;
      if (by_lines && !row_begins_below(section, cut.y)) continue;
      any_had_room |= by_lines && had_room_above(section, cut.y);
      close.push_back(cut.y);
    }
    return boundaries.empty() || any_had_room ? close : boundaries;
  }

  // In a column the first word below would have fitted behind the line above: no cell goes on there.
  static bool had_room_above(const std::vector<std::vector<Band>>& section, float y) {
    return std::any_of(section.begin(), section.end(), [&](const std::vector<Band>& bands) {
      const auto below =
          std::partition_point(bands.begin(), bands.end(), [&](const Band& b) { return (b.top + b.bottom) / 2 < y; });
      if (below == bands.begin() || below == bands.end()) return false;
      float right = -1e9f;
      for (const Band& band : bands)
        right = std::max(right, band.right);
      return right - (below - 1)->right > below->first_word + 0.4f * below->size;
    });
  }

  // Most columns have a line right below, none of which goes on with the one above.
  bool row_begins_below(const std::vector<std::vector<Band>>& section, float y) const {
    std::size_t beginning = 0, occupied = 0, lower = 0;
    bool first_begins = false;
    float baseline = -1;
    for (std::size_t c = 0; c < section.size(); ++c) {
      const auto& bands = section[c];
      const auto at = std::lower_bound(bands.begin(), bands.end(), y,
                                       [](const Band& b, float v) { return b.top < v - 0.3f * b.size; });
      if (!bands.empty()) ++occupied;
      if (at == bands.end() || at->top > y + size_) continue;
      if (at->starts_lower && (c == 0 || ++lower * 2 >= section.size())) return false;
      if (baseline >= 0 && std::abs(at->baseline - baseline) > 0.25f * size_) return false;
      baseline = at->baseline;
      ++beginning;
      if (c == 0) first_begins = true;
    }
    return first_begins && beginning * 5 >= occupied * 4 && beginning >= 2;
  }

  // ---- rows as they were cut ----

  void emit(const std::vector<std::vector<Band>>& section, const std::vector<float>& boundaries,
            std::vector<RowCut>& rows) const {
    std::vector<RowCut> cut(boundaries.size() + 1);
    for (RowCut& row : cut)
      row.cells.resize(section.size());
    for (std::size_t c = 0; c < section.size(); ++c)
      for (const Band& band : section[c]) {
        const float y = (band.top + band.bottom) / 2;
        const auto row =
            static_cast<std::size_t>(std::upper_bound(boundaries.begin(), boundaries.end(), y) - boundaries.begin());
        cut[row].cells[c].insert(cut[row].cells[c].end(), band.items.begin(), band.items.end());
      }
    for (RowCut& row : cut) {
      const auto filled =
          std::count_if(row.cells.begin(), row.cells.end(), [](const Indices& cell) { return !cell.empty(); });
      if (filled == 0) continue;
      row.spans = filled == 1 && !row.cells[0].empty();
      rows.push_back(std::move(row));
    }
  }

  const Items& items_;
  const Columns& columns_;
  std::vector<std::vector<Band>> bands_;
  std::vector<float> em_;
  float size_ = 10;
  std::vector<Cut> cuts_;
  std::vector<float> forced_;
};

}  // namespace

Columns part_columns(const Items& items, const Zone& zone) {
  Columns columns(zone.gutters.size() + 1);
  for (const std::uint32_t index : zone.items) {
    const Box& box = items[index].box;
    // What reaches over a gutter belongs where it begins.
    const bool is_overfull = std::any_of(zone.gutters.begin(), zone.gutters.end(),
                                         [&](float gutter) { return box.x0 < gutter && box.x1 > gutter; });
    const float x = is_overfull ? box.x0 : (box.x0 + box.x1) / 2;
    const auto at = std::upper_bound(zone.gutters.begin(), zone.gutters.end(), x) - zone.gutters.begin();
    columns[static_cast<std::size_t>(at)].push_back(index);
  }
  return columns;
}

std::vector<float> row_boundaries(const Items& items, const Columns& columns) {
  return RowParter(items, columns, {}).boundaries();
}

std::vector<RowCut> part_rows(const Items& items, const Columns& columns, const std::vector<float>& separators) {
  return RowParter(items, columns, separators).part();
}

}  // namespace plumbline::layout
