// The body of an ODT -> paragraphs, tables and notes in document order.
#include "extractor/odt/body.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace plumbline::odt {

namespace {

// Where the walk stands inside lists.
struct ListPlace {
  const ListStyle* style = nullptr;
  Counter* counter = nullptr;
  std::size_t depth = 0;               // lists around it
  bool marker_due = false;             // the item's first paragraph is still to come
  std::optional<std::uint32_t> start;  // the item's own number
};

constexpr int most_spaces = 1000;  // text:s text:c

class BodyReader {
 public:
  BodyReader(Context& context, int depth) : context_(context), depth_(depth) {}

  std::vector<FlowItem> read(const pugi::xml_node& parent) {
    walk_blocks(parent, depth_);
    close_paragraph();
    return std::move(items_);
  }

 private:
  bool is_too_deep(int depth) {
    if (depth > xml::deepest) context_.is_too_deep = true;
    return depth > xml::deepest;
  }

  void walk_blocks(const pugi::xml_node& parent, int depth) {
    if (is_too_deep(depth)) return;
    for (pugi::xml_node at = parent.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = xml::name_of(at);
      if (name == "p" || name == "h") {
        read_paragraph(at, name == "h", depth + 1);
      } else if (name == "list") {
        read_list(at, depth + 1);
      } else if (name == "table") {
        close_paragraph();
        FlowItem item;
        item.table = read_table(at, context_, depth + 1);
        if (!item.table.rows.empty()) items_.push_back(std::move(item));
      } else if (name == "section" || name == "index-body" || name == "index-title" || name.ends_with("-index") ||
                 name == "table-of-content" || name == "bibliography" || name == "numbered-paragraph") {
        walk_blocks(at, depth + 1);
      } else if (name == "frame" || name == "text-box" || name == "g" || name == "custom-shape" || name == "rect") {
        walk_blocks(at, depth + 1);
      } else if (name.starts_with("change")) {
        mark_change(at, name, depth + 1);
      }
    }
  }

  void read_list(const pugi::xml_node& list, int depth) {
    if (is_too_deep(depth)) return;
    const ListPlace around = list_;
    const std::string_view style = xml::value(list, "style-name");
    if (const ListStyle* own = context_.styles.list(style)) list_.style = own;
    if (around.depth == 0)
      list_.counter = &context_.lists.begin(xml::value(list, "id"), style, xml::value(list, "continue-list"),
                                            xml::value(list, "continue-numbering") == "true");
    ++list_.depth;
    for (pugi::xml_node at = list.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = xml::name_of(at);
      if (name != "list-item" && name != "list-header") continue;
      list_.marker_due = name == "list-item";
      list_.start.reset();
      if (const int start = xml::number(at, "start-value", -1); start >= 0 && start <= 1000000)
        list_.start = static_cast<std::uint32_t>(start);
      walk_blocks(at, depth + 1);
    }
    list_ = around;
    list_.marker_due = false;
  }

  void read_paragraph(const pugi::xml_node& node, bool is_heading, int depth) {
    if (!text_) text_.emplace();
    node_ = node;
    is_heading_ = is_heading;
    style_ = context_.styles.paragraph(xml::value(node, "style-name"));
    walk_inline(node, context_.styles.look_of(style_), depth);
    if (!is_left_out_) close_paragraph();
  }

  void close_paragraph() {
    if (!text_) return;
    FlowItem item;
    FlowParagraph& paragraph = item.paragraph;
    text_->finish(paragraph);
    if (!text_->is_blank()) place(paragraph);
    std::string hidden = text_->hidden();
    text_.reset();
    items_.push_back(std::move(item));
    if (!hidden.empty()) {
      FlowItem& furniture = items_.emplace_back();
      furniture.paragraph.kind = BlockKind::furniture;
      furniture.paragraph.role = LineRole::hidden;
      furniture.paragraph.lines.push_back(std::move(hidden));
    }
    std::move(boxes_.begin(), boxes_.end(), std::back_inserter(items_));
    boxes_.clear();
  }

  void place(FlowParagraph& paragraph) {
    paragraph.space_before = style_.space_before;
    int level = is_heading_ ? std::clamp(xml::number(node_, "outline-level", 1), 1, 10) : style_.outline_level;
    if (list_.depth > 0 && list_.marker_due && list_.counter) {
      if (list_.style) paragraph.marker = list_.counter->next(*list_.style, list_.depth - 1, list_.start);
      list_.marker_due = false;
      paragraph.kind = BlockKind::list_item;
      paragraph.role = LineRole::list_item;
      paragraph.level = static_cast<std::uint8_t>(std::min<std::size_t>(list_.depth, 10));
    } else if (is_heading_ && list_.depth == 0 && xml::value(node_, "is-list-header") != "true") {
      paragraph.marker = context_.outline.next(context_.styles.outline(), static_cast<std::size_t>(level) - 1);
    }
    if (level > 0 || style_.is_title) {
      paragraph.kind = BlockKind::heading;
      paragraph.role = LineRole::heading;
      paragraph.level = static_cast<std::uint8_t>(std::clamp(level, 0, 10));
    }
  }

