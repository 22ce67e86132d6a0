// The shortest path over the cuts between each two labels.
#include "extractor/layout/label_rows.h"

#include <algorithm>
#include <cmath>

namespace plumbline::layout {

namespace {

enum class Standing { top, middle, bottom };

struct Reading {
  std::vector<float> boundaries;
  float cost = 1e9f;  // points: how far labels are from where they should stand, and how unlikely the boundaries are
};

// Boundaries between labels, by the shortest path over the cuts between each two of them.
class LabelCutter {
 public:
  LabelCutter(const std::vector<Label>& labels, const std::vector<Band>& body, const std::vector<Cut>& cuts, float size)
      : labels_(labels), body_(body), size_(size), leading_(leading_of(body)) {
    for (const Band& band : body)
      right_ = std::max(right_, band.right);
    for (const Cut& cut : cuts)
      choices_.push_back({cut.y, cost_of(cut), 0});
  }

  Reading read(Standing standing) const {
    // The first row may lack its label, which stands on the page before, and so may the last.
    std::vector<std::vector<Choice>> steps;
    steps.push_back(choices_between(-1e9f, labels_.front().top + 0.3f * size_));
    for (Choice& choice : steps.back())
      choice.cost += 1.2f * size_;
    steps.back().push_back({-1e9f, 0, 0});
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const bool last = i + 1 == labels_.size();
      std::vector<Choice> next =
          choices_between(labels_[i].bottom - 0.3f * size_, last ? 1e9f : labels_[i + 1].top + 0.3f * size_);
      if (last) {
        for (Choice& choice : next)
          choice.cost += 2 * size_;
        next.push_back({1e9f, 0, 0});
      }
      if (next.empty()) return {};
      for (Choice& choice : next)
        reach(choice, steps.back(), labels_[i], standing);
      steps.push_back(std::move(next));
    }
    return trace(steps);
  }

 private:
  struct Choice {
    float y = 0, cost = 0;
    std::size_t from = 0;
  };

  // Negative where rows are likely to meet; positive in the middle of a sentence or paragraph.
  float cost_of(const Cut& cut) const {
    const auto below =
        std::partition_point(body_.begin(), body_.end(), [&](const Band& b) { return middle(b) < cut.y; });
    if (below == body_.begin() || below == body_.end()) return 0;
    const Band& above = *(below - 1);
    const float extra = below->top - above.bottom - leading_;
    float cost = extra > 0.1f * size_ ? -0.3f * std::min(extra, size_) : 0.5f * size_;
    if (below->starts_lower) cost += 1.5f * size_;
    if (!above.ends_sentence && right_ - above.right < 3 * size_) cost += 1.0f * size_;
    return cost;
  }

  static float middle(const Band& band) { return (band.top + band.bottom) / 2; }

  std::vector<Choice> choices_between(float low, float high) const {
    const auto by_y = [](const Choice& choice, float y) { return choice.y < y; };
    const auto first = std::lower_bound(choices_.begin(), choices_.end(), low, by_y);
    const auto end = std::lower_bound(first, choices_.end(), high, by_y);
    std::vector<Choice> found(first, end);
    const std::size_t most = labels_.size() > 40 ? 8 : 64;
    if (found.size() > most) {
      std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(),
                       [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
      found.resize(most);
      std::sort(found.begin(), found.end(), [](const Choice& a, const Choice& b) { return a.y < b.y; });
    }
    return found;
  }

  void reach(Choice& choice, const std::vector<Choice>& before, const Label& label, Standing standing) const {
    float best = 1e9f;
    for (std::size_t k = 0; k < before.size(); ++k) {
      const float cost = before[k].cost + off(label, before[k].y, choice.y, standing);
      if (cost < best) {
        best = cost;
        choice.from = k;
      }
    }
    choice.cost += best;
  }

  // How far the label is from where it should stand in a row that reaches from `top` to `bottom`.
  float off(const Label& label, float top, float bottom, Standing standing) const {
    const auto first = std::partition_point(body_.begin(), body_.end(), [&](const Band& b) { return middle(b) < top; });
    auto last = std::partition_point(first, body_.end(), [&](const Band& b) { return middle(b) < bottom; });
    if (first == last) return stands_beside_text(label) ? 3 * size_ : 0.6f * size_;
    --last;
    // Labels in smaller type stand on their text's baseline, or as high as its box.
    if (standing == Standing::top)
      return grave(std::min(std::abs(label.baseline - first->baseline), std::abs(label.top - first->top)));
    if (standing == Standing::bottom)
      return grave(std::min(std::abs(label.last_baseline - last->baseline), std::abs(label.bottom - last->bottom)));
    return grave(std::abs(label.top + label.bottom - first->top - last->bottom) / 2);
  }

  // Programs place labels exactly, but for the white of paragraphs; and a page's end may cut the row.
  float grave(float distance) const { return distance + 2 * std::clamp(distance - 0.2f * size_, 0.0f, 0.6f * size_); }

  bool stands_beside_text(const Label& label) const {
    const auto at = std::partition_point(body_.begin(), body_.end(),
                                         [&](const Band& b) { return b.bottom <= label.top + 0.2f * size_; });
    return at != body_.end() && at->top < label.bottom - 0.2f * size_;
  }

  static Reading trace(const std::vector<std::vector<Choice>>& steps) {
    Reading reading;
    std::size_t at = 0;
    for (std::size_t k = 1; k < steps.back().size(); ++k)
      if (steps.back()[k].cost < steps.back()[at].cost) at = k;
    reading.cost = steps.back()[at].cost;
    for (std::size_t step = steps.size(); step-- > 0;) {
      reading.boundaries.push_back(steps[step][at].y);
      at = steps[step][at].from;
    }
    std::reverse(reading.boundaries.begin(), reading.boundaries.end());
    std::erase_if(reading.boundaries, [](float y) { return std::abs(y) >= 1e9f; });
    return reading;
  }

  const std::vector<Label>& labels_;
  const std::vector<Band>& body_;
  float size_, leading_, right_ = -1e9f;
  std::vector<Choice> choices_;  // by y
};

}  // namespace

std::vector<float> cut_between_labels(const std::vector<Label>& labels, const std::vector<Band>& body,
                                      const std::vector<Cut>& cuts, float size) {
  const LabelCutter cutter(labels, body, cuts, size);
  Reading best = cutter.read(Standing::top);
  for (const Standing standing : {Standing::middle, Standing::bottom}) {
    Reading reading = cutter.read(standing);
    if (reading.cost < best.cost - 0.05f * size) best = std::move(reading);
  }
  return best.boundaries;
}

}  // namespace plumbline::layout
