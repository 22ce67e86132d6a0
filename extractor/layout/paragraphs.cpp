// Where a paragraph ends: white, indents, a change of style, list markers, and lines that end before they must.
#include "extractor/layout/paragraphs.h"

#include "extractor/layout/markers.h"
#include "extractor/layout/tags.h"
#include "extractor/layout/text_ends.h"
#include "extractor/unicode/letters.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace plumbline::layout {

namespace {

char32_t last_character(const LaidLine& line) {
  std::string_view text = line.content.text;
  std::size_t marks = line.content.marks.empty() ? 0 : 3;  // a footnote's mark behind the full stop
  while (marks-- > 0 && text.size() > 1 && is_digit(static_cast<unsigned char>(text.back())))
    text.remove_suffix(1);
  return last_mark(text);
}

bool ends_sentence_or_colon(const LaidLine& line) {
  const char32_t c = last_character(line);
  return ends_sentence(c) || c == U':' || c == 0xFF1A;
}

}  // namespace

void Leading::learn(std::span<const LaidLine> column) {
  for (std::size_t i = 1; i < column.size(); ++i) {
    const LaidLine &above = column[i - 1], &line = column[i];
    const float em = line.size;
    if (em <= 0) continue;  // marks without width only
    const float ratio = (line.baseline - above.baseline) / em;
    if (std::abs(above.size - em) > 0.06f * em || ratio < 0.8f || ratio > 3) continue;
    const bool alike = above.content.ends_bold == line.content.starts_bold;
    seen_.push_back({em, line.baseline - above.baseline, alike && ends_sentence_or_colon(above), alike});
    const bool starts = std::abs(above.box.x0 - line.box.x0) < 0.5f * em;
    const bool ends = std::abs(above.box.x1 - line.box.x1) < 0.5f * em;
    same_starts_ += starts && !ends;
    same_ends_ += ends && !starts;
  }
}

// The smallest distance that is met often: paragraphs stand further apart than their lines.
void Leading::settle() {
  const auto usual_of = [](const std::map<int, int>& counts) {
    int most = 0;
    for (const auto& [bucket, count] : counts)
      most = std::max(most, count);
    for (const auto& [bucket, count] : counts)
      if (count * 3 >= most) return static_cast<float>(bucket + 1) * 0.05f;
    return 0.0f;
  };
  std::map<int, std::map<int, int>> by_size;
  std::map<int, int> all;
  for (const auto& [size, distance, ended, alike] : seen_) {
    const int bucket = static_cast<int>(distance / size / 0.05f);
    ++by_size[static_cast<int>(std::lround(size * 2))][bucket];
    ++all[bucket];
  }
  if (!all.empty()) otherwise_ = std::clamp(usual_of(all), 1.0f, 2.5f);
  for (const auto& [size, counts] : by_size) {
    int total = 0;
    for (const auto& [bucket, count] : counts)
      total += count;
    if (total >= 3) usual_.emplace_back(static_cast<float>(size) / 2, usual_of(counts));
  }
  find_paragraph_gaps();
}

float Leading::of(float size) const {
  for (const auto& [known, ratio] : usual_)
    if (std::abs(known - size) <= 0.3f) return ratio * size;
  return otherwise_ * size;
}

float Leading::most(float size) const {
  const float usual = of(size) * 1.2f + 0.4f;
  for (const auto& [known, distance] : paragraph_gaps_)
    if (std::abs(known - size) <= 0.3f) return std::min(usual, distance - 0.35f);
  return usual;
}

// Programs set all lines of a paragraph at one distance, and all paragraphs at another, if only by a point: the one
// is met most, and behind lines at the other distance sentences always end.
void Leading::find_paragraph_gaps() {
  std::stable_sort(seen_.begin(), seen_.end(), [](const Seen& a, const Seen& b) {
    const long x = std::lround(a.size * 4), y = std::lround(b.size * 4);
    return x != y ? x < y : a.distance < b.distance;
  });
  for (std::size_t i = 0; i < seen_.size();) {
    std::size_t end = i;
    while (end < seen_.size() && std::lround(seen_[end].size * 4) == std::lround(seen_[i].size * 4))
      ++end;
    find_paragraph_gap(std::span(seen_).subspan(i, end - i));
    i = end;
  }
}

