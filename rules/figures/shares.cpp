// Parts that are said to be all of a whole.
#include "rules/figures/shares.h"

#include "rules/figures/marks.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr std::uint32_t most_words_between = 4;  // of a count and its share: "384 of them (60 %)"
constexpr double most_rounding = 1;              // of all shares together, in points
constexpr double most_apart = 0.2;               // of the whole: beyond it, another whole is meant

class ShareFinder {
 public:
  ShareFinder(const Reading& reading, const std::vector<Figure>& figures) : reading_(reading), figures_(figures) {}

  std::vector<Contradiction> run() {
    for (std::uint32_t i = 0; i + 1 < figures_.size();) {
      const std::uint32_t end = end_of_list(i);
      if (end >= i + 4) compare(i, end);
      i = std::max(end, i + 1);
    }
    return std::move(found_);
  }

 private:
  bool has_share(std::uint32_t i) const {
    if (i + 1 >= figures_.size()) return false;
    const Figure &count = figures_[i], &share = figures_[i + 1];
    if (count.kind != FigureKind::count || count.bound != Bound::exact || share.kind != FigureKind::percent)
      return false;
    if (share.sentence != count.sentence || share.word == 0 || share.word - count.word_end > most_words_between)
      return false;
    return opens_bracket(reading_, share.word - 1);
  }

  // Behind the pairs of a count and its share that begin with figure `i`, in one sentence.
  std::uint32_t end_of_list(std::uint32_t i) const {
    std::uint32_t end = i;
    while (has_share(end) && figures_[end].sentence == figures_[i].sentence)
      end += 2;
    return end;
  }

  void compare(std::uint32_t first, std::uint32_t end) {
    double sum = 0, shares = 0, largest = 0;
    for (std::uint32_t i = first; i < end; i += 2) {
      sum += figures_[i].value;
      shares += figures_[i + 1].value;
      largest = std::max(largest, figures_[i].value);
    }
    if (std::fabs(shares - 100) > most_rounding || first == 0) return;
    const Figure &whole = figures_[first - 1], &part = figures_[first];
    const bool is_near =
        whole.text == part.text && (whole.sentence == part.sentence || whole.sentence_end == part.sentence);
    if (!is_near || whole.kind != FigureKind::count || whole.bound != Bound::exact || whole.is_increment) return;
    if (whole.value <= largest || sum == whole.value || std::fabs(sum - whole.value) > most_apart * whole.value) return;
    found_.push_back({ContradictionKind::wrong_sum, first - 1, end - 2, sum});
  }

  const Reading& reading_;
  const std::vector<Figure>& figures_;
  std::vector<Contradiction> found_;
};

}  // namespace

std::vector<Contradiction> find_wrong_shares(const Reading& reading, const std::vector<Figure>& figures) {
  return ShareFinder(reading, figures).run();
}

}  // namespace plumbline
