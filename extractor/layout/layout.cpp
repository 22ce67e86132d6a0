// One page: glyphs -> pieces -> segments -> parts in reading order -> lines, blocks, tables.
#include "extractor/layout/layout.h"

#include "extractor/layout/arrange.h"
#include "extractor/layout/column_starts.h"
#include "extractor/layout/compose.h"
#include "extractor/layout/gutters.h"
#include "extractor/layout/justified.h"
#include "extractor/layout/pieces.h"
#include "extractor/layout/segments.h"
#include "extractor/layout/stamps.h"
#include "extractor/layout/write.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plumbline {

using namespace layout;

namespace {

std::vector<Box> rules_in(const PageContent& page, const Frame& frame, bool horizontal) {
  std::vector<Box> out;
  for (const Rule& rule : page.rules) {
    const Box box = frame.from_page(rule.box);
    if ((box.width() >= box.height()) == horizontal) out.push_back(box);
  }
  return out;
}

std::vector<Box> in_frame(const std::vector<Box>& boxes, const Frame& frame) {
  std::vector<Box> out;
  out.reserve(boxes.size());
  for (const Box& box : boxes)
    out.push_back(frame.from_page(box));
  return out;
}

// The pieces of one direction with their segments. Columns follow each other in the direction of reading,
// so the frame of a page that runs right to left is mirrored once its segments stand.
struct Layer {
  PageInk ink;
  Segments segments;
  Direction direction;

  Layer(const PageContent& page, const std::vector<Sight>& sights, std::uint8_t turns, Sight wanted)
      : ink(collect_pieces(page, sights, turns, wanted)) {
    direction = direction_of(ink);
    const std::vector<Box> gutters = find_gutters(ink, direction.is_right_to_left);
    const Walls walls(rules_in(page, ink.frame, false), gutters);
    segments = join_justified(ink, collect_segments(ink, walls), walls, gutters);
    segments = part_at_column_starts(ink, segments, direction.is_right_to_left);
  }

  LaidLine compose(const std::vector<std::uint32_t>& segment_indices) const {
    LaidLine line;
    std::vector<std::uint32_t> pieces;
    for (const std::uint32_t index : segment_indices) {
      const Segment& segment = segments.all[index];
      line.box.include(segment.box);
      if (segment.box.width() > 0 && segment.size > line.size) {
        line.baseline = segment.baseline;
        line.size = segment.size;
      }
      for (std::uint32_t i = 0; i < segment.pieces; ++i)
        pieces.push_back(segments.order[segment.first_piece + i]);
    }
    line.content = compose_line(ink, pieces, direction);
    return line;
  }

  std::vector<LaidLine> compose_all() const {
    std::vector<std::uint32_t> order(segments.all.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
      order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return segments.all[a].baseline < segments.all[b].baseline; });
    std::vector<LaidLine> lines;
    for (const std::uint32_t index : order)
      lines.push_back(compose({index}));
    return lines;
  }
};

std::uint8_t main_direction(const PageContent& page, const std::vector<Sight>& sights) {
  std::array<std::size_t, 4> counts{};
  for (std::size_t i = 0; i < page.glyphs.size(); ++i)
    if (sights[i] == Sight::seen) ++counts[page.glyphs[i].quarter_turns % 4];
  return static_cast<std::uint8_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

Item item_of(const Segment& segment, std::uint32_t index, const Frame& frame, bool mirrored) {
  Item item;
  item.box = mirrored ? frame.mirror(segment.box) : segment.box;
  item.baseline = segment.baseline;
  item.size = segment.size;
  item.widest_gap = segment.widest_gap;
  item.first_word = segment.first_word;
  item.index = index;
  item.starts_lower = segment.starts_lower;
  item.starts_upper = segment.starts_upper;
  item.ends_with_colon = segment.ends_with_colon;
  item.ends_sentence = segment.ends_sentence;
  item.is_bold = segment.is_bold;
  return item;
}

// A page being laid out.
class PageLayout {
 public:
  explicit PageLayout(const PageContent& page)
      : page_(page),
        sights_(judge_sight(page)),
        turns_(main_direction(page, sights_)),
        main_(page, sights_, turns_, Sight::seen) {
    frame_ = main_.ink.frame;
    frame_.is_mirrored = main_.direction.is_right_to_left;
  }

  void write(Document& document) {
    collect_items();
    std::vector<Box> lines = rules_in(page_, frame_, true);
    for (const Box& box : rules_in(page_, frame_, false))
      lines.push_back(box);
    const std::vector<Box> fills = in_frame(page_.fills, frame_);
    const Box whole{0, 0, frame_.width(), frame_.height()};
    const std::vector<Grid> grids = find_grids(lines, fills, whole);
    const std::vector<Box> separators = find_separators(lines, fills, whole);
    const LineMaker maker{[this](const Indices& line) { return compose(line); },
                          [this](const Box& box) { return frame_.to_page(box); }};
    write_parts(document, arrange(items_, grids, separators, frame_.height()), maker);
    write_stamps(document);
    write_hidden(document);
    document.pages.back().quarter_turns = turns_;
  }

 private:
  void collect_items() {
    for (std::uint32_t i = 0; i < main_.segments.all.size(); ++i)
      items_.push_back(item_of(main_.segments.all[i], i, frame_, frame_.is_mirrored));
    for (std::uint8_t turns = 0; turns < 4; ++turns) {
      if (turns == turns_) continue;
      Layer layer(page_, sights_, turns, Sight::seen);
      for (LaidLine& line : layer.compose_all()) {
        const Box on_page = layer.ink.frame.to_page(line.box);
        Item item;
        item.kind = ItemKind::turned;
        item.index = static_cast<std::uint32_t>(turned_.size());
        item.box = frame_.from_page(on_page);
        item.baseline = item.box.y1;
        item.size = line.size;
        line.box = item.box;
        line.baseline = item.baseline;
        turned_.push_back(std::move(line));
        items_.push_back(item);
      }
    }
  }

  LaidLine compose(const Indices& line) const {
    const Item& first = items_[line.front()];
    if (first.kind == ItemKind::turned) return turned_[first.index];
    std::vector<std::uint32_t> segments;
    for (const std::uint32_t index : line)
      segments.push_back(items_[index].index);
    LaidLine laid = main_.compose(segments);
    if (frame_.is_mirrored) laid.box = frame_.mirror(laid.box);
    return laid;
  }

  void write_stamps(Document& document) {
    const LineMaker maker{{}, [](const Box& box) { return box; }};
    write_furniture(document, stamped_lines(page_, sights_), LineRole::running_head, maker);
  }

  void write_hidden(Document& document) {
    for (std::uint8_t turns = 0; turns < 4; ++turns) {
      const Layer layer(page_, sights_, turns, Sight::hidden);
      const LineMaker maker{{}, [&](const Box& box) { return layer.ink.frame.to_page(box); }};
      write_furniture(document, layer.compose_all(), LineRole::hidden, maker);
    }
  }

  const PageContent& page_;
  std::vector<Sight> sights_;
  std::uint8_t turns_;
  Layer main_;
  Frame frame_;
  Items items_;
  std::vector<LaidLine> turned_;
};

}  // namespace

Document lay_out(const PageContent& page) {
  Document document;
  Page out;
  out.width = page.width;
  out.height = page.height;
  if (!page.words.empty())
    out.source = TextSource::ocr;
  else if (page.glyphs.empty())
    out.source = TextSource::none;
  out.is_blank = !page.has_drawing && page.glyphs.empty() && page.words.empty();
  document.pages.push_back(out);
  PageLayout(page).write(document);
  return document;
}

}  // namespace plumbline
