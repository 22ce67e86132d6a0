// Document + pack -> Report. `Segmenter::run` reads the submission as a person would: from the top, remembering which
// target and which section it is in.
#include "rules/segment/segment.h"

#include "rules/pack/loose_text.h"
#include "rules/pack/phrase_number.h"
#include "rules/segment/forms.h"
#include "rules/segment/front_matter.h"
#include "rules/segment/heading_rank.h"
#include "rules/segment/implied_targets.h"
#include "rules/segment/items.h"
#include "rules/segment/landmarks.h"
#include "rules/segment/looks.h"
#include "rules/segment/repeated_headings.h"
#include "rules/segment/row_placer.h"
#include "rules/segment/says_nothing.h"
#include "rules/segment/target_rows.h"
#include "rules/segment/title_lines.h"
#include "rules/segment/transposed.h"
#include "rules/segment/tree_builder.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace plumbline {

namespace {

class Segmenter {
 public:
  Segmenter(const LineStream& stream, const Pack& pack)
      : document_(stream.document),
        pack_(pack),
        stream_(stream),
        found_(find_landmarks(stream_, pack)),
        target_tables_(find_target_tables(stream_, pack, found_)),
        landmarks_(all_landmarks(without_table_heads(std::move(found_)))),
        items_(in_template_order(itemise(stream_, landmarks_, pack), pack)),
        joiner_(stream.joiner),
        tree_(document_, pack),
        rows_(document_, pack, joiner_, target_tables_, tree_) {}

  Report run() {
    if (pack_.is_loose) take_most_named_party(stream_, tree_);
    for (at_ = 0; at_ < items_.size(); ++at_) {
      if (items_[at_].is_again)
        open_again(*items_[at_].landmark);
      else if (items_[at_].landmark)
        open(*items_[at_].landmark);
      else
        place(items_[at_].chunk);
    }
    return tree_.finish();
  }

 private:
  // What the next text is taken for.
  enum class Awaited { front_matter, target_title, goals, actions, nothing };

  // With those that only their place tells.
  std::vector<Landmark> all_landmarks(std::vector<Landmark> recognised) const {
    std::vector<Landmark> all = with_implied_targets(stream_, pack_, std::move(recognised));
    return without_strays(with_repeated_headings(stream_, pack_, std::move(all)));
  }

  // A loose template's labels of a target's parts mean nothing where no target is open.
  std::vector<Landmark> without_strays(std::vector<Landmark> landmarks) const {
    if (!pack_.is_loose || !pack_.part(PartRole::target)) return landmarks;
    bool has_target = false;
    std::erase_if(landmarks, [&](const Landmark& landmark) {
      if (landmark.part == no_index || landmark.kind == Landmark::Kind::contents) return false;
      const Part& part = pack_.parts[landmark.part];
      if (part.role == PartRole::section && part.in_target) return !has_target;
      has_target = part.role == PartRole::target || (has_target && part.role == PartRole::goal);
      return false;
    });
    return landmarks;
  }

  // The heads of columns of a table of targets open nothing.
  std::vector<Landmark> without_table_heads(std::vector<Landmark> landmarks) const {
    std::erase_if(landmarks, [&](const Landmark& landmark) {
      const std::uint32_t row = stream_.row(landmark.first);
      return row != no_index && std::any_of(target_tables_.begin(), target_tables_.end(),
                                            [&](const TargetTable& table) { return table.header_row == row; });
    });
    return landmarks;
  }

  void open(const Landmark& landmark) {
    if (landmark.kind == Landmark::Kind::contents || landmark.kind == Landmark::Kind::title)
      return open_title(landmark);
    if (landmark.kind == Landmark::Kind::official_title) return open_titled(landmark);
    const Part& part = pack_.parts[landmark.part];
    switch (part.role) {
      case PartRole::target:
        return open_target(landmark);
      case PartRole::goal:
        return open_goal(landmark);
      case PartRole::section:
        return open_section(landmark, part);
    }
  }

  void open_title(const Landmark& landmark) {
    if (landmark.kind == Landmark::Kind::title && !tree_.report().title) {
      tree_.report().title = joiner_.join(lines_of(landmark));
      if (pack_.is_loose) take_rest_of_title(landmark);
    }
    claim_lines(landmark, LineRole::heading, "report");
    if (landmark.has_content && landmark.kind == Landmark::Kind::title) return;  // "…: Arcadia" is read as the party
    if (landmark.kind == Landmark::Kind::contents) skip_chunk_on_its_line();
  }

