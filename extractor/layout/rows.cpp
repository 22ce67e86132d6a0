// The rows of a table that is not drawn: from white that goes through all columns, and from its first column's labels.
#include "extractor/layout/rows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumbline::layout {

namespace {

// A line of one column.
struct Band {
  float top = 0, bottom = 0, baseline = 0, size = 0;
  bool starts_lower = false, starts_upper = false, ends_with_colon = false, ends_sentence = false;
  Indices items;
};

std::vector<Band> bands_of(const Items& items, const Indices& column) {
  std::vector<Band> bands;
  for (const std::uint32_t index : column) {
    const Item& item = items[index];
    const bool same_line =
        !bands.empty() && std::min(bands.back().bottom, item.box.y1) - item.box.y0 >
                              0.5f * std::min(item.box.height(), bands.back().bottom - bands.back().top);
    if (!same_line) {
      bands.push_back({item.box.y0,
                       item.box.y1,
                       item.baseline,
                       item.size,
                       item.starts_lower,
                       item.starts_upper,
                       item.ends_with_colon,
                       item.ends_sentence,
                       {index}});
      continue;
    }
    Band& band = bands.back();
    band.bottom = std::max(band.bottom, item.box.y1);
    band.ends_with_colon = item.ends_with_colon;
    band.ends_sentence = item.ends_sentence;
    band.items.push_back(index);
  }
  return bands;
}

float median(std::vector<float> values, float otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// The usual white between the lines of a paragraph: the smallest that is met often.
float leading_of(const std::vector<Band>& bands) {
  std::vector<float> gaps;
  for (std::size_t i = 1; i < bands.size(); ++i)
    gaps.push_back(bands[i].top - bands[i - 1].bottom);
  if (gaps.empty()) return 0;
  std::sort(gaps.begin(), gaps.end());
  return gaps[gaps.size() / 5];
}

struct Cut {
  float y = 0;
  float white = 0;  // height of the white around it
};

class RowParter {
 public:
  RowParter(const Items& items, const Columns& columns, const std::vector<float>& separators)
      : items_(items), columns_(columns) {
    for (const Indices& column : columns)
      bands_.push_back(bands_of(items, column));
    for (const auto& bands : bands_)
      for (const Band& band : bands)
        em_.push_back(band.size);
    size_ = median(em_, 10);
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
    // The column with fewer lines holds the labels: "Goal" beside its text, or a date beside an action.
    const std::size_t labels = section[0].size() <= section[1].size() ? 0 : 1;
    emit(section, cut_at_labels(section[labels], section[1 - labels], cuts), rows);
  }

  // ---- forms: one row a label ----

  struct Label {
    float top, bottom, baseline, size;
  };

  std::vector<Label> group_labels(const std::vector<Band>& bands, const std::vector<Band>& body,
                                  const std::vector<Cut>& cuts) const {
    const float leading = std::min(leading_of(bands), 0.45f * size_);
    const float body_leading = std::min(leading_of(body), 0.45f * size_);
    const bool each_alone = every_line_is_a_row(bands, body);
    std::vector<Label> labels;
    for (std::size_t i = 0; i < bands.size(); ++i) {
      const Band& band = bands[i];
      bool begins = i == 0 || each_alone;
      if (!begins) {
        const Band& last = bands[i - 1];
        const float gap = band.top - last.bottom;
        begins = gap > leading + 0.22f * band.size + 0.5f;
        begins |= last.ends_with_colon && !band.starts_lower;
        if (!begins && !band.starts_lower) begins = body_begins_here(body, cuts, band, body_leading);
        if (begins && band.starts_lower && gap < leading + 0.6f * band.size) begins = false;
      }
      if (begins)
        labels.push_back({band.top, band.bottom, band.baseline, band.size});
      else
        labels.back().bottom = band.bottom;
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
    const std::vector<Label> labels = group_labels(label_lines, body, cuts);
    const std::vector<float> at_tops = cut_above_labels(labels, body, cuts);
    const std::vector<float> centred = cut_around_labels(labels, body, cuts);
    return off_top(labels, body, at_tops) <= off_centre(labels, body, centred) + 0.25f * size_ ? at_tops : centred;
  }

  // Boundaries for labels at the top of their rows: the last cut above each label's first line.
  static std::vector<float> cut_above_labels(const std::vector<Label>& labels, const std::vector<Band>& body,
                                             const std::vector<Cut>& cuts) {
    std::vector<float> boundaries;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      float y = -1e9f;
      for (const Cut& cut : cuts)
        if (cut.y < labels[i].baseline - 0.3f * labels[i].size) y = cut.y;
      const bool parts_something = i > 0 || (!body.empty() && body.front().bottom < y);
      if (y > -1e9f && parts_something) boundaries.push_back(y);
    }
    boundaries.erase(std::unique(boundaries.begin(), boundaries.end()), boundaries.end());
    return boundaries;
  }

  struct Extent {
    float top = 0, bottom = 0, baseline = 0;
    bool is_empty = true;
  };

  static Extent extent_between(const std::vector<Band>& body, float top, float bottom) {
    Extent extent;
    for (const Band& band : body) {
      const float y = (band.top + band.bottom) / 2;
      if (y <= top || y >= bottom) continue;
      if (extent.is_empty) extent = {band.top, band.bottom, band.baseline, false};
      extent.bottom = std::max(extent.bottom, band.bottom);
    }
    return extent;
  }

  // The row of `labels[i]` under the given boundaries.
  static Extent row_of(const Label& label, const std::vector<Band>& body, const std::vector<float>& boundaries) {
    const float y = (label.top + label.bottom) / 2;
    float top = -1e9f, bottom = 1e9f;
    for (const float boundary : boundaries) {
      if (boundary <= y)
        top = boundary;
      else {
        bottom = boundary;
        break;
      }
    }
    return extent_between(body, top, bottom);
  }

  // Mean distance, in points, of labels from where top-aligned labels stand; many labels in one row count as far off.
  float off_top(const std::vector<Label>& labels, const std::vector<Band>& body, const std::vector<float>& cuts) const {
    return mean_off(labels, body, cuts, [](const Label& label, const Extent& row) {
      return std::min(std::abs(label.baseline - row.baseline), std::abs(label.top - row.top));
    });
  }

  float off_centre(const std::vector<Label>& labels, const std::vector<Band>& body,
                   const std::vector<float>& cuts) const {
    return mean_off(labels, body, cuts, [](const Label& label, const Extent& row) {
      return std::abs(label.top + label.bottom - row.top - row.bottom) / 2;
    });
  }

  template <typename Distance>
  float mean_off(const std::vector<Label>& labels, const std::vector<Band>& body, const std::vector<float>& cuts,
                 Distance distance) const {
    float sum = 0;
    for (const Label& label : labels) {
      const Extent row = row_of(label, body, cuts);
      sum += row.is_empty ? 2 * size_ : std::min(distance(label, row), 6 * size_);
    }
    return sum / static_cast<float>(labels.size());
  }

  // Boundaries for labels in the middle of their rows: of the cuts between each two labels those that leave the
  // labels nearest to the middle of what stands between. The first row may lack its label (it stands on the page
  // before), and so may the last.
  std::vector<float> cut_around_labels(const std::vector<Label>& labels, const std::vector<Band>& body,
                                       const std::vector<Cut>& cuts) const {
    struct Choice {
      float y = 0, cost = 0;
      std::size_t from = 0;
    };
    const auto choices_between = [&](float low, float high, bool with_edge, float edge) {
      std::vector<Cut> found;
      for (const Cut& cut : cuts)
        if (cut.y > low && cut.y < high) found.push_back(cut);
      constexpr std::size_t most = 48;
      if (found.size() > most) {
        std::nth_element(found.begin(), found.begin() + most, found.end(),
                         [](const Cut& a, const Cut& b) { return a.white > b.white; });
        found.resize(most);
        std::sort(found.begin(), found.end(), [](const Cut& a, const Cut& b) { return a.y < b.y; });
      }
      std::vector<Choice> choices;
      for (const Cut& cut : found) {
        // Wider white is the likelier boundary; a row cut off by the page is unlikely.
        const float cost = -0.3f * std::min(cut.white, size_) + (with_edge ? 2.0f * size_ : 0);
        choices.push_back({cut.y, cost, 0});
      }
      if (with_edge) choices.push_back({edge, 0, 0});
      return choices;
    };
    const auto row_cost = [&](const Label& label, float top, float bottom) {
      const Extent row = extent_between(body, top, bottom);
      if (row.is_empty) return 3 * size_;
      return std::abs(label.top + label.bottom - row.top - row.bottom) / 2;
    };
    std::vector<std::vector<Choice>> steps;
    steps.push_back(choices_between(-1e9f, labels.front().top + 0.3f * size_, true, -1e9f));
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const bool last = i + 1 == labels.size();
      auto next =
          choices_between(labels[i].bottom - 0.3f * size_, last ? 1e9f : labels[i + 1].top + 0.3f * size_, last, 1e9f);
      if (next.empty()) return {};  // labels side by side with one line: no rows around them
      for (Choice& choice : next) {
        float best = 1e9f;
        for (std::size_t k = 0; k < steps.back().size(); ++k) {
          const float cost = steps.back()[k].cost + row_cost(labels[i], steps.back()[k].y, choice.y);
          if (cost < best) {
            best = cost;
            choice.from = k;
          }
        }
        choice.cost += best;
      }
      steps.push_back(std::move(next));
    }
    std::vector<float> boundaries;
    std::size_t at = 0;
    for (std::size_t k = 1; k < steps.back().size(); ++k)
      if (steps.back()[k].cost < steps.back()[at].cost) at = k;
    for (std::size_t step = steps.size(); step-- > 0;) {
      boundaries.push_back(steps[step][at].y);
      at = steps[step][at].from;
    }
    std::reverse(boundaries.begin(), boundaries.end());
    std::erase_if(boundaries, [](float y) { return std::abs(y) >= 1e9f; });
    return boundaries;
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
      if (cut.white > leading + 0.3f * size_ || row_begins_below(section, cut.y)) boundaries.push_back(cut.y);
    return boundaries;
  }

  // Most columns have a line right below, none of which goes on with the one above.
  bool row_begins_below(const std::vector<std::vector<Band>>& section, float y) const {
    std::size_t beginning = 0, occupied = 0;
    bool first_begins = false;
    float baseline = -1;
    for (std::size_t c = 0; c < section.size(); ++c) {
      const auto& bands = section[c];
      const auto at = std::lower_bound(bands.begin(), bands.end(), y,
                                       [](const Band& b, float v) { return b.top < v - 0.3f * b.size; });
      if (!bands.empty()) ++occupied;
      if (at == bands.end() || at->top > y + size_) continue;
      if (at->starts_lower) return false;
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
    const float x = (items[index].box.x0 + items[index].box.x1) / 2;
    const auto at = std::upper_bound(zone.gutters.begin(), zone.gutters.end(), x) - zone.gutters.begin();
    columns[static_cast<std::size_t>(at)].push_back(index);
  }
  return columns;
}

bool is_running_text(const Items& items, const Columns& columns) {
  float narrowest = 1e9f, widest = 0;
  std::size_t fewest = SIZE_MAX;
  for (const Indices& column : columns) {
    if (column.empty()) return false;
    Box box;
    for (const std::uint32_t index : column)
      box.include(items[index].box);
    std::size_t full = 0;
    for (const std::uint32_t index : column)
      if (items[index].kind == ItemKind::grid || items[index].box.width() > 0.72f * box.width()) ++full;
    if (full * 2 < column.size()) return false;
    narrowest = std::min(narrowest, box.width());
    widest = std::max(widest, box.width());
    fewest = std::min(fewest, column.size());
  }
  return fewest >= 3 && narrowest > 0.55f * widest;
}

std::vector<RowCut> part_rows(const Items& items, const Columns& columns, const std::vector<float>& separators) {
  return RowParter(items, columns, separators).part();
}

}  // namespace plumbline::layout
