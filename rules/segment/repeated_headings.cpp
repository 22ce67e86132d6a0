// Headings in a party's own words, known by their place.
#include "rules/segment/repeated_headings.h"

#include "rules/segment/counted_targets.h"
#include "rules/segment/own_headings.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace plumbline {

namespace {

constexpr std::size_t least_targets = 2;         // under which a heading must return
constexpr std::uint32_t most_lines_between = 6;  // of a target's heading and the first heading under it

// One wording: where it stands.
struct Wording {
  std::vector<OwnHeading> places;
  std::set<std::size_t> targets;                                      // indices of the spans that it stands in
  double position = 0;                                                // in its span, 0..1, on the average
  bool is_single() const { return places.size() == targets.size(); }  // under no target twice
};

// What lies between one target's heading and the next.
struct Span {
  std::uint32_t from = 0, to = 0;
};

class RepeatedHeadings {
 public:
  RepeatedHeadings(const LineStream& stream, const Pack& pack, std::vector<Landmark> landmarks)
      : stream_(stream), pack_(pack), landmarks_(std::move(landmarks)) {
    for (std::uint32_t i = 0; i < pack.parts.size(); ++i)
      if (pack.parts[i].in_target || pack.parts[i].role == PartRole::goal) parts_.push_back(i);
  }

  std::vector<Landmark> run() {
    find_spans();
    if (spans_.size() >= least_targets ? missing_parts().empty() : has_target_heading()) return std::move(landmarks_);
    collect();
    std::vector<Landmark> recognised = landmarks_;
    if (spans_.size() < least_targets) {
      std::vector<Landmark> targets = counted_targets(stream_, pack_);
      if (targets.empty()) targets = targets_over_returning();
      if (targets.empty()) return std::move(landmarks_);
      if (const auto end = chapter_behind(stream_, pack_, targets.back())) targets.push_back(*end);
      landmarks_.insert(landmarks_.end(), targets.begin(), targets.end());
      sort();
      find_spans();
    }
    assign_parts();
    if (!has_section()) return recognised;
    sort();
    return std::move(landmarks_);
  }

 private:
  bool is_target(const Landmark& landmark) const {
    return landmark.kind == Landmark::Kind::official_title ||
           (landmark.kind == Landmark::Kind::heading && landmark.part != no_index &&
            pack_.parts[landmark.part].role == PartRole::target);
  }

  bool has_target_heading() const {
    return std::any_of(landmarks_.begin(), landmarks_.end(), [&](const Landmark& l) { return is_target(l); });
  }

  void sort() {
    std::stable_sort(landmarks_.begin(), landmarks_.end(),
                     [](const Landmark& a, const Landmark& b) { return a.first < b.first; });
  }

  // Targets that nobody named are none without sections.
  bool has_section() const {
    return std::any_of(parts_.begin(), parts_.end(), [&](std::uint32_t part) {
      return pack_.parts[part].role == PartRole::section && targets_with(part) * 2 > spans_.size();
    });
  }

  // A number that comes again is the same target, gone on with.
  void find_spans() {
    spans_.clear();
    std::set<int> numbers;
    for (const Landmark& landmark : landmarks_) {
      if (!is_target(landmark)) continue;
      if (landmark.number && !numbers.insert(*landmark.number).second) continue;
      if (!spans_.empty()) spans_.back().to = landmark.first;
      spans_.push_back({landmark.last + 1, stream_.size()});
    }
    first_of_part_.clear();
    note_parts();
  }

  // Index of the span that holds the place; the number of spans where none does.
  std::size_t span_of(std::uint32_t place) const {
    const auto behind = std::upper_bound(spans_.begin(), spans_.end(), place,
                                         [](std::uint32_t at, const Span& span) { return at < span.from; });
    if (behind == spans_.begin() || place >= std::prev(behind)->to) return spans_.size();
    return static_cast<std::size_t>(behind - spans_.begin()) - 1;
  }

  // In how many targets a landmark of the part stands.
  std::size_t targets_with(std::uint32_t part) const {
    const auto from = first_of_part_.lower_bound({part, 0}), to = first_of_part_.lower_bound({part + 1, 0});
    return static_cast<std::size_t>(std::distance(from, to));
  }

  void note_parts() {
    for (const Landmark& landmark : landmarks_)
      if (const std::size_t span = span_of(landmark.first); landmark.part != no_index && span < spans_.size())
        first_of_part_.try_emplace({landmark.part, span}, landmark.first);
  }

  bool is_missing(std::uint32_t part) const {
    return pack_.requires_part(pack_.parts[part]) && targets_with(part) * 2 < spans_.size();
  }

  std::vector<std::uint32_t> missing_parts() const {
    std::vector<std::uint32_t> missing;
    std::copy_if(parts_.begin(), parts_.end(), std::back_inserter(missing),
                 [&](auto part) { return is_missing(part); });
    return missing;
  }

  void collect() {
    std::vector<bool> is_taken(stream_.size());
    for (const Landmark& landmark : landmarks_)
      std::fill(is_taken.begin() + landmark.first, is_taken.begin() + landmark.last + 1, true);
    for (std::uint32_t place = 0; place < stream_.size(); ++place) {
      if (is_taken[place] || !stream_.begins_block(place)) continue;
      const OwnHeading found = heading_at(stream_, place);
      if (const std::string words = words_of(stream_, found); !words.empty()) wordings_[words].places.push_back(found);
    }
    std::erase_if(wordings_, [](const auto& wording) { return wording.second.places.size() < least_targets; });
    returns_at_.assign(stream_.size(), false);
    for (const auto& [words, wording] : wordings_)
      for (const OwnHeading& place : wording.places)
        returns_at_[place.first] = true;
  }