  // "… Action Plan 2016-2018 / of Norvalia": all of the block, where it is short.
  void take_rest_of_title(const Landmark& landmark) {
    if (at_ + 1 >= items_.size() || items_[at_ + 1].landmark) return;
    const Chunk& rest = items_[at_ + 1].chunk;
    const bool is_same_block =
        rest.first_block != no_index && rest.first_block == stream_.line(landmark.last).block && rest.row == no_index;
    if (!is_same_block || rest.parts.size() > 3) return;
    Passage title = joiner_.join(lines_of(landmark));
    joiner_.extend(title, rest.parts);
    if (looks_like_sentence(title.text) && closes_sentence(title.text)) return;
    tree_.claim(title, LineRole::heading, "report");
    tree_.report().title = std::move(title);
    ++at_;
  }

  // "Commitment title:" in the form that stands under "Commitment 3: …".
  bool repeats_title(const Landmark& landmark) {
    if (!pack_.is_loose || landmark.is_numbered || !tree_.has_target()) return false;
    const Target& open = tree_.report().targets.back();
    return open.number && open.section_count == 0;
  }

  void open_target(const Landmark& landmark) {
    const std::vector<LinePart> heading = lines_of(landmark);
    if (repeats_title(landmark)) {
      claim_lines(landmark, LineRole::label, tree_.open_node());
      awaited_ = Awaited::target_title;
      return;
    }
    std::vector<LinePart> title;
    std::optional<int> number = landmark.number;
    if (landmark.has_content && at_ + 1 < items_.size()) {
      number = landmark.number || !pack_.is_loose ? landmark.number : take_number(items_[at_ + 1].chunk);
      title = take_title(items_[at_ + 1].chunk, number);
      if (items_[at_ + 1].chunk.parts.empty()) ++at_;  // all of it is the title
      while (pack_.is_loose && title_goes_on(title)) {
        ++at_;
        title.insert(title.end(), items_[at_].chunk.parts.begin(), items_[at_].chunk.parts.end());
      }
    }
    std::vector<LinePart> whole = heading;
    if (!title.empty() && title.front().line == whole.back().line) {
      whole.back().to = title.front().to;
      whole.insert(whole.end(), title.begin() + 1, title.end());
    } else {
      whole.insert(whole.end(), title.begin(), title.end());
    }
    tree_.add_target(joiner_.join(whole), joiner_.join(title), number);
    awaited_ = title.empty() ? Awaited::target_title : Awaited::nothing;
    labelled_section_ = no_index;
    target_rank_ = rank_of(document_, heading.front().line);
    target_cell_ = stream_.cell(landmark.first);
    section_cell_ = no_index;
  }

  // The open target's heading once more, and its title where that is said again too.
  void open_again(const Landmark& landmark) {
    constexpr double alike = 0.6;
    const Target& target = tree_.report().targets.back();
    claim_lines(landmark, LineRole::heading, target.id);
    const Chunk* next = next_chunk();
    if (!next || next->row != no_index || next->kind == BlockKind::list_item) return;
    const Passage text = joiner_.join(next->parts);
    if (word_similarity(text.text, target.title.text) < alike) return;
    tree_.claim(text, LineRole::heading, target.id);
    ++at_;
  }

  // The next chunk is the rest of a heading that the reader cut after its first line.
  bool title_goes_on(const std::vector<LinePart>& title) const {
    const Chunk* next = next_chunk();
    if (!next || next->row != no_index || next->parts.size() > 2 || next->kind == BlockKind::list_item) return false;
    const auto text = [&](const LinePart& part) {
      return std::string_view(document_.text).substr(part.from, part.to - part.from);
    };
    const std::string_view last = text(title.back()), first = text(next->parts.front());
    if (document_.lines[title.back().line].page != document_.lines[next->parts.front().line].page) return false;
    if (closes_sentence(last) || next->cell != cell_of(title.back())) return false;
    const Style& above = document_.lines[title.back().line].style;
    const Style& below = document_.lines[next->parts.front().line].style;
    if (above.size > 0 && (above.bold != below.bold || above.size != below.size)) return false;
    return (is_all_capitals(last) && is_all_capitals(first)) || (begins_small(first) && title.size() < 3);
  }

