// Headings in a party's own words, known by their place.
#include "rules/segment/repeated_headings.h"

#include "rules/pack/loose_text.h"
#include "rules/pack/phrase_number.h"
#include "rules/segment/forms.h"
#include "rules/segment/heading_rank.h"
#include "rules/segment/looks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace plumbline {

namespace {

constexpr std::size_t least_targets = 2;         // under which a heading must return
constexpr std::uint32_t most_heading_lines = 2;  // of its block; a label cell is narrower
constexpr std::uint32_t most_label_lines = 6;
constexpr std::uint32_t most_lines_between = 6;  // of a target's heading and the first heading under it

// A line, or a few, that may be a heading.
struct Place {
  std::uint32_t first = 0, last = 0;  // in the stream
};

// One wording: where it stands, once under each target.
struct Wording {
  std::vector<Place> places;
  std::set<std::size_t> targets;  // indices of the spans that it stands in
  double position = 0;            // in its span, 0..1, on the average
};

// What lies between one target's heading and the next.
struct Span {
  std::uint32_t from = 0, to = 0;
};

class RepeatedHeadings {
 public:
  RepeatedHeadings(const LineStream& stream, const Pack& pack, std::vector<Landmark> landmarks)
      : stream_(stream), document_(stream.document), pack_(pack), landmarks_(std::move(landmarks)) {
    for (std::uint32_t i = 0; i < pack.parts.size(); ++i)
      if (pack.parts[i].in_target || pack.parts[i].role == PartRole::goal) parts_.push_back(i);
  }

  std::vector<Landmark> run() {
    find_spans();
    if (spans_.size() >= least_targets ? missing_parts().empty() : has_target_heading()) return std::move(landmarks_);
    collect();
    std::vector<Landmark> recognised = landmarks_;
    if (spans_.size() < least_targets) {
      std::vector<Landmark> targets = numbered_targets();
      if (targets.empty()) targets = targets_over_returning();
      if (targets.empty()) return std::move(landmarks_);
      if (const auto end = chapter_behind(targets.back())) targets.push_back(*end);
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
    return pack_.parts[part].is_required && targets_with(part) * 2 < spans_.size();
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
      const Place found{place, last_of_heading(place)};
      if (const std::string words = heading_words(found); !words.empty()) wordings_[words].places.push_back(found);
    }
    std::erase_if(wordings_, [](const auto& wording) { return wording.second.places.size() < least_targets; });
    returns_at_.assign(stream_.size(), false);
    for (const auto& [words, wording] : wordings_)
      for (const Place& place : wording.places)
        returns_at_[place.first] = true;
  }

  // All of a label cell; elsewhere a block.
  std::uint32_t last_of_heading(std::uint32_t place) const {
    const std::uint32_t cell = stream_.cell(place), block = stream_.line(place).block;
    const bool is_label = is_label_cell(document_, cell);
    const auto belongs = [&](std::uint32_t other) {
      return is_label ? stream_.cell(other) == cell : block != no_index && stream_.line(other).block == block;
    };
    std::uint32_t last = place;
    while (last + 1 < stream_.size() && belongs(last + 1))
      ++last;
    return last;
  }

  // What a heading says, without numbers; empty for what is no heading.
  std::string heading_words(const Place& place) const {
    const std::uint32_t cell = stream_.cell(place.first);
    const bool is_label = is_label_cell(document_, cell);
    const std::uint32_t filled =
        cell == no_index ? 0 : filled_cells(document_, document_.rows[document_.cells[cell].row]);
    if (filled > (is_label ? 2 : 1)) return {};  // a row of a table
    if (place.last - place.first >= (is_label ? most_label_lines : most_heading_lines)) return {};
    std::string text;
    for (std::uint32_t at = place.first; at <= place.last; ++at)
      text += (text.empty() ? "" : " ") + std::string(stream_.text_at(at));
    const std::size_t numbering = enumeration_of(text).length;
    const std::uint32_t block = stream_.line(place.first).block;
    if (block != no_index && document_.blocks[block].kind == BlockKind::list_item && numbering == 0) return {};
    text.erase(0, numbering);
    while (text.ends_with(' ') || ends_in_colon(text))
      text.erase(text.size() - (text.ends_with("：") ? 3 : 1));
    if (!looks_like_heading(text, is_label ? HeadingEvidence::style : HeadingEvidence::words)) return {};
    std::string words;
    for (const std::string& word : loose_words(text))
      if (word.find_first_not_of("0123456789") != std::string::npos) words += word + " ";
    return words;
  }

