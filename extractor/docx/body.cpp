// The body of a DOCX -> paragraphs, tables and notes in document order.
#include "extractor/docx/body.h"

#include "extractor/docx/table.h"
#include "extractor/flow/paragraph_text.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

namespace plumbline::docx {

namespace {

// One of the two sides of a tracked change: is what stands inside `name` read?
bool is_read(std::string_view name, Tracked tracked) {
  if (name == "ins" || name == "moveTo" || name == "cellIns") return tracked == Tracked::accepted;
  if (name == "del" || name == "moveFrom" || name == "cellDel") return tracked == Tracked::original;
  return true;
}

bool is_wrapper(std::string_view name) {
  return name == "sdt" || name == "sdtContent" || name == "customXml" || name == "smartTag" || name == "hyperlink" ||
         name == "fldSimple" || name == "dir" || name == "bdo" || name == "ins" || name == "del" || name == "moveTo" ||
         name == "moveFrom" || name == "ruby" || name == "rubyBase";
}

// Writers give the same content twice: as a choice for new readers and a fallback for old ones.
pugi::xml_node chosen(const pugi::xml_node& alternate) {
  const pugi::xml_node choice = xml::child(alternate, "Choice");
  return choice ? choice : xml::child(alternate, "Fallback");
}

class BodyReader {
 public:
  explicit BodyReader(Context& context, int depth) : context_(context), depth_(depth) {}

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
      if (name == "p") {
        read_paragraph(at, depth + 1);
      } else if (name == "tbl") {
        close_paragraph();
        FlowItem item;
        item.table = read_table(at, context_, depth + 1);
        if (!item.table.rows.empty()) items_.push_back(std::move(item));
      } else if (name == "AlternateContent") {
        walk_blocks(chosen(at), depth + 1);
      } else if (is_wrapper(name)) {
        if (note_change(name)) walk_blocks(at, depth + 1);
      } else if (name == "sectPr") {
        note_section(at);
      } else if (name == "altChunk") {
        context_.has_embedded = true;
      }
    }
  }

  // Remembers that there are tracked changes; says whether what is inside is read.
  bool note_change(std::string_view name) {
    if (name == "ins" || name == "del" || name == "moveTo" || name == "moveFrom") context_.has_changes = true;
    return is_read(name, context_.tracked);
  }

  void note_section(const pugi::xml_node& section) {
    for (pugi::xml_node at = section.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = xml::name_of(at);
      if (name == "headerReference") context_.headers.emplace_back(xml::value(at, "id"));
      if (name == "footerReference") context_.footers.emplace_back(xml::value(at, "id"));
    }
  }

  void read_paragraph(const pugi::xml_node& node, int depth) {
    if (!text_) text_.emplace();
    properties_ = xml::child(node, "pPr");
    style_ = &context_.styles.paragraph(xml::value(xml::child(properties_, "pStyle"), "val"));
    walk_runs(node, depth);
    // A field's instruction ends with its paragraph at the latest, so that a missing end hides no more than that.
    std::fill(instructions_.begin(), instructions_.end(), false);
    if (const pugi::xml_node section = xml::child(properties_, "sectPr")) note_section(section);
    if (!has_rejected_mark()) close_paragraph();
  }

