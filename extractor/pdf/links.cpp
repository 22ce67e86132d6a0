// Link annotations, read from their dictionaries.
#include "extractor/pdf/links.h"

#include <poppler/Object.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace plumbline::pdf {
namespace {

constexpr int most_annotations = 20'000;
constexpr std::size_t longest_target = 4000;

std::optional<Box> rectangle(const Dict& annotation, const double* m) {
  const Object list = annotation.lookup("Rect");
  if (!list.isArray() || list.arrayGetLength() != 4) return std::nullopt;
  std::array<double, 4> r{};
  for (int i = 0; i < 4; ++i) {
    const Object number = list.arrayGet(i);
    if (!number.isNum() || !std::isfinite(number.getNum())) return std::nullopt;
    r[static_cast<std::size_t>(i)] = number.getNum();
  }
  const double ax = m[0] * r[0] + m[2] * r[1] + m[4], ay = m[1] * r[0] + m[3] * r[1] + m[5];
  const double bx = m[0] * r[2] + m[2] * r[3] + m[4], by = m[1] * r[2] + m[3] * r[3] + m[5];
  return Box{static_cast<float>(std::min(ax, bx)), static_cast<float>(std::min(ay, by)),
             static_cast<float>(std::max(ax, bx)), static_cast<float>(std::max(ay, by))};
}

std::string target_of(const Dict& annotation) {
  const Object action = annotation.lookup("A");
  if (!action.isDict()) return {};
  const Object uri = action.dictLookup("URI");
  if (uri.isString()) return uri.getString()->toStr().substr(0, longest_target);
  const Object file = action.dictLookup("F");
  if (file.isString()) return file.getString()->toStr().substr(0, longest_target);
  return {};
}

}  // namespace

bool read_links(const Array& annotations, const double* page_to_device, std::vector<Link>& links) {
  bool has_others = false;
  const int count = std::min(annotations.getLength(), most_annotations);
  for (int i = 0; i < count; ++i) {
    const Object annotation = annotations.get(i);
    if (!annotation.isDict()) continue;
    const Object subtype = annotation.dictLookup("Subtype");
    if (!subtype.isName("Link")) {
      has_others = has_others || !subtype.isName("Popup");
      continue;
    }
    std::string target = target_of(*annotation.getDict());
    const std::optional<Box> box = rectangle(*annotation.getDict(), page_to_device);
    if (box && !target.empty()) links.push_back({*box, std::move(target)});
  }
  return has_others;
}

}  // namespace plumbline::pdf