  // "Strand 1: …", "Volet B. — …", "III. …": headings that count up to as many as the template has targets.
  std::vector<Landmark> numbered_targets() const {
    std::map<std::string, std::vector<Numbered>> series;
    for (std::uint32_t place = 0; place < stream_.size(); ++place) {
      if (!stream_.begins_block(place)) continue;
      const Place found{place, last_of_heading(place)};
      if (heading_words(found).empty()) continue;
      if (auto [before, numbered] = read_number(place); !numbered.numbers.empty())
        series[before].push_back(std::move(numbered));
    }
    for (const auto& [before, all] : series) {
      const std::vector<Numbered> last = last_count(all, before.empty());
      if (last.empty()) continue;
      std::vector<Landmark> found;
      for (const Numbered& one : all)  // a table of contents
        if (one.place < last.front().place) found.push_back(target_at(one.place, one.title_from, 0));
      for (Landmark& landmark : found)
        landmark.kind = Landmark::Kind::contents;
      int number = 0;
      for (const Numbered& one : last)
        found.push_back(target_at(one.place, one.title_from, ++number));
      return found;
    }
    return {};
  }

  // A heading that bears a number, and all that the number may be ("C": 3 or 100).
  struct Numbered {
    std::uint32_t place = 0;
    std::uint32_t title_from = 0;  // byte of its line
    std::vector<int> numbers;
  };

  // The word before the number, empty where none stands there.
  std::pair<std::string, Numbered> read_number(std::uint32_t place) const {
    const std::string_view text = stream_.text_at(place);
    const Enumeration numbering = enumeration_of(text);
    if (numbering.depth > 1) return {};
    const auto words = loose_words(numbering.depth == 1 ? text.substr(0, numbering.length) : text);
    const std::size_t at = numbering.depth == 1 ? 0 : 1;
    if (words.size() <= at || (at == 0 && words.size() > 1)) return {};
    Numbered numbered{place, title_from(text, numbering), {}};
    if (words[at].size() == 1 && words[at][0] >= 'a' && words[at][0] <= 'z')
      numbered.numbers.push_back(words[at][0] - 'a' + 1);
    if (const auto number = number_of(words[at])) numbered.numbers.push_back(*number);
    return {at == 0 ? "" : words.front(), numbered};
  }

  // Behind the number and the signs that follow it.
  static std::uint32_t title_from(std::string_view text, const Enumeration& numbering) {
    if (numbering.length > 0) return static_cast<std::uint32_t>(numbering.length);
    const std::size_t number = text.find_first_not_of(' ', text.find(' '));
    const std::size_t end = std::min(text.find_first_of(" .:)", number), text.size());
    std::size_t at = end;
    for (std::size_t length = 1; length > 0 && at < text.size(); at += length)
      length = std::string_view(" .:)-").find(text[at]) != std::string_view::npos ? 1
               : text.substr(at, 3) == "–" || text.substr(at, 3) == "—"           ? 3
                                                                                  : 0;
    return static_cast<std::uint32_t>(at < text.size() ? at : 0);
  }

  // The last run of places that count from one to the number of targets, with text between. `bare`: chapters are
  // numbered so too, and a count that goes on is theirs.
  std::vector<Numbered> last_count(const std::vector<Numbered>& all, bool bare) const {
    constexpr std::uint32_t least_lines = 3;
    const auto has = [](const Numbered& one, std::size_t number) {
      return std::find(one.numbers.begin(), one.numbers.end(), static_cast<int>(number)) != one.numbers.end();
    };
    const std::size_t wanted = pack_.targets.size();
    if (bare && std::any_of(all.begin(), all.end(), [&](const Numbered& one) { return has(one, wanted + 1); }))
      return {};
    std::vector<Numbered> last;
    for (auto one = all.rbegin(); one != all.rend() && last.size() < wanted; ++one) {
      const bool has_room = one->place + least_lines <= (last.empty() ? stream_.size() : last.back().place);
      if (has_room && has(*one, wanted - last.size())) last.push_back(*one);
    }
    if (last.size() < std::max(wanted, least_targets)) return {};
    std::reverse(last.begin(), last.end());
    return last;
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
      for (const Place& place : wording.places)
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
      const std::uint32_t title_from = read_number(heading).second.title_from;
      found.push_back(target_at(heading, title_from, static_cast<int>(found.size()) + 1));
    }
    return found;
  }

