// Where lines of text stand on a page's picture: ink, smeared sideways, and small marks joined to the line they belong
// to.
#include "extractor/ocr/text_lines.h"

#include "extractor/median.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <numeric>

namespace plumbline {

namespace {

// All in points.
constexpr float least_letter = 3, largest_letter = 40;
constexpr float narrowest_gap = 5, widest_gap = 12;  // that still lies between two words of a line
constexpr float speck = 0.8f;
constexpr float least_height = 2.5f, least_width = 2;  // of a line
constexpr float widest_mark = 30;                      // dots and vowel signs that were smeared into one
constexpr float blur = 0.7f;                           // of an edge: lines are not quite level
constexpr float solid = 6;                             // no stroke of a letter is as thick
constexpr float frame = 60;                            // high, and with lines inside

constexpr std::size_t letters_most = 60000, strips_most = 8000;

using Strip = PixelBox;

int overlap(int a0, int a1, int b0, int b1) {
  return std::min(a1, b1) - std::max(a0, b0);
}

class LineFinder {
 public:
  LineFinder(const Picture& picture, const std::vector<Rule>& rules, float scale)
      : scale_(scale), rules_(rules), black_(binary(picture)) {}

  std::vector<TextLine> find() {
    if (!black_) return {};
    turn_dark_fields_white();
    leave_out_pictures();
    if (!measure_letters()) return {};
    const float gap = std::clamp(1.5f * letter_, narrowest_gap, widest_gap);
    const Picture smeared(pixCloseSafeBrick(nullptr, black_.get(), pixels(gap), 1));
    if (!smeared) return {};
    cut_at_rules(smeared);
    strips_ = connected(smeared);
    std::erase_if(strips_,
                  [&](const Strip& strip) { return points(strip.width()) < speck && points(strip.height()) < speck; });
    if (strips_.size() > strips_most) return {};
    drop_frames();
    join_marks();
    return lines();
  }

 private:
  float points(int length) const { return static_cast<float>(length) * scale_; }
  int pixels(float length) const { return to_pixels(length, scale_); }

  // Light text on a dark field.
  void turn_dark_fields_white() {
    const Picture fields(pixOpenBrick(nullptr, black_.get(), pixels(solid), pixels(solid)));
    if (!fields) return;
    const int across = pixGetWidth(black_.get()), down = pixGetHeight(black_.get());
    for (const Strip& field : connected(fields)) {
      if (points(field.width()) < 3 * solid || points(field.height()) < solid) continue;
      const int x = std::max(field.x0 - 1, 0), y = std::max(field.y0 - 1, 0);
      const int w = std::min(field.x1 + 1, across) - x, h = std::min(field.y1 + 1, down) - y;
      pixRasterop(black_.get(), x, y, w, h, PIX_NOT(PIX_DST), nullptr, 0, 0);
    }
  }

  void leave_out_pictures() {
    const Picture half(pixReduceRankBinaryCascade(black_.get(), 1, 0, 0, 0));
    if (!half) return;
    l_int32 found = 0;
    const Picture small(pixGenerateHalftoneMask(half.get(), nullptr, &found, nullptr));
    if (!small || !found) return;
    const Picture mask(pixExpandReplicate(small.get(), 2));
    if (mask) pixSubtract(black_.get(), black_.get(), mask.get());
  }

  bool measure_letters() {
    std::vector<int> heights;
    letters_ = connected(black_);
    if (letters_.size() > letters_most) return false;
    for (const Strip& letter : letters_)
      if (points(letter.height()) > least_letter && points(letter.height()) < largest_letter)
        heights.push_back(letter.height());
    letter_ = points(median(std::move(heights), 0));
    return letter_ > 0;
  }

  void cut_at_rules(const Picture& smeared) const {
    for (const Rule& rule : rules_) {
      if (rule.is_horizontal()) continue;
      const int x = static_cast<int>(rule.box.x0 / scale_), y = static_cast<int>(rule.box.y0 / scale_);
      const int w = pixels(rule.box.width()), h = pixels(rule.box.height());
      pixRasterop(smeared.get(), x, y, w, h, PIX_CLR, nullptr, 0, 0);
    }
  }

  void drop_frames() {
    std::vector<Strip> long_ones;
    for (const Strip& strip : strips_)
      if (strip.width() > 2 * strip.height()) long_ones.push_back(strip);
    const auto is_frame = [&](const Strip& strip) {
      if (points(strip.height()) <= frame) return false;
      return points(strip.width()) < solid || std::any_of(long_ones.begin(), long_ones.end(), [&](const Strip& line) {
               return line.x0 > strip.x0 && line.x1 < strip.x1 && line.y0 > strip.y0 && line.y1 < strip.y1;
             });
    };
    std::erase_if(strips_, is_frame);
  }