// `seen` is of one size, by distance.
void Leading::find_paragraph_gap(std::span<const Seen> seen) {
  constexpr float exact = 0.3f, least_more = 1.0f;  // points
  std::size_t most = 0, most_at = 0;
  for (std::size_t i = 0, end = 0; i < seen.size(); ++i) {
    while (end < seen.size() && seen[end].distance - seen[i].distance <= exact)
      ++end;
    if (end - i > most) most = end - i, most_at = i;
  }
  if (most < 6) return;
  const float base = seen[most_at].distance + exact;
  for (std::size_t i = most_at + most; i < seen.size(); ++i) {
    if (seen[i].distance < base + least_more || !seen[i].is_alike) continue;
    if (seen[i].distance > base * 1.25f) return;  // found without it
    std::size_t alike = 0, ended = 0;
    for (std::size_t k = i; k < seen.size() && seen[k].distance - seen[i].distance <= 2 * exact; ++k)
      alike += seen[k].is_alike, ended += seen[k].ends;
    if (alike >= 2 && ended == alike) {
      paragraph_gaps_.emplace_back(seen[i].size, seen[i].distance);
      return;
    }
  }
}

namespace {

class Splitter {
 public:
  Splitter(std::span<const LaidLine> column, const Leading& leading, bool trusts_tags)
      : lines_(column), leading_(leading), trusts_tags_(trusts_tags) {
    for (const LaidLine& line : lines_) {
      left_ = std::min(left_, line.box.x0);
      right_ = std::max(right_, line.box.x1);
    }
    markers_.reserve(lines_.size());
    for (const LaidLine& line : lines_)
      markers_.push_back(find_marker(std::string_view(line.content.text)).kind);
  }

  std::vector<bool> split() {
    std::vector<bool> starts(lines_.size(), false);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      starts[i] = i == 0 || begins_block(i);
      if (starts[i]) first_ = i;
    }
    return starts;
  }

 private:
  bool begins_block(std::size_t i) const {
    const LaidLine &above = lines_[i - 1], &line = lines_[i];
    const float em = std::max(above.size, line.size), distance = line.baseline - above.baseline;
    if (distance > leading_.most(em) || distance < 0) return true;
    if (changes_style(above, line)) return true;
    if (!line.content.marks.empty() && line.content.marks.front().start == 0) return true;  // a footnote
    const bool decides = trusts_tags_ && are_tagged(above.content.tag, line.content.tag);
    if (decides && above.content.tag != line.content.tag) return true;
    if (begins_item(i)) return true;
    if (decides) return false;
    if (is_indented(i)) return true;
    return ends_early(above, line);
  }

  // White that `line` leaves in its column.
  float room(const LaidLine& line) const {
    return leading_.is_end_aligned() ? line.box.x0 - left_ : right_ - line.box.x1;
  }

  // The first word of `line` had room behind `above`.
  bool fits(const LaidLine& above, const LaidLine& line) const {
    return room(above) > line.content.first_word + 0.6f * line.size;
  }

  bool changes_style(const LaidLine& above, const LaidLine& line) const {
    // A label in larger type may begin a line of text.
    const auto differ = [](float a, float b) { return std::max(a, b) > std::min(a, b) * 1.1f; };
    if (differ(above.size, line.size) && differ(above.content.style.size, line.content.style.size)) return true;
    const bool from_bold = above.content.style.bold && above.content.ends_bold && !line.content.starts_bold;
    const bool to_bold = !above.content.ends_bold && line.content.starts_bold;
    if (!from_bold && !to_bold) return false;
    if (from_bold && lines_[first_].content.starts_bold && !line.content.style.bold)
      return fits(above, line) || ends_sentence_or_colon(above) || starts_upper(line);
    return fits(above, line) || (to_bold && ends_sentence_or_colon(above));
  }

