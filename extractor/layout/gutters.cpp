// Edges at which many pieces begin -> runs of them that no piece crosses and that have text before them.
#include "extractor/layout/gutters.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace plumbline::layout {

namespace {

constexpr std::size_t lines_least = 6;    // that begin at an edge, with text on their other side
constexpr std::size_t lines_enough = 12;  // beside it, however many begin at it: half as many else
constexpr std::size_t edges_most = 40;    // of a page; each is looked at in linear time
constexpr float same_x = 1.0f;            // points
constexpr float white_em = 0.6f;          // narrower strips are blanks
constexpr float text_em = 4;              // what is narrower may be a list's markers
constexpr float neighbour_em = 6;         // the white before an edge is no wider where columns are text
constexpr float overfull_em = 6;          // a line that did not fit its column reaches no farther over the edge
constexpr float leading_em = 0.7f;        // white between two lines of a paragraph is narrower

class Finder {
 public:
  Finder(const PageInk& ink, bool right_to_left) {
    pieces_.reserve(ink.pieces.size());
    for (const Piece& piece : ink.pieces) {
      Box box = piece.box;
      if (right_to_left) box = {-piece.box.x1, piece.box.y0, -piece.box.x0, piece.box.y1};
      pieces_.push_back({box, piece.baseline, piece.size, static_cast<std::int64_t>(pieces_.size())});
    }
    std::sort(pieces_.begin(), pieces_.end(), [](const Ink& a, const Ink& b) { return a.baseline < b.baseline; });
    is_mirrored_ = right_to_left;
  }

  std::vector<Box> find() {
    collect_lines();
    std::vector<Box> found;
    for (const float x : common_edges())
      find_at(x, found);
    if (is_mirrored_)
      for (Box& box : found)
        box = {-box.x0, box.y0, -box.x0, box.y1};
    return found;
  }

 private:
  struct Ink {
    Box box;
    float baseline, size;
    std::int64_t drawn;  // its place in the order of drawing
  };

  // Pieces on one baseline, from left to right, are followed by each other in `lines_`.
  void collect_lines() {
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t end = i + 1;
      while (end < pieces_.size() && pieces_[end].baseline - pieces_[i].baseline < 0.15f * pieces_[i].size)
        ++end;
      std::sort(pieces_.begin() + static_cast<std::ptrdiff_t>(i), pieces_.begin() + static_cast<std::ptrdiff_t>(end),
                [](const Ink& a, const Ink& b) { return a.box.x0 < b.box.x0; });
      lines_.push_back({i, end});
      i = end;
    }
  }

  // Where many lines have white and then ink; those that most lines have come first.
  std::vector<float> common_edges() const {
    std::vector<float> starts;
    for (const auto& [first, end] : lines_)
      for (std::size_t i = first; i < end; ++i)
        if (i == first || pieces_[i].box.x0 - pieces_[i - 1].box.x1 > white_em * pieces_[i].size)
          starts.push_back(pieces_[i].box.x0);
    std::sort(starts.begin(), starts.end());
    std::vector<std::pair<std::size_t, float>> edges;
    for (std::size_t i = 0; i < starts.size();) {
      std::size_t end = i;
      while (end < starts.size() && starts[end] - starts[i] <= same_x)
        ++end;
      if (end - i >= lines_least) edges.emplace_back(end - i, starts[i]);
      i = end;
    }
    std::sort(edges.begin(), edges.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (edges.size() > edges_most) edges.resize(edges_most);
    std::vector<float> xs;
    for (const auto& [count, x] : edges)
      xs.push_back(x);
    return xs;
  }

  struct Run {
    std::size_t beginning = 0;            // lines that begin at the edge
    std::size_t beside = 0, pending = 0;  // lines that end before it: among those, and below the last of them
    bool is_overrun = false;              // by a line below the last of them that did not fit its column
    float y0 = 1e9f, y1 = -1e9f;          // of all of them
    float last = -1e9f;                   // the lower end of the last that begins at the edge
    float white = 1e9f;

    void include(const Box& line) {
      y0 = std::min(y0, line.y0);
      y1 = std::max(y1, line.y1);
    }
  };

  // The lines of two columns need not share their baselines.
  void find_at(float x, std::vector<Box>& found) const {
    Run run;
    const auto close = [&] {
      const bool is_gutter = run.beginning >= lines_least &&
                             run.beside >= std::min(std::max(lines_least, run.beginning / 2), lines_enough);
      if (is_gutter) found.push_back({x - 0.4f * run.white, run.y0, x, run.y1});
      run = {};
    };
    for (const auto& [first, end] : lines_) {
      std::size_t right = first;  // the first piece from the edge on
      while (right < end && pieces_[right].box.x0 < x - 0.5f)
        ++right;
      const bool has_left = right > first, has_right = right < end;
      const bool begins = has_right && pieces_[right].box.x0 <= x + same_x + 0.5f;
      const float size = pieces_[has_right ? right : first].size;
      const float white = has_left ? x - pieces_[right - 1].box.x1 : 1e9f;
      if (white < white_em * size) {
        if (!is_overfull(first, right, end, x)) {
          close();
          continue;
        }
        run.is_overrun |= !begins;
      } else if (white < neighbour_em * size && text_before(first, right) >= text_em * size) {
        ++run.pending;
        run.white = std::min(run.white, white);
        run.include(pieces_[right - 1].box);
      }
      if (!begins) continue;
      if (run.is_overrun && pieces_[right].box.y0 - run.last > leading_em * size) close();
      run.is_overrun = false;
      run.beside += run.beginning > 0 ? run.pending : std::min<std::size_t>(run.pending, 1);
      run.pending = 0;
      ++run.beginning;
      run.include(pieces_[right].box);
      run.last = pieces_[right].box.y1;
    }
    close();
  }

  // What reaches over the edge did not fit the column before it. Where a line begins at the edge on the same baseline,
  // it was not drawn in one go with it; else the next line that does leaves no room for text over both columns.
  bool is_overfull(std::size_t first, std::size_t right, std::size_t end, float x) const {
    const float size = pieces_[first].size;
    const std::int64_t drawn = pieces_[right - 1].drawn;
    if (right < end && pieces_[right].box.x0 <= x + same_x + 0.5f)
      return std::any_of(
          pieces_.begin() + static_cast<std::ptrdiff_t>(right), pieces_.begin() + static_cast<std::ptrdiff_t>(end),
          [&](const Ink& piece) { return piece.box.x0 <= x + same_x + 0.5f && std::abs(piece.drawn - drawn) != 1; });
    float reached = pieces_[right - 1].box.x1;
    for (; right < end && pieces_[right].box.x0 - reached < white_em * size; ++right)
      reached = std::max(reached, pieces_[right].box.x1);
    return reached - x < overfull_em * size;
  }

  // Width of the text that ends before `right`, up to white as wide as a gutter's neighbour column may leave.
  float text_before(std::size_t first, std::size_t right) const {
    std::size_t at = right - 1;
    while (at > first && pieces_[at].box.x0 - pieces_[at - 1].box.x1 < neighbour_em * pieces_[at].size)
      --at;
    return pieces_[right - 1].box.x1 - pieces_[at].box.x0;
  }

  std::vector<Ink> pieces_;  // by line, from left to right
  std::vector<std::pair<std::size_t, std::size_t>> lines_;
  bool is_mirrored_ = false;
};

}  // namespace

std::vector<Box> find_gutters(const PageInk& ink, bool right_to_left) {
  return Finder(ink, right_to_left).find();
}

}  // namespace plumbline::layout