  // A strip goes into the taller one beside which it stands, a low one into that above or below which it hovers.
  void join_marks() {
    std::sort(strips_.begin(), strips_.end(), [](const Strip& a, const Strip& b) { return a.y0 < b.y0; });
    std::vector<std::size_t> home(strips_.size());
    std::iota(home.begin(), home.end(), std::size_t{0});
    for (std::size_t i = 0; i < strips_.size(); ++i)
      home[i] = home_of(i);
    for (std::size_t i = 0; i < strips_.size(); ++i) {
      std::size_t last = i;
      while (home[last] != last)
        last = home[last];
      if (last != i) strips_[last].include(strips_[i]);
      is_joined_.push_back(last != i);
    }
  }

  std::size_t home_of(std::size_t small) const {
    std::size_t best = small;
    int nearest = 0;
    const Strip& mark = strips_[small];
    for (std::size_t i = 0; i < strips_.size(); ++i) {
      const Strip& line = strips_[i];
      if (i == small || !is_taller(i, small)) continue;
      const int above = overlap(mark.y0, mark.y1, line.y0, line.y1);
      if (!stands_beside(mark, line, above) && !hovers_over(mark, line, above)) continue;
      if (best == small || above > nearest) best = i, nearest = above;
    }
    return best;
  }

  // Of two alike the later one, so that no two are each other's home.
  bool is_taller(std::size_t a, std::size_t b) const {
    return strips_[a].height() != strips_[b].height() ? strips_[a].height() > strips_[b].height() : a > b;
  }

  bool stands_beside(const Strip& mark, const Strip& line, int above) const {
    return 2 * above > mark.height() && overlap(mark.x0, mark.x1, line.x0, line.x1) > 0;
  }

  bool hovers_over(const Strip& mark, const Strip& line, int above) const {
    return 2 * mark.height() < line.height() && points(mark.width()) < widest_mark &&
           2 * overlap(mark.x0, mark.x1, line.x0, line.x1) > mark.width() && 4 * above > -line.height();
  }

  std::vector<TextLine> lines() {
    std::sort(letters_.begin(), letters_.end(), [](const Strip& a, const Strip& b) { return a.y0 < b.y0; });
    std::vector<TextLine> out;
    for (std::size_t i = 0; i < strips_.size(); ++i) {
      const Strip& strip = strips_[i];
      if (is_joined_[i] || points(strip.height()) < least_height || points(strip.width()) < least_width) continue;
      const bool is_tall = points(strip.height()) > 3.2f * letter_ + 3;
      out.push_back({strip.x0, strip.y0, strip.width(), strip.height(), is_tall, letter_of(strip), baseline_of(strip)});
    }
    std::sort(out.begin(), out.end(), [](const TextLine& a, const TextLine& b) { return a.y < b.y; });
    return out;
  }

  // Higher than four of five letters, signs and dots aside.
  int letter_of(const Strip& strip) const {
    std::vector<int> heights;
    auto letter =
        std::lower_bound(letters_.begin(), letters_.end(), strip.y0, [](const Strip& a, int y) { return a.y0 < y; });
    for (; letter != letters_.end() && letter->y0 < strip.y1; ++letter)
      if (letter->x0 >= strip.x0 && letter->x1 <= strip.x1 && letter->y1 <= strip.y1 &&
          3 * letter->height() > strip.height())
        heights.push_back(letter->height());
    if (heights.empty()) return strip.height();
    const auto high = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 4 / 5);
    std::nth_element(heights.begin(), high, heights.end());
    return *high;
  }

  // Below it, ink becomes less than anywhere else in the line's lower part.
  int baseline_of(const Strip& strip) const {
    BOX* box = boxCreate(strip.x0, strip.y0, strip.width(), strip.height());
    const Picture line(pixClipRectangle(black_.get(), box, nullptr));
    boxDestroy(&box);
    NUMA* rows = line ? pixCountPixelsByRow(line.get(), nullptr) : nullptr;
    const int n = rows ? numaGetCount(rows) : 0, step = pixels(blur);
    std::vector<int> ink(static_cast<std::size_t>(n + step), 0);
    for (int y = 0; y < n; ++y)
      numaGetIValue(rows, y, &ink[static_cast<std::size_t>(y)]);
    numaDestroy(&rows);
    int baseline = n, steepest = 0;
    for (int y = n / 2; y < n; ++y) {
      const int fall = ink[static_cast<std::size_t>(y)] - ink[static_cast<std::size_t>(y + step)];
      if (fall > steepest) steepest = fall, baseline = y + 1 + step / 2;
    }
    return strip.y0 + std::min(baseline, n);
  }

  const float scale_;
  const std::vector<Rule>& rules_;
  Picture black_;
  float letter_ = 0;  // points: the height of most letters
  std::vector<Strip> letters_, strips_;
  std::vector<bool> is_joined_;
};

}  // namespace

std::vector<TextLine> find_text_lines(const Picture& picture, const std::vector<Rule>& rules, float scale) {
  return picture ? LineFinder(picture, rules, scale).find() : std::vector<TextLine>{};
}

}  // namespace plumbline