  std::uint32_t cell_of(const LinePart& part) const {
    const std::uint32_t block = document_.lines[part.line].block;
    return block == no_index ? no_index : stream_.cut_rows.whole_cell(document_.blocks[block].cell);
  }

  // An official title on lines of its own: of the heading before it, or a heading itself.
  void open_titled(const Landmark& landmark) {
    auto& targets = tree_.report().targets;
    if (awaited_ == Awaited::target_title) {
      targets.back().title = joiner_.join(lines_of(landmark));
      claim_lines(landmark, LineRole::heading, targets.back().id);
      awaited_ = Awaited::nothing;
    } else if (tree_.has_target() && targets.back().number == landmark.number) {
      claim_lines(landmark, LineRole::heading, targets.back().id);  // the same heading once more, on a later page
    } else {
      Passage title = joiner_.join(lines_of(landmark));
      tree_.add_target(title, title, landmark.number);
      awaited_ = Awaited::nothing;
      labelled_section_ = no_index;
    }
  }

  // The lines of a chunk that are a target's title. Where its block runs on, the official title tells where it ends.
  std::vector<LinePart> take_title(Chunk& chunk, std::optional<int> number) {
    const std::size_t length = title_lines(document_, joiner_, pack_, chunk.parts, number);
    std::vector<LinePart> title(chunk.parts.begin(), chunk.parts.begin() + static_cast<std::ptrdiff_t>(length));
    chunk.parts.erase(chunk.parts.begin(), chunk.parts.begin() + static_cast<std::ptrdiff_t>(length));
    chunk.follows_landmark = false;
    return title;
  }

  void open_goal(const Landmark& landmark) {
    claim_lines(landmark, LineRole::label, tree_.open_node());
    awaited_ = Awaited::goals;
    goal_is_open_ = false;
  }

  void open_section(const Landmark& landmark, const Part& part) {
    if (!part.in_target && tree_.has_target()) tree_.close_target();
    const bool is_label = landmark.kind == Landmark::Kind::label;
    const bool is_open = tree_.has_section() && tree_.section().kind == part.kind;
    const bool labelled = is_open && labelled_section_ == part_index(part);
    if (!pack_.is_loose && is_label && labelled && runs_into_text(landmark)) return leak_label(landmark);
    Section& section = tree_.open_section(part);
    if (!is_open) {
      section.heading = joiner_.join(lines_of(landmark));
      section_rank_ = rank_of(document_, stream_.lines[landmark.first]);
      section_cell_ = stream_.cell(landmark.first);
    } else if (pack_.is_loose) {
      tree_.open_group(joiner_.join(lines_of(landmark)));  // "Gases" behind "Sectors": both are the scope
    }
    claim_lines(landmark, is_label ? LineRole::label : LineRole::heading, section.id);
    if (is_label)
      for (std::uint32_t place = landmark.first; place <= landmark.last; ++place)
        section.label_lines.push_back(stream_.lines[place]);
    labelled_section_ = is_label ? part_index(part) : is_open ? labelled_section_ : no_index;
    awaited_ = Awaited::actions;
  }

  std::uint32_t part_index(const Part& part) const { return static_cast<std::uint32_t>(&part - pack_.parts.data()); }

  // Text stands behind it on its line, or on the next line of its block.
  bool runs_into_text(const Landmark& landmark) const {
    const Chunk* next = next_chunk();
    if (!next || next->row != no_index) return false;
    return landmark.has_content ||
           (next->first_block != no_index && next->first_block == stream_.line(landmark.last).block);
  }

  // A label's words that stand in the body, its label being there already: they stay in the text, and are told.
  void leak_label(const Landmark& landmark) {
    std::vector<LinePart> label = lines_of(landmark);
    Chunk& chunk = items_[at_ + 1].chunk;
    leaked_label_ = joiner_.join(label).text;
    if (landmark.has_content) {
      chunk.parts.front().from = label.back().from;
      label.pop_back();
    }
    chunk.parts.insert(chunk.parts.begin(), label.begin(), label.end());
    chunk.follows_landmark = false;
  }