  // What returns as often as the template has targets parts the submission into as many: the headings over the first
  // that does are theirs.
  std::vector<Landmark> targets_over_returning() const {
    std::vector<std::uint32_t> starts, places;
    const auto take = [&] {
      if (places.size() == pack_.targets.size() && (starts.empty() || places.front() < starts.front())) starts = places;
      places.clear();
    };
    for (const auto& [words, wording] : wordings_) {
      for (const OwnHeading& place : wording.places)
        places.push_back(place.first);
      take();
    }
    for (const std::uint32_t part : parts_) {
      for (const Landmark& landmark : landmarks_)
        if (landmark.part == part) places.push_back(landmark.first);
      take();
    }
    if (starts.size() < least_targets) return {};
    std::vector<Landmark> found;
    for (const std::uint32_t start : starts) {
      const std::uint32_t heading = heading_above(start, found.empty() ? 0 : found.back().last + 1);
      if (heading == no_index) return {};
      found.push_back(target_at(stream_, pack_, heading, static_cast<int>(found.size()) + 1));
    }
    return found;
  }

  std::uint32_t heading_above(std::uint32_t start, std::uint32_t floor) const {
    for (std::uint32_t back = 1; back <= most_lines_between && back + floor <= start; ++back) {
      const OwnHeading at = heading_at(stream_, start - back);
      if (stream_.begins_block(at.first) && at.last < start && !words_of(stream_, at).empty()) return at.first;
    }
    return no_index;
  }

  // Wordings that stand under most targets, in the order in which they do.
  std::vector<Wording*> candidates() {
    std::vector<Wording*> found;
    for (auto& [words, wording] : wordings_) {
      std::erase_if(wording.places, [&](const OwnHeading& place) { return span_of(place.first) == spans_.size(); });
      for (const OwnHeading& place : wording.places) {
        const std::size_t index = span_of(place.first);
        wording.targets.insert(index);
        wording.position += static_cast<double>(place.first - spans_[index].from) /
                            static_cast<double>(spans_[index].to - spans_[index].from);
      }
      wording.position /= static_cast<double>(std::max<std::size_t>(1, wording.places.size()));
      const bool returns = wording.targets.size() >= least_targets && wording.targets.size() * 2 > spans_.size();
      if (returns && heads_text(wording)) found.push_back(&wording);
    }
    std::sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return a->position < b->position; });
    return found;
  }

  // Under most targets text follows, and no other heading.
  bool heads_text(const Wording& wording) const {
    const auto bare = std::count_if(wording.places.begin(), wording.places.end(), [&](const OwnHeading& place) {
      return place.last + 1 < stream_.size() && returns_at_[place.last + 1];
    });
    return static_cast<std::size_t>(bare) * 2 <= wording.places.size();
  }

  // Between two parts that are known, as many wordings as there are parts missing.
  void assign_parts() {
    const std::vector<Wording*> all = candidates();
    std::vector<std::uint32_t> missing;
    std::uint32_t before = no_index;
    const auto settle = [&](std::uint32_t behind) {
      std::vector<Wording*> between;
      std::copy_if(all.begin(), all.end(), std::back_inserter(between), [&](const Wording* wording) {
        return (before == no_index || follows(*wording, before)) && (behind == no_index || !follows(*wording, behind));
      });
      // Only a goal's label may stand several times under a target.
      const bool has_goal = !missing.empty() && pack_.parts[missing.front()].role == PartRole::goal;
      std::erase_if(between,
                    [&](const Wording* one) { return !one->is_single() && !(has_goal && one == between.front()); });
      // Goals may stand there without a label.
      if (between.size() + 1 == missing.size() && has_goal) missing.erase(missing.begin());
      if (between.size() == missing.size())
        for (std::size_t i = 0; i < missing.size(); ++i)
          add(*between[i], missing[i]);
      missing.clear();
    };
    for (const std::uint32_t part : parts_) {
      if (is_missing(part)) {
        missing.push_back(part);
      } else if (targets_with(part) > 0) {
        if (!missing.empty()) settle(part);
        before = part;
      }
    }
    if (!missing.empty()) settle(no_index);
  }

  // Under most targets the wording stands behind the part's first heading.
  bool follows(const Wording& wording, std::uint32_t part) const {
    std::size_t behind = 0, met = 0;
    for (const OwnHeading& place : wording.places) {
      const auto heading = first_of_part_.find({part, span_of(place.first)});
      if (heading == first_of_part_.end()) continue;
      ++met;
      behind += place.first > heading->second;
    }
    return behind * 2 > met;
  }

  void add(const Wording& wording, std::uint32_t part) {
    for (const OwnHeading& place : wording.places) {
      Landmark landmark;
      landmark.kind = Landmark::Kind::heading;
      landmark.part = part;
      landmark.first = place.first;
      landmark.last = place.last;
      landmark.content_from = stream_.line(place.last).span.end();
      landmarks_.push_back(landmark);
    }
    note_parts();
  }

  const LineStream& stream_;
  const Pack& pack_;
  std::vector<Landmark> landmarks_;
  std::vector<std::uint32_t> parts_;  // of a target, in the template's order
  std::vector<Span> spans_;           // of the targets
  std::map<std::pair<std::uint32_t, std::size_t>, std::uint32_t> first_of_part_;  // (part, span) -> its first place
  std::map<std::string, Wording> wordings_;                                       // by their words
  std::vector<bool> returns_at_;  // whether one of the wordings begins at the place
};

}  // namespace

std::vector<Landmark> with_repeated_headings(const LineStream& stream, const Pack& pack,
                                             std::vector<Landmark> landmarks) {
  if (pack.is_loose || !pack.part(PartRole::target)) return landmarks;
  return RepeatedHeadings(stream, pack, std::move(landmarks)).run();
}

}  // namespace plumbline