  // The paragraph's end itself was deleted (or, read as it was, inserted): the next one goes on with it.
  bool has_rejected_mark() {
    const pugi::xml_node mark = xml::child(properties_, "rPr");
    for (const char* name : {"ins", "del", "moveFrom", "moveTo"})
      if (xml::child(mark, name)) {
        context_.has_changes = true;
        if (!is_read(name, context_.tracked)) return true;
      }
    return false;
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

  // Is it a heading, a list item, with which marker?
  void place(FlowParagraph& paragraph) {
    std::optional<ListPlace> list = style_->list;
    std::optional<int> heading = style_->heading_level;
    if (const pugi::xml_node own = xml::child(properties_, "numPr")) {
      if (!list) list.emplace();
      if (const pugi::xml_node id = xml::child(own, "numId")) list->list = xml::number(id, "val", 0);
      if (const pugi::xml_node level = xml::child(own, "ilvl")) list->level = xml::number(level, "val", 0);
    }
    if (const pugi::xml_node outline = xml::child(properties_, "outlineLvl")) {
      const int level = xml::number(outline, "val", 9);
      heading = level >= 0 && level < 9 ? level + 1 : 0;
    }
    paragraph.space_before = static_cast<float>(xml::number(xml::child(properties_, "spacing"), "before", 0)) / 20;
    const bool in_list = list && list->list > 0;
    if (in_list) paragraph.marker = context_.numbering.next(*list);
    if ((heading && *heading > 0) || style_->is_title) {
      paragraph.kind = BlockKind::heading;
      paragraph.role = LineRole::heading;
      paragraph.level = static_cast<std::uint8_t>(heading.value_or(0));
    } else if (in_list) {
      paragraph.kind = BlockKind::list_item;
      paragraph.role = LineRole::list_item;
      paragraph.level = static_cast<std::uint8_t>(std::clamp(list->level, 0, list_levels - 1) + 1);
    }
  }

  void walk_runs(const pugi::xml_node& parent, int depth) {
    if (is_too_deep(depth)) return;
    for (pugi::xml_node at = parent.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = xml::name_of(at);
      if (name == "r")
        read_run(at, depth + 1);
      else if (name == "AlternateContent")
        walk_runs(chosen(at), depth + 1);
      else if (name == "oMath" || name == "oMathPara")
        read_math(at, depth + 1);
      else if (is_wrapper(name) && note_change(name))
        walk_runs(at, depth + 1);
    }
  }

  void read_run(const pugi::xml_node& run, int depth) {
    const pugi::xml_node properties = xml::child(run, "rPr");
    RunLook look = read_run_look(properties);
    if (const std::string_view style = xml::value(xml::child(properties, "rStyle"), "val"); !style.empty())
      inherit(look, context_.styles.character(style));
    inherit(look, style_->look);
    text_->set_look({look.bold.value_or(false), look.italic.value_or(false), look.hidden.value_or(false),
                     look.size.value_or(0), look.color.value_or(0)});
    read_run_content(run, depth);
  }

  void read_run_content(const pugi::xml_node& run, int depth) {
    if (is_too_deep(depth)) return;
    for (pugi::xml_node at = run.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = xml::name_of(at);
      if (name == "t" || name == "delText")
        add(at.text().get());
      else if (name == "tab" || name == "ptab")
        add("\t");
      else if (name == "br" || name == "cr")
        text_->break_line();
      else if (name == "noBreakHyphen")
        add("\xE2\x80\x91");
      else if (name == "sym")
        add_symbol(at);
      else if (name == "fldChar")
        read_field_character(at);
      else if (name == "footnoteReference" || name == "endnoteReference")
        add_note(at, name == "footnoteReference", depth);
      else if (name == "AlternateContent")
        read_run_content(chosen(at), depth + 1);
      else if (name == "ruby")
        walk_runs(xml::child(at, "rubyBase"), depth + 1);
      else if (name == "drawing" || name == "pict" || name == "object")
        find_text_boxes(at, depth + 1);
    }
  }

  void add(std::string_view text) {
    const bool in_instruction = std::find(instructions_.begin(), instructions_.end(), true) != instructions_.end();
    if (!in_instruction) text_->add(text);
  }

  void add_symbol(const pugi::xml_node& symbol) {
    const std::string_view code = xml::value(symbol, "char");
    std::uint32_t value = 0;
    if (std::from_chars(code.data(), code.data() + code.size(), value, 16).ec != std::errc()) return;
    add(value >= 0xE000 && value < 0xF900 ? visible_bullet("\xEF\x82\xB7") : utf8_of(value));
  }

  void read_field_character(const pugi::xml_node& character) {
    const std::string_view type = xml::value(character, "fldCharType");
    if (type == "begin") {
      const pugi::xml_node list = xml::child(xml::child(character, "ffData"), "ddList");
      int chosen_entry = xml::number(xml::child(list, "result"), "val", 0);
      for (pugi::xml_node at = list.first_child(); at; at = at.next_sibling())
        if (xml::name_of(at) == "listEntry" && chosen_entry-- == 0) add(xml::value(at, "val"));
      instructions_.push_back(true);
    } else if (!instructions_.empty()) {
      if (type == "separate") instructions_.back() = false;
      if (type == "end") instructions_.pop_back();
    }
  }

  void add_note(const pugi::xml_node& reference, bool is_footnote, int depth) {
    const auto& notes = is_footnote ? context_.footnotes : context_.endnotes;
    const auto found = notes.find(xml::value(reference, "id"));
    if (found == notes.end() || context_.in_note) return;
    const bool own_mark = xml::is_on(xml::attribute(reference, "customMarkFollows") ? reference : pugi::xml_node());
    std::string mark;
    if (!own_mark)
      mark = is_footnote ? numeral(++context_.footnote_count, NumeralSystem::decimal)
                         : numeral(++context_.endnote_count, NumeralSystem::lower_roman);
    text_->add_note_mark(mark, static_cast<std::uint32_t>(context_.flow.notes.size()));
    context_.flow.notes.emplace_back();
    const std::size_t index = context_.flow.notes.size() - 1;
    std::vector<FlowParagraph> paragraphs;
    for (FlowItem& item : BodyReader(context_, depth + 1).read(found->second))
      flatten(item, paragraphs);
    for (FlowParagraph& paragraph : paragraphs) {
      paragraph.kind = BlockKind::footnote;
      paragraph.role = LineRole::footnote;
    }
    if (!paragraphs.empty()) paragraphs[0].marker = mark;
    context_.flow.notes[index] = std::move(paragraphs);
  }

  static void flatten(FlowItem& item, std::vector<FlowParagraph>& paragraphs) {
    if (item.table.rows.empty()) paragraphs.push_back(std::move(item.paragraph));
    for (FlowRow& row : item.table.rows)
      for (FlowCell& cell : row.cells)
        for (FlowItem& inner : cell.items)
          flatten(inner, paragraphs);
  }

  void find_text_boxes(const pugi::xml_node& node, int depth) {
    if (is_too_deep(depth)) return;
    for (pugi::xml_node at = node.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = xml::name_of(at);
      if (name == "txbxContent") {
        std::vector<FlowItem> inner = BodyReader(context_, depth + 1).read(at);
        std::move(inner.begin(), inner.end(), std::back_inserter(boxes_));
      } else if (name == "AlternateContent") {
        find_text_boxes(chosen(at), depth + 1);
      } else {
        find_text_boxes(at, depth + 1);
      }
    }
  }

  void read_math(const pugi::xml_node& node, int depth) {
    if (is_too_deep(depth)) return;
    for (pugi::xml_node at = node.first_child(); at; at = at.next_sibling())
      if (xml::name_of(at) == "t")
        add(at.text().get());
      else
        read_math(at, depth + 1);
  }

  Context& context_;
  const int depth_;
  std::vector<FlowItem> items_;
  std::vector<FlowItem> boxes_;  // text boxes anchored in the open paragraph
  std::optional<ParagraphText> text_;
  pugi::xml_node properties_;  // of the open paragraph: those of its last mark
  const ParagraphStyle* style_ = nullptr;
  std::vector<bool> instructions_;  // of nested fields: true while its instruction is read
};

}  // namespace

std::vector<FlowItem> read_blocks(const pugi::xml_node& parent, Context& context, int depth) {
  return BodyReader(context, depth).read(parent);
}

}  // namespace plumbline::docx