  std::vector<LinePart> lines_of(const Landmark& landmark) const {
    std::vector<LinePart> parts;
    for (std::uint32_t place = landmark.first; place <= landmark.last; ++place)
      parts.push_back(whole_line(document_, stream_.lines[place]));
    if (landmark.has_content) parts.back().to = landmark.content_from;
    return parts;
  }

  void claim_lines(const Landmark& landmark, LineRole role, const std::string& node) {
    for (std::uint32_t place = landmark.first; place <= landmark.last; ++place)
      tree_.claim(stream_.lines[place], role, node);
  }

  void skip_chunk_on_its_line() {
    if (at_ + 1 < items_.size() && !items_[at_ + 1].landmark && items_[at_ + 1].chunk.follows_landmark) ++at_;
  }

  void place(Chunk& chunk) {
    if (chunk.row != no_index)
      if (const TargetTable* table = rows_.table_of_targets(chunk.row)) {
        if (rows_.place_target(chunk, *table)) awaited_ = Awaited::nothing;
        return;
      }
    if (chunk.row == no_index && !has_letters(chunk)) return claim_signs(chunk);
    if (pack_.is_loose && awaited_ != Awaited::target_title && place_loosely(chunk)) return;
    switch (awaited_) {
      case Awaited::front_matter:
        if (!pack_.is_loose) take_party(document_, joiner_, chunk, tree_);  // else it was looked for before
        return;
      case Awaited::target_title:
        return place_title(chunk);
      case Awaited::goals:
        return place_goal(chunk);
      case Awaited::actions:
        return place_action(chunk);
      case Awaited::nothing:
        return;
    }
  }

  // What a loose template leaves to the party: headings and labels of its own. True: the chunk was one.
  bool place_loosely(Chunk& chunk) {
    if (is_unknown_label(chunk)) return open_other(chunk, tree_.has_target());
    if (chunk.row == no_index && chunk.cell == no_index && is_unknown_heading(chunk)) {
      const HeadingRank rank = rank_of(document_, chunk.parts.front().line);
      return open_other(chunk, tree_.has_target() && !is_behind_form(rank) && stands_under(rank, target_rank_));
    }
    if (tree_.has_section() && has_left_form(chunk)) {
      tree_.close_section();
      awaited_ = Awaited::nothing;
    }
    if (awaited_ == Awaited::nothing && tree_.has_target()) open_unlabelled();
    return false;
  }

  // A numbered heading behind the form that is the target.
  bool is_behind_form(const HeadingRank& rank) const { return target_cell_ != no_index && rank.depth > 0; }

  bool is_unknown_label(const Chunk& chunk) const {
    if (chunk.row != no_index || !is_label_cell(document_, chunk.cell)) return false;
    const Cell& cell = document_.cells[chunk.cell];
    if (begins_small(document_.text_of(document_.lines[chunk.parts.front().line])) ||
        value_words(document_, chunk.cell) < 3)
      return false;
    if (is_acronym(joiner_.join(chunk.parts).text)) return false;  // of a list of them
    return chunk.first_block == cell.first_block && !document_.rows[cell.row].continues &&
           awaited_ != Awaited::front_matter;
  }

  static bool is_acronym(const std::string& text) {
    return loose_words(text).size() == 1 && (is_all_capitals(text) || !has_word(text));
  }

  bool is_unknown_heading(const Chunk& chunk) const {
    const Chunk* next = next_chunk();
    const std::string text = joiner_.join(chunk.parts).text;
    if (!(is_group_heading(chunk, text, next) || is_numbered_heading(chunk, text, next)) ||
        loose_words(text).size() + text.size() / 8 < 2 || !has_word(text))
      return false;
    if (awaited_ == Awaited::front_matter)
      return next->row == no_index && next->kind != BlockKind::heading &&
             looks_like_sentence(joiner_.join(next->parts).text);
    if (!tree_.has_section() || section_cell_ != no_index) return true;
    return !stands_under(rank_of(document_, chunk.parts.front().line), section_rank_);
  }

