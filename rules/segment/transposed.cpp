// Submissions whose parts hold the targets.
#include "rules/segment/transposed.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

namespace plumbline {

namespace {

constexpr std::size_t least_targets = 2;

// One part with its targets: items [from, to).
struct Run {
  std::optional<std::size_t> part;   // its heading's place; of the first there may be none
  std::vector<std::size_t> targets;  // the places of their headings
  std::size_t end = 0;
};

class Transposer {
 public:
  Transposer(std::vector<Item> items, const Pack& pack) : items_(std::move(items)), pack_(pack) {}

  std::vector<Item> run() {
    if (!find_runs()) return std::move(items_);
    const std::size_t begin = runs_.front().part.value_or(runs_.front().targets.front());
    std::vector<Item> ordered(items_.begin(), at(begin));
    for (const std::size_t heading : runs_.front().targets)
      for (const Run& run : runs_)
        append(run, number(heading), ordered);
    ordered.insert(ordered.end(), at(runs_.back().end), items_.end());
    return ordered;
  }

 private:
  std::vector<Item>::iterator at(std::size_t place) { return items_.begin() + static_cast<std::ptrdiff_t>(place); }

  const Part* part_of(std::size_t place) const {
    const Landmark* landmark = items_[place].landmark;
    const bool opens = landmark && landmark->kind != Landmark::Kind::contents && landmark->part != no_index;
    return opens ? &pack_.parts[landmark->part] : nullptr;
  }

  std::optional<int> number(std::size_t place) const { return items_[place].landmark->number; }

  // Each run names the targets of the first, in its order; no part's heading stands among them.
  bool find_runs() {
    std::optional<std::size_t> part;
    bool is_clean = true;  // no two headings of parts in a row, none within a target
    for (std::size_t i = 0; i < items_.size() && is_clean; ++i) {
      const Part* opened = part_of(i);
      if (!opened) continue;
      if (opened->role == PartRole::section) {
        if (!runs_.empty() && runs_.back().end == 0) runs_.back().end = i;
        if (!opened->in_target) continue;
        is_clean = !part;
        part = i;
      } else if (opened->role == PartRole::target) {
        if (!number(i)) return false;
        if (part || runs_.empty()) runs_.push_back({part, {}, 0});
        is_clean = runs_.back().end == 0;
        runs_.back().targets.push_back(i);
        part.reset();
      }
    }
    if (runs_.size() < 2 || part || !is_clean) return false;
    if (runs_.back().end == 0) runs_.back().end = items_.size();
    return std::all_of(runs_.begin(), runs_.end(), [&](const Run& run) { return names_all(run); });
  }

  bool names_all(const Run& run) const {
    const std::vector<std::size_t>& first = runs_.front().targets;
    return first.size() >= least_targets && run.targets.size() == first.size() &&
           std::equal(first.begin(), first.end(), run.targets.begin(),
                      [&](std::size_t a, std::size_t b) { return number(a) == number(b); });
  }

  void append(const Run& run, std::optional<int> wanted, std::vector<Item>& ordered) {
    const auto heading = std::find_if(run.targets.begin(), run.targets.end(),
                                      [&](std::size_t place) { return number(place) == wanted; });
    const std::size_t from = *heading, to = std::next(heading) == run.targets.end() ? run.end : *std::next(heading);
    const bool is_again = &run != &runs_.front();
    // The first time, what follows the heading is the target's title and goals.
    const std::size_t text = is_again ? from : end_of_head(from, to);
    if (!is_again) std::move(at(from), at(text), std::back_inserter(ordered));
    if (run.part) ordered.push_back(items_[*run.part]);
    if (is_again) {
      ordered.push_back(items_[from]);
      ordered.back().is_again = true;
    }
    std::move(at(is_again ? from + 1 : text), at(to), std::back_inserter(ordered));
  }

  // Behind the target's title and the text of its last goal's label.
  std::size_t end_of_head(std::size_t from, std::size_t to) const {
    std::size_t end = std::min(from + 2, to);
    for (std::size_t i = from + 1; i < to; ++i)
      if (const Part* opened = part_of(i); opened && opened->role == PartRole::goal) end = std::min(i + 2, to);
    return end;
  }

  std::vector<Item> items_;
  const Pack& pack_;
  std::vector<Run> runs_;
};

}  // namespace

std::vector<Item> in_template_order(std::vector<Item> items, const Pack& pack) {
  if (pack.is_loose || !pack.part(PartRole::target)) return items;
  return Transposer(std::move(items), pack).run();
}

}  // namespace plumbline