  void walk_inline(const pugi::xml_node& parent, const Look& look, int depth) {
    if (is_too_deep(depth)) return;
    for (pugi::xml_node at = parent.first_child(); at; at = at.next_sibling()) {
      if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) {
        add(at.value(), look);
        continue;
      }
      read_inline(at, xml::name_of(at), look, depth);
    }
  }

  void read_inline(const pugi::xml_node& at, std::string_view name, const Look& look, int depth) {
    if (name == "span") {
      walk_inline(at, context_.styles.run(xml::value(at, "style-name"), look), depth + 1);
    } else if (name == "s") {
      add(std::string(static_cast<std::size_t>(std::clamp(xml::number(at, "c", 1), 1, most_spaces)), ' '), look);
    } else if (name == "tab") {
      add("\t", look);
    } else if (name == "line-break") {
      if (!is_left_out_) text_->break_line();
    } else if (name == "note") {
      add_note(at, depth + 1);
    } else if (name == "frame" || name == "g" || name == "custom-shape" || name == "text-box" || name == "rect") {
      std::vector<FlowItem> inner = BodyReader(context_, depth + 1).read(at);
      std::move(inner.begin(), inner.end(), std::back_inserter(boxes_));
    } else if (name.starts_with("change")) {
      mark_change(at, name, depth + 1);
    } else if (name == "annotation" || name == "annotation-end" || name == "ruby-text" || name == "tracked-changes" ||
               name == "hidden-text" || name == "hidden-paragraph" || name == "number" || name == "script") {
      return;
    } else {
      walk_inline(at, look, depth + 1);  // links, fields, bookmarks, meta: what they show
    }
  }

  void add(std::string_view text, const Look& look) {
    if (is_left_out_) return;
    text_->set_look(look);
    text_->add(text);
  }

  // What the reader does not ask for is left out: deletions (which LibreOffice leaves where they stood when it shows
  // changes), or insertions. Text that was deleted and moved away is put back for a reader of the original.
  void mark_change(const pugi::xml_node& mark, std::string_view name, int depth) {
    if (is_too_deep(depth)) return;
    const std::string_view id = xml::value(mark, "change-id");
    const auto found = context_.changes.find(id);
    if (found == context_.changes.end()) return;
    const bool is_original = context_.tracked == Tracked::original;
    const bool is_insertion = xml::name_of(found->second) == "insertion";
    if (name != "change" && is_insertion == is_original) is_left_out_ = name == "change-start" && has_end(id);
    if (name != "change" || is_insertion || !is_original) return;
    if (!text_) text_.emplace();
    bool first = true;
    for (pugi::xml_node at = found->second.first_child(); at; at = at.next_sibling()) {
      if (xml::name_of(at) != "p" && xml::name_of(at) != "h") continue;
      if (!first) {
        close_paragraph();
        text_.emplace();
      }
      first = false;
      walk_inline(at, context_.styles.look_of(style_), depth + 1);
    }
  }

  bool has_end(std::string_view id) const { return context_.ended_changes.contains(id); }

  void add_note(const pugi::xml_node& note, int depth) {
    if (context_.in_note || is_left_out_ || is_too_deep(depth)) return;
    const std::string mark = xml::child(note, "note-citation").text().get();
    text_->add_note_mark(mark, static_cast<std::uint32_t>(context_.flow.notes.size()));
    context_.flow.notes.emplace_back();
    const std::size_t index = context_.flow.notes.size() - 1;
    context_.in_note = true;
    std::vector<FlowParagraph> paragraphs;
    for (FlowItem& item : BodyReader(context_, depth).read(xml::child(note, "note-body"))) {
      item.paragraph.kind = BlockKind::footnote;
      item.paragraph.role = LineRole::footnote;
      paragraphs.push_back(std::move(item.paragraph));
    }
    context_.in_note = false;
    if (!paragraphs.empty()) paragraphs[0].marker = mark;
    context_.flow.notes[index] = std::move(paragraphs);
  }

  Context& context_;
  const int depth_;
  std::vector<FlowItem> items_, boxes_;
  std::optional<ParagraphText> text_;
  pugi::xml_node node_;
  bool is_heading_ = false;
  bool is_left_out_ = false;
  Style style_;
  ListPlace list_;
};

}  // namespace

std::vector<FlowItem> read_blocks(const pugi::xml_node& parent, Context& context, int depth) {
  return BodyReader(context, depth).read(parent);
}

}  // namespace plumbline::odt