  bool begins_item(std::size_t i) const {
    const MarkerKind kind = markers_[i];
    if (kind == MarkerKind::none) return false;
    if (kind == MarkerKind::bullet) return true;
    const LaidLine &above = lines_[i - 1], &line = lines_[i];
    const bool hangs = markers_[first_] == kind && first_ + 1 < i && line.box.x0 < above.box.x0 - 0.5f * line.size;
    const bool in_list = markers_[first_] == kind && std::abs(lines_[first_].box.x0 - line.box.x0) < 0.4f * line.size;
    const bool breaks = fits(above, line) || ends_sentence_or_colon(above);
    if (!hangs && !in_list && !fits(above, line) && kind != MarkerKind::dash && !has_sibling(i)) return false;
    return hangs ||
           (breaks && (in_list || kind != MarkerKind::letter || line.box.x0 != above.box.x0 || ends_item(above)));
  }

  // Another line near it begins with such a marker. If none does, a marker at the beginning of a line, behind a line
  // that is full, only happens to stand there: "… see Policy Target No. / 4. The …", "… a mission: / (1) to help …".
  bool has_sibling(std::size_t i) const {
    constexpr std::size_t near_lines = 30;
    for (std::size_t k = i - std::min(i, near_lines); k < std::min(lines_.size(), i + near_lines); ++k)
      if (k != i && markers_[k] == markers_[i] && std::abs(lines_[k].box.x0 - lines_[i].box.x0) < 0.4f * lines_[i].size)
        return true;
    return false;
  }

  bool is_indented(std::size_t i) const {
    const LaidLine &above = lines_[i - 1], &line = lines_[i];
    const float em = line.size, step = line.box.x0 - above.box.x0;
    if (leading_.is_end_aligned() || is_centred(above, line)) return false;
    if (step > 0.8f * em) {
      if (i - 1 == first_ && markers_[first_] != MarkerKind::none) return false;  // hanging item
      const bool returns = i + 1 < lines_.size() && lines_[i + 1].box.x0 < line.box.x0 - 0.8f * em;
      if (returns && !starts_lower(line.content.text)) return true;
      const bool ended = ends_sentence_or_colon(above) || fits(above, line);
      return ended && (returns || i + 1 == lines_.size() || fits(above, line));
    }
    if (step < -0.8f * em) {
      if (i - 1 == first_) return false;  // an indented first line
      return fits(above, line) || ends_sentence_or_colon(above);
    }
    return false;
  }

  bool is_centred(const LaidLine& above, const LaidLine& line) const {
    const float off = std::abs(above.box.x0 + above.box.x1 - line.box.x0 - line.box.x1) / 2;
    const bool at_margin = std::min(above.box.x0, line.box.x0) < left_ + 0.8f * line.size;
    return !at_margin && off < 0.5f * line.size && std::abs(above.box.x0 - line.box.x0) > 0.8f * line.size;
  }

  bool ends_early(const LaidLine& above, const LaidLine& line) const {
    if (!fits(above, line) || is_centred(above, line)) return false;
    if (starts_lower(line.content.text)) return ends_with_semicolon(above);  // items whose bullets are pictures
    if (ends_sentence_or_colon(above)) return true;
    const float left = leading_.is_end_aligned() ? left_ : lines_[first_].box.x0, width = right_ - left;
    return room(above) > 0.4f * width && room(line) < 0.3f * width && width > 12 * line.size;
  }

  static bool starts_upper(const LaidLine& line) {
    for (const char32_t c : to_utf32(std::string_view(line.content.text).substr(0, 16))) {
      if (is_letter(c)) return !is_lower(c);
      if (is_digit(c)) return true;
    }
    return true;
  }
  static bool ends_with_semicolon(const LaidLine& line) {
    const char32_t c = last_character(line);
    return c == U';' || c == 0xFF1B || c == 0x061B;
  }
  static bool ends_item(const LaidLine& line) {
    const char32_t c = last_character(line);
    return ends_sentence(c) || c == U':' || c == U';' || c == 0xFF1A || c == 0xFF1B || c == 0x061B;
  }

  std::span<const LaidLine> lines_;
  const Leading& leading_;
  bool trusts_tags_ = false;
  std::vector<MarkerKind> markers_;
  float left_ = 1e9f, right_ = -1e9f;
  std::size_t first_ = 0;  // line of the block that is open
};

}  // namespace

std::vector<bool> find_block_starts(std::span<const LaidLine> column, const Leading& leading, bool trusts_tags) {
  return Splitter(column, leading, trusts_tags).split();
}

}  // namespace plumbline::layout
