// Painted paths -> ruled lines and filled boxes.
#include "extractor/pdf/path_boxes.h"

#include <poppler/GfxState.h>

#include <algorithm>
#include <cmath>

namespace plumbline::pdf {
namespace {

// Thicker boxes are areas. Word draws borders of up to 6 pt; 3 pt keeps underlined spaces and shaded lines apart.
constexpr float thickest_rule = 3;
// Of each kind and page: drawings (maps, charts) have hundreds of thousands, forms some hundreds.
constexpr std::size_t most_boxes = 50'000;
// Device units that a line may lean and still be called straight.
constexpr double straight_within = 0.5;

struct Point {
  double x = 0, y = 0;
};

Point device_point(const GfxState& state, const GfxSubpath& path, int index) {
  Point point;
  state.transform(path.getX(index), path.getY(index), &point.x, &point.y);
  return point;
}

Box box_of(Point a, Point b) {
  return {static_cast<float>(std::min(a.x, b.x)), static_cast<float>(std::min(a.y, b.y)),
          static_cast<float>(std::max(a.x, b.x)), static_cast<float>(std::max(a.y, b.y))};
}

Box clip_box(const GfxState& state) {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  state.getClipBBox(&x0, &y0, &x1, &y1);
  return box_of({x0, y0}, {x1, y1});
}

Box common(const Box& a, const Box& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

void add_box(PageContent& page, const Box& box, bool is_white) {
  if (is_white) return;
  if (std::min(box.width(), box.height()) <= thickest_rule) {
    if (page.rules.size() < most_boxes) page.rules.push_back({box});
  } else if (page.fills.size() < most_boxes) {
    page.fills.push_back(box);
  }
}

// Four or five points, each side along an axis.
bool is_rectangle(const GfxState& state, const GfxSubpath& path) {
  const int points = path.getNumPoints();
  if (points < 4 || points > 5) return false;
  for (int i = 0; i < points; ++i) {
    if (path.getCurve(i)) return false;
    const Point a = device_point(state, path, i), b = device_point(state, path, (i + 1) % points);
    if (std::abs(a.x - b.x) > straight_within && std::abs(a.y - b.y) > straight_within) return false;
  }
  return true;
}

bool is_drawable(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1) &&
         !box.is_empty();
}

}  // namespace

Box add_stroked_path(PageContent& page, const GfxState& state, bool is_white) {
  const GfxPath* path = state.getPath();
  const Box clip = clip_box(state);
  // Hairlines (width 0) are one device pixel wide; a quarter point stands for it.
  const auto half = static_cast<float>(std::max(state.getTransformedLineWidth(), 0.25) / 2);
  Box drawn;
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath& subpath = *path->getSubpath(i);
    for (int k = 1; k < subpath.getNumPoints(); ++k) {
      const Point from = device_point(state, subpath, k - 1), to = device_point(state, subpath, k);
      Box box = box_of(from, to);
      const bool is_across = box.height() <= straight_within, is_upright = box.width() <= straight_within;
      // The pen's width widens a line, it does not lengthen it: corners stay where the form has them.
      if (is_across || !is_upright) box.y0 -= half, box.y1 += half;
      if (is_upright || !is_across) box.x0 -= half, box.x1 += half;
      box = common(box, clip);
      if (!is_drawable(box)) continue;
      drawn.include(box);
      if ((is_across || is_upright) && !subpath.getCurve(k) && !subpath.getCurve(k - 1)) add_box(page, box, is_white);
    }
  }
  return drawn;
}

Box add_filled_path(PageContent& page, const GfxState& state, bool is_white) {
  const GfxPath* path = state.getPath();
  const Box clip = clip_box(state);
  Box drawn;
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath& subpath = *path->getSubpath(i);
    Box box;
    bool is_first = true;
    for (int k = 0; k < subpath.getNumPoints(); ++k) {
      const Point point = device_point(state, subpath, k);
      const Box at = box_of(point, point);
      if (is_first) box = at;
      box = {std::min(box.x0, at.x0), std::min(box.y0, at.y0), std::max(box.x1, at.x1), std::max(box.y1, at.y1)};
      is_first = false;
    }
    // A filled line without area is drawn one pixel thin.
    if (box.x1 - box.x0 < 0.25F) box.x1 = box.x0 + 0.25F;
    if (box.y1 - box.y0 < 0.25F) box.y1 = box.y0 + 0.25F;
    const bool is_thin = std::min(box.width(), box.height()) <= thickest_rule;
    box = common(box, clip);
    if (!is_drawable(box)) continue;
    drawn.include(box);
    if (is_thin || is_rectangle(state, subpath)) add_box(page, box, is_white);
  }
  return drawn;
}

}  // namespace plumbline::pdf