  // Of three letters and more: "15.0" and "Mt CO2 eq" are of a figure.
  static bool has_word(const std::string& text) {
    const auto words = loose_words(text);
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
      return word.size() >= 3 && word.find_first_of("0123456789") == std::string::npos;
    });
  }

  // In plain text "4. A heading" looks like an item; where the headings before it are numbered, it is none.
  bool is_numbered_heading(const Chunk& chunk, const std::string& text, const Chunk* next) const {
    return chunk.kind == BlockKind::list_item && chunk.parts.size() == 1 && next &&
           next->kind == BlockKind::paragraph && section_rank_.depth > 0 && tree_.has_section() &&
           rank_of(document_, chunk.parts.front().line).depth > 0 && looks_like_heading(text, HeadingEvidence::words);
  }

  // The text of a section that a form's label opened ends with the form.
  bool has_left_form(const Chunk& chunk) const {
    if (section_cell_ == no_index) return false;
    const std::uint32_t table = document_.rows[document_.cells[section_cell_].row].table;
    const std::uint32_t row =
        chunk.row != no_index ? chunk.row : stream_.cut_rows.whole_row(row_of(document_, chunk.first_block));
    if (row != no_index)
      return document_.rows[row].table != table && !document_.tables[document_.rows[row].table].continues();
    return !begins_small(document_.text_of(document_.lines[chunk.parts.front().line]));
  }

  bool open_other(Chunk& chunk, bool in_target) {
    if (awaited_ == Awaited::front_matter && !tree_.report().title) {  // the first heading of all is the document's
      tree_.report().title = joiner_.join(chunk.parts);
      tree_.claim(*tree_.report().title, LineRole::heading, "report");
      return true;
    }
    Part part;
    part.kind = other_kind;
    part.in_target = in_target;
    if (!in_target) tree_.close_target();
    tree_.close_section();
    Section& section = tree_.open_section(part);
    section.heading = joiner_.join(chunk.parts);
    tree_.claim(section.heading, LineRole::heading, section.id);
    section_rank_ = rank_of(document_, chunk.parts.front().line);
    section_cell_ = chunk.cell;
    labelled_section_ = no_index;
    awaited_ = Awaited::actions;
    return true;
  }

  void open_unlabelled() {
    const auto part =
        std::find_if(pack_.parts.begin(), pack_.parts.end(), [](const Part& p) { return p.takes_unlabelled; });
    if (part == pack_.parts.end()) return;
    tree_.open_section(*part);
    section_rank_ = target_rank_;
    section_rank_.size = 1000;  // any heading stands under it
    section_cell_ = no_index;
    awaited_ = Awaited::actions;
  }

  // The reader saw that it goes on with what stood before a page's end, whatever label stands beside it.
  bool is_continued(const Chunk& chunk) const {
    return chunk.first_block != no_index && document_.blocks[chunk.first_block].continues;
  }

  bool has_letters(const Chunk& chunk) const {
    return std::any_of(chunk.parts.begin(), chunk.parts.end(), [&](const LinePart& part) {
      return !loose_words(std::string_view(document_.text).substr(part.from, part.to - part.from)).empty();
    });
  }

  // A colon or rule that a narrow column has cut off from its label.
  void claim_signs(const Chunk& chunk) {
    if (awaited_ == Awaited::front_matter) return;
    for (const LinePart& part : chunk.parts)
      if (!chunk.follows_landmark) tree_.claim(part.line, LineRole::label, tree_.open_node());
  }

  void place_title(Chunk& chunk) {
    awaited_ = Awaited::nothing;
    Target& target = tree_.report().targets.back();
    if (pack_.is_loose && !target.number) target.number = take_number(chunk);
    target.title = joiner_.join(take_title(chunk, target.number));
    tree_.claim(target.title, LineRole::heading, target.id);
  }

  // "Commitment number and name | 3. Open contracting".
  std::optional<int> take_number(Chunk& chunk) const {
    if (chunk.parts.empty()) return {};
    LinePart& first = chunk.parts.front();
    const std::string_view text = std::string_view(document_.text).substr(first.from, first.to - first.from);
    const Enumeration numbering = enumeration_of(text);
    const auto words = loose_words(numbering.length > 0 ? text.substr(0, numbering.length) : chunk.marker);
    first.from += static_cast<std::uint32_t>(numbering.length);
    return words.size() == 1 ? number_of(words.front()) : std::nullopt;
  }

  void place_goal(Chunk& chunk) {
    if (chunk.row != no_index) return;
    Passage passage = joiner_.join(chunk.parts);
    if (tree_.has_goal() && is_group_heading(chunk, passage.text, next_chunk())) return void(open_other(chunk, true));
    if (passage.text.empty()) return;
    if (tree_.has_goal() &&
        (is_continued(chunk) || (goal_is_open_ && goes_on(tree_.report().goals.back().passage.text, passage.text)))) {
      Goal& goal = tree_.report().goals.back();
      joiner_.extend(goal.passage, chunk.parts);
      tree_.claim(passage, LineRole::body, goal.id);
      goal_is_open_ = true;
      return;
    }
    tree_.add_goal(std::move(passage));
    goal_is_open_ = true;
  }

  void place_action(Chunk& chunk) {
    if (chunk.row != no_index) return rows_.place_action(chunk);
    // Lines that begin an item of the section ("06/16: …") are actions of their own.
    for (std::size_t i = 1; i < chunk.parts.size(); ++i) {
      if (!begins_item(chunk.parts[i]) || is_rest_of_date(chunk.parts[i - 1], chunk.parts[i])) continue;
      Chunk rest = chunk;
      rest.follows_landmark = true;
      rest.parts.erase(rest.parts.begin(), rest.parts.begin() + static_cast<std::ptrdiff_t>(i));
      chunk.parts.resize(i);
      place_paragraph(chunk);
      return place_action(rest);
    }
    place_paragraph(chunk);
  }

  // "… in 15 towns: 30 June / 2018"
  bool is_rest_of_date(const LinePart& before, const LinePart& part) const {
    const auto text = [&](const LinePart& of) {
      return std::string_view(document_.text).substr(of.from, of.to - of.from);
    };
    return text(part).find_first_not_of("0123456789.") == std::string_view::npos && !closes_sentence(text(before));
  }

  bool begins_item(const LinePart& part) const {
    if (pack_.item_parts.empty()) return false;
    const std::string& kind = tree_.report().sections.back().kind;
    for (const PhraseMatch& match : pack_.item_set.match(
             loosen_to_words(std::string_view(document_.text).substr(part.from, part.to - part.from)).text))
      if (pack_.parts[pack_.item_parts[match.phrase]].kind == kind) return true;
    return false;
  }

  void place_paragraph(Chunk& chunk) {
    Passage passage = joiner_.join(chunk.parts);
    if (passage.text.empty()) return;
    const bool ends_report = is_dateline(passage.text) || is_signature(chunk, passage.text);
    if (!pack_.is_loose && ends_report && is_followed_by_signature()) {
      tree_.close_target();
      awaited_ = Awaited::nothing;
      return;
    }
    if (is_address_only(passage.text)) return place_address(chunk, passage);
    const Chunk* next = next_chunk();
    if (is_group_heading(chunk, passage.text, next)) {
      tree_.open_group(std::move(passage));
      return;
    }
    if (Action* last = tree_.last_action();
        last && chunk.kind == BlockKind::paragraph && !begins_item(chunk.parts.front()) &&
        (is_continued(chunk) || (last_cell_ == chunk.cell && goes_on(last->passage.text, passage.text)))) {
      joiner_.extend(last->passage, chunk.parts);
      tree_.claim(passage, LineRole::body, last->id);
      return;
    }
    const bool is_lead =
        ends_in_colon(passage.text) && next && (next->kind == BlockKind::list_item || next->row != no_index);
    const bool is_item = chunk.kind == BlockKind::list_item;
    ActionRole role = is_lead ? ActionRole::lead : ActionRole::action;
    if (!phrases_of_nothing(passage.text, pack_).empty()) role = ActionRole::note;
    Action& action = tree_.add_action(std::move(passage), role, is_item ? LineRole::list_item : LineRole::body);
    action.is_list_item = is_item;
    last_cell_ = chunk.cell;
    if (!leaked_label_.empty()) {
      action.starts_with_label = true;
      action.label_length = static_cast<std::uint32_t>(std::min(leaked_label_.size(), action.passage.text.size()));
      leaked_label_.clear();
    }
  }

  // A line that is no sentence and bears no number, behind actions that are all items of a list or rows of a table.
  bool is_signature(const Chunk& chunk, const std::string& text) {
    constexpr std::size_t most_words = 14;
    const Action* last = tree_.last_action();
    if (!last || last->passage.pieces.empty()) return false;
    const std::uint32_t block = document_.lines[last->passage.pieces.front().line].block;
    const bool is_row = block != no_index && document_.blocks[block].cell != no_index;
    const bool is_item = last->is_list_item && closes_sentence(last->passage.text);
    return (is_item || is_row) && chunk.cell == no_index && chunk.kind == BlockKind::paragraph && !begins_small(text) &&
           !closes_sentence(text) && text.find_first_of("0123456789") == text.npos &&
           loose_words(text).size() <= most_words;
  }

  // Only a few lines, none of them a sentence, stand between here and the end of the document.
  bool is_followed_by_signature() const {
    constexpr std::size_t most_chunks = 5;
    if (items_.size() - at_ > most_chunks + 1) return false;
    return std::all_of(items_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, items_.end(), [&](const Item& item) {
      if (item.landmark || item.chunk.row != no_index || item.chunk.kind == BlockKind::list_item) return false;
      const std::string text = joiner_.join(item.chunk.parts).text;
      return !(looks_like_sentence(text) && closes_sentence(text));
    });
  }

  // An address alone: the end of the action that announces it, or what a link left on the page.
  void place_address(const Chunk& chunk, const Passage& passage) {
    if (Action* last = tree_.last_action(); last && announces_address(last->passage.text)) {
      joiner_.extend(last->passage, chunk.parts);
      tree_.claim(passage, LineRole::body, last->id);
      return;
    }
    const bool stands_elsewhere = occurrences(passage.text) > 1;
    if (stands_elsewhere)
      tree_.claim(passage, LineRole::stray_address, tree_.section().id);
    else
      tree_.add_action(passage, ActionRole::note);
  }

  std::size_t occurrences(std::string_view text) const {
    std::size_t count = 0;
    for (auto at = document_.text.find(text); at != std::string::npos; at = document_.text.find(text, at + text.size()))
      ++count;
    return count;
  }

  const Chunk* next_chunk() const {
    return at_ + 1 < items_.size() && !items_[at_ + 1].landmark ? &items_[at_ + 1].chunk : nullptr;
  }

  bool is_group_heading(const Chunk& chunk, const std::string& text, const Chunk* next) const {
    if (chunk.follows_landmark || chunk.kind == BlockKind::list_item || !next) return false;
    const std::string following = next->row == no_index ? joiner_.join(next->parts).text : std::string();
    if (chunk.kind == BlockKind::heading) return looks_like_heading(text, HeadingEvidence::style);
    if (chunk.kind != BlockKind::paragraph || chunk.parts.size() > 2) return false;
    const bool is_sentence = looks_like_sentence(following) && following.size() > text.size();
    const Style& style = document_.lines[chunk.parts.front().line].style;
    if (style.size == 0)
      return looks_like_heading(text, HeadingEvidence::words) && (is_sentence || next->row != no_index);
    if (next->row != no_index || !is_sentence) return false;
    if (stands_out(style, document_.lines[next->parts.front().line].style))
      return looks_like_heading(text, HeadingEvidence::words);
    return looks_like_heading(text, HeadingEvidence::capitals) ||
           (chunk.parts.size() == 1 && next->parts.size() > 1 && looks_like_heading(text, HeadingEvidence::brevity));
  }

  static bool stands_out(const Style& style, const Style& from) {
    return style.bold != from.bold || style.italic != from.italic || style.color != from.color ||
           style.size > from.size * 1.05f;
  }

  const Document& document_;
  const Pack& pack_;
  const LineStream& stream_;
  std::vector<Landmark> found_;  // until the next two are made
  std::vector<TargetTable> target_tables_;
  std::vector<Landmark> landmarks_;
  std::vector<Item> items_;
  const LineJoiner& joiner_;
  TreeBuilder tree_;
  RowPlacer rows_;

  std::size_t at_ = 0;
  Awaited awaited_ = Awaited::front_matter;
  std::uint32_t labelled_section_ = no_index;  // part whose label has stood in the open section
  bool goal_is_open_ = false;
  HeadingRank target_rank_, section_rank_;  // of what is open
  std::uint32_t target_cell_ = no_index;    // that the open target's heading stands in
  std::uint32_t section_cell_ = no_index;   // the label cell that opened the section
  std::string leaked_label_;                // of the action that comes next
  std::uint32_t last_cell_ = no_index;
};

}  // namespace

Report segment(const LineStream& stream, const Pack& pack) {
  return Segmenter(stream, pack).run();
}

Report segment_without_pack(const Document& document) {
  return TreeBuilder(document, Pack{}).finish();
}

}  // namespace plumbline