  std::uint32_t heading_above(std::uint32_t start, std::uint32_t floor) const {
    for (std::uint32_t back = 1; back <= most_lines_between && back + floor <= start; ++back) {
      const Place at{start - back, last_of_heading(start - back)};
      if (stream_.begins_block(at.first) && at.last < start && !heading_words(at).empty()) return at.first;
    }
    return no_index;
  }

  // "Chapter 6. Whom to ask" behind the targets, chapters 2 to 5: it belongs to none of them.
  std::optional<Landmark> chapter_behind(const Landmark& last_target) const {
    const auto part = std::find_if(pack_.parts.begin(), pack_.parts.end(),
                                   [](const Part& p) { return p.role == PartRole::section && !p.in_target; });
    const auto& [word, last] = read_number(last_target.first);
    if (part == pack_.parts.end() || last.numbers.empty()) return {};
    for (std::uint32_t place = last_target.last + 1; place < stream_.size(); ++place) {
      if (!stream_.begins_block(place)) continue;
      const auto& [word_here, here] = read_number(place);
      const bool counts_on = std::any_of(here.numbers.begin(), here.numbers.end(), [&numbers = last.numbers](int n) {
        return std::find(numbers.begin(), numbers.end(), n - 1) != numbers.end();
      });
      const Place heading{place, last_of_heading(place)};
      if (word_here != word || !counts_on || heading_words(heading).empty()) continue;
      Landmark landmark;
      landmark.part = static_cast<std::uint32_t>(part - pack_.parts.begin());
      landmark.first = heading.first;
      landmark.last = heading.last;
      landmark.content_from = stream_.line(heading.last).span.end();
      return landmark;
    }
    return {};
  }

  Landmark target_at(std::uint32_t place, std::uint32_t title_from, int number) const {
    Landmark landmark;
    landmark.kind = Landmark::Kind::heading;
    landmark.part = static_cast<std::uint32_t>(pack_.part(PartRole::target) - pack_.parts.data());
    landmark.first = landmark.last = place;
    landmark.number = number;
    landmark.is_numbered = landmark.has_content = true;
    landmark.content_from = stream_.line(place).span.start + title_from;
    return landmark;
  }

  // Wordings that stand under most targets, in the order in which they do.
  std::vector<Wording*> candidates() {
    std::vector<Wording*> found;
    for (auto& [words, wording] : wordings_) {
      std::erase_if(wording.places, [&](const Place& place) { return span_of(place.first) == spans_.size(); });
      for (const Place& place : wording.places) {
        const std::size_t index = span_of(place.first);
        wording.targets.insert(index);
        wording.position += static_cast<double>(place.first - spans_[index].from) /
                            static_cast<double>(spans_[index].to - spans_[index].from);
      }
      wording.position /= static_cast<double>(std::max<std::size_t>(1, wording.places.size()));
      const bool returns = wording.targets.size() >= least_targets && wording.targets.size() * 2 > spans_.size();
      if (returns && wording.places.size() == wording.targets.size() && heads_text(wording)) found.push_back(&wording);
    }
    std::sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return a->position < b->position; });
    return found;
  }

  // Under most targets text follows, and no other heading.
  bool heads_text(const Wording& wording) const {
    const auto bare = std::count_if(wording.places.begin(), wording.places.end(), [&](const Place& place) {
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
      // Goals may stand there without a label.
      if (between.size() + 1 == missing.size() && pack_.parts[missing.front()].role == PartRole::goal)
        missing.erase(missing.begin());
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
    for (const Place& place : wording.places) {
      const auto heading = first_of_part_.find({part, span_of(place.first)});
      if (heading == first_of_part_.end()) continue;
      ++met;
      behind += place.first > heading->second;
    }
    return behind * 2 > met;
  }

  void add(const Wording& wording, std::uint32_t part) {
    for (const Place& place : wording.places) {
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
  const Document& document_;
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
