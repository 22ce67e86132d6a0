// Targets whose headings do not say what they are.
#include "rules/segment/implied_targets.h"

#include "rules/pack/loose_text.h"
#include "rules/pack/phrase_number.h"
#include "rules/segment/forms.h"
#include "rules/segment/heading_rank.h"
#include "rules/segment/looks.h"
#include "rules/segment/own_headings.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

namespace plumbline {

namespace {

constexpr std::uint32_t most_lines_between = 6;  // of a heading and the first label under it
constexpr std::size_t least_kinds = 2;           // of labels under a heading

class Implier {
 public:
  Implier(const LineStream& stream, const Pack& pack, const std::vector<Landmark>& landmarks)
      : stream_(stream), document_(stream.document), pack_(pack), landmarks_(landmarks) {}

  // A run begins at a label that stands under a heading of its own and whose kind the run before it has already, or
  // right under a heading that is numbered as the run's. What is numbered otherwise is no heading of a run.
  std::vector<Landmark> run() {
    std::vector<Landmark> found;
    std::set<std::uint32_t> kinds;  // parts whose labels have stood under the last heading
    std::size_t least = SIZE_MAX;
    for (std::size_t i = 0; i < landmarks_.size(); ++i) {
      if (!is_label(landmarks_[i])) continue;
      const std::uint32_t floor = i == 0 ? 0 : landmarks_[i - 1].last + 1;
      const bool is_numbered = !found.empty() && numbering_at(found.front().first).depth > 0;
      const bool may_begin = found.empty() || kinds.contains(landmarks_[i].part) || is_numbered;
      std::uint32_t heading = may_begin ? heading_above(landmarks_[i].first, floor) : no_index;
      if (is_numbered && heading != no_index && !is_numbered_alike(heading, found.front().first)) heading = no_index;
      if (heading != no_index) {
        if (!found.empty()) least = std::min(least, kinds.size());
        found.push_back(target_at(heading));
        kinds.clear();
      }
      if (!found.empty()) kinds.insert(landmarks_[i].part);
    }
    if (!found.empty()) least = std::min(least, kinds.size());
    if (found.empty() || least < least_kinds) return {};
    return found;
  }

 private:
  bool is_label(const Landmark& landmark) const {
    return landmark.part != no_index && pack_.parts[landmark.part].in_target &&
           pack_.parts[landmark.part].role == PartRole::section && landmark.kind == Landmark::Kind::label;
  }

  Enumeration numbering_at(std::uint32_t place) const { return enumeration_of(stream_.text_at(place)); }

  bool is_numbered_alike(std::uint32_t place, std::uint32_t first) const {
    const auto begins_with_digit = [&](std::uint32_t at) {
      return std::isdigit(static_cast<unsigned char>(stream_.text_at(at).front())) != 0;
    };
    return numbering_at(place).depth == numbering_at(first).depth &&
           begins_with_digit(place) == begins_with_digit(first);
  }

  std::uint32_t heading_above(std::uint32_t label, std::uint32_t floor) const {
    for (std::uint32_t back = 1; back <= most_lines_between && back <= label && label - back >= floor; ++back)
      if (stream_.begins_block(label - back) && is_heading(label - back, stream_.lines[label])) return label - back;
    return no_index;
  }

  // The lines of its block before line `end`.
  bool is_heading(std::uint32_t place, std::uint32_t end) const {
    const std::uint32_t index = stream_.line(place).block;
    if (index == no_index) return false;
    const Block& block = document_.blocks[index];
    std::string text;
    const std::uint32_t last = std::min(end, block.first_line + block.line_count);
    for (std::uint32_t line = block.first_line; line < last; ++line)
      text += (text.empty() ? "" : " ") + std::string(document_.text_of(document_.lines[line]));
    if (last > block.first_line + 3 || !looks_like_heading(text, HeadingEvidence::style) || ends_in_colon(text))
      return false;
    if (block.cell != no_index) return filled_cells(document_, document_.rows[document_.cells[block.cell].row]) == 1;
    return block.kind == BlockKind::heading || enumeration_of(text).length > 0;
  }

  // "Action 3: Open contracting", "Promise B - Open contracting": the number, and where the title begins.
  static std::pair<std::optional<int>, std::size_t> number_behind_word(std::string_view text) {
    const auto from = text.find(' ') + 1;
    if (from == 0 || from + 1 >= text.size()) return {};
    std::size_t to = std::min(text.find_first_not_of("0123456789", from), text.size());
    const bool is_letter = to == from && std::isupper(static_cast<unsigned char>(text[from])) != 0;
    if (is_letter) ++to;
    if (to == from || to > from + 2 || to >= text.size()) return {};
    const std::size_t title = to + signs_at(text, to);
    const bool has_sign = text.substr(to, title - to).find_first_not_of(' ') != text.npos;
    if (!has_sign || title >= text.size() || std::isdigit(static_cast<unsigned char>(text[title])) != 0) return {};
    return {is_letter ? text[from] - 'A' + 1 : number_of(text.substr(from, to - from)), title};
  }

  // "3. Open contracting", "Action 3: Open contracting", "Open contracting".
  Landmark target_at(std::uint32_t place) const {
    Landmark landmark;
    landmark.kind = Landmark::Kind::heading;
    landmark.part = static_cast<std::uint32_t>(pack_.part(PartRole::target) - pack_.parts.data());
    landmark.first = landmark.last = place;
    landmark.has_content = true;
    const Line& line = stream_.line(place);
    const std::string_view text = document_.text_of(line);
    const Enumeration numbering = enumeration_of(text);
    landmark.content_from = line.span.start + static_cast<std::uint32_t>(numbering.length);
    landmark.is_numbered = numbering.length > 0;
    if (numbering.depth == 1) landmark.number = number_of(first_number(text.substr(0, numbering.length)));
    if (numbering.length > 0) return landmark;
    const auto [number, title] = number_behind_word(text);
    if (title == 0) return landmark;
    landmark.number = number;
    landmark.is_numbered = true;
    landmark.content_from = line.span.start + static_cast<std::uint32_t>(title);
    return landmark;
  }

  static std::string first_number(std::string_view numbering) {
    const auto words = loose_words(numbering);
    return words.empty() ? "" : words.front();
  }

  const LineStream& stream_;
  const Document& document_;
  const Pack& pack_;
  const std::vector<Landmark>& landmarks_;
};

}  // namespace

std::vector<Landmark> with_implied_targets(const LineStream& stream, const Pack& pack,
                                           std::vector<Landmark> landmarks) {
  if (!pack.is_loose || !pack.part(PartRole::target)) return landmarks;
  const bool has_targets = std::any_of(landmarks.begin(), landmarks.end(), [&](const Landmark& landmark) {
    return landmark.kind == Landmark::Kind::heading && landmark.part != no_index &&
           pack.parts[landmark.part].role == PartRole::target;
  });
  if (has_targets) return landmarks;
  const auto implied = Implier(stream, pack, landmarks).run();
  std::erase_if(landmarks, [&](const Landmark& landmark) {  // what was taken for something else
    return std::any_of(implied.begin(), implied.end(), [&](const Landmark& target) {
      return landmark.first <= target.last && target.first <= landmark.last;
    });
  });
  landmarks.insert(landmarks.end(), implied.begin(), implied.end());
  std::sort(landmarks.begin(), landmarks.end(), [](const Landmark& a, const Landmark& b) { return a.first < b.first; });
  return landmarks;
}

}  // namespace plumbline
