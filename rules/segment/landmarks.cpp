// Where the template's own words stand.
#include "rules/segment/landmarks.h"

#include "rules/pack/loose_text.h"
#include "rules/segment/forms.h"
#include "rules/segment/heading_rank.h"
#include "rules/segment/looks.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace plumbline {

namespace {

constexpr std::uint32_t most_lines = 8;         // that one heading or label is broken over
constexpr std::uint32_t most_title_place = 40;  // lines that may stand before a loose template's title
constexpr std::size_t most_label_words = 40;    // of a form's label cell, with what explains it
constexpr std::uint32_t most_label_lines = 3;   // before the colon of a label
constexpr std::ptrdiff_t least_legends = 3;     // lines that say the same
constexpr std::size_t most_extra_words = 5;     // that a party adds to a label of the template, before its colon
constexpr std::size_t most_added_words = 16;    // the same behind a comma or in brackets

UChar32 first_letter(std::string_view text) {
  if (text.empty()) return 0;
  std::int32_t at = 0;
  UChar32 c;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, static_cast<std::int32_t>(text.size()), c);
  return c;
}

// Signs that only what is to be filled in follows.
bool is_answered(UChar32 c) {
  return c == ':' || c == 0xFF1A || c == '?' || c == 0x061F || c == 0xFF1F;
}

// Signs that separate a heading or label from what follows it.
bool is_separator(UChar32 c) {
  return c == ':' || c == '-' || c == '.' || c == ')' || c == 0x2013 || c == 0x2014 || c == 0xFF1A || c == 0x2010 ||
         c == 0x3002 || c == '/' || is_answered(c) || c == '|' || c == 0x2022 || c == 0x00B7;
}

// "Policy target 3 ........ 7": a line of a table of contents.
bool is_contents_line(std::string_view text) {
  const auto digits = text.find_last_not_of("0123456789");
  if (digits == text.npos || digits + 1 == text.size()) return false;
  return text.substr(0, digits + 1).ends_with(". . ") || text.substr(0, digits + 1).ends_with("...") ||
         text.substr(0, digits + 1).ends_with("... ") || text.substr(0, digits + 1).ends_with("… ");
}

struct Entry {
  Landmark::Kind kind;
  std::uint32_t part;
  std::optional<int> number = {};
};

class Finder {
 public:
  Finder(const LineStream& stream, const Pack& pack) : stream_(stream), pack_(pack) { collect_entries(); }

  std::vector<Landmark> run() {
    std::vector<Landmark> found;
    for (std::uint32_t place = 0; place < stream_.size();) {
      const bool is_next = !found.empty() && found.back().last + 1 == place;
      after_landmark_ = is_next && !found.back().has_content;
      part_before_ = is_next && found.back().kind == Landmark::Kind::label ? found.back().part : no_index;
      if (auto landmark = at(place)) {
        place = landmark->last + 1;
        if (landmark->part != no_index && pack_.parts[landmark->part].role == PartRole::target)
          target_line_ = stream_.lines[landmark->first];
        open_part_ = landmark->part;
        found.push_back(*landmark);
      } else {
        ++place;
      }
    }
    drop_contents(found);
    if (pack_.is_loose)
      drop_listed(found);
    else
      drop_listed_sections(found);
    return found;
  }

 private:
  // In the order of Pack::landmark_set.
  void collect_entries() {
    const auto add = [&](std::size_t count, const Entry& entry) { entries_.insert(entries_.end(), count, entry); };
    add(pack_.titles.size(), {Landmark::Kind::title, no_index});
    for (std::uint32_t i = 0; i < pack_.parts.size(); ++i) {
      add(pack_.parts[i].headings.size(), {Landmark::Kind::heading, i});
      add(pack_.parts[i].labels.size(), {Landmark::Kind::label, i});
    }
    for (const OfficialTarget& target : pack_.targets)
      for (const auto& [language, titles] : target.title)
        add(titles.size(), {Landmark::Kind::official_title, no_index, target.number});
  }

  // The stream's text from `place`, as far as one landmark may reach: within the cell.
  std::string_view window(std::uint32_t place) const {
    std::uint32_t end = place + 1;
    while (end < stream_.size() && end < place + most_lines &&
           (stream_.cell(end) == stream_.cell(place) || goes_on_in_label_column(end)) &&
           !(pack_.is_loose && stream_.begins_block(end) && !stream_.goes_on(end)))
      ++end;
    return std::string_view(stream_.text).substr(stream_.starts[place], stream_.starts[end] - stream_.starts[place]);
  }

  // A page's end may cut a form's first label while none of its text stands on that page.
  bool goes_on_in_label_column(std::uint32_t place) const {
    const std::uint32_t cell = stream_.cell(place);
    return stream_.cell(place - 1) == no_index && stream_.line(place - 1).page + 1 == stream_.line(place).page &&
           is_label_cell(stream_.document, cell);
  }

  std::optional<Landmark> at(std::uint32_t place) const {
    // Most lines of running text: no part of a loose template begins there.
    if (pack_.is_loose && !stream_.begins_block(place) && !after_landmark_ && !begins_with_capital(place)) return {};
    const std::string_view text = window(place);
    const std::uint32_t numbering = stream_.numbering(place);
    if (!pack_.is_loose) {
      auto landmark = match(place, text, 0);
      if (landmark && !(numbering > 0 && landmark->number)) return landmark;
      // "3. Policy target 2": the chapter's number is not the target's.
      if (numbering > 0 && numbering < text.size())
        if (auto behind = numbered(place, text, numbering); behind && (behind->number || !landmark)) return behind;
      return landmark;
    }
    // What stands behind a colon is no part of the label before it.
    if (const std::uint32_t sign = answered_at(place, text.size()); sign > 0)
      for (const std::uint32_t skipped : {0u, numbering}) {
        if (skipped >= sign) continue;
        if (auto landmark = match(place, text.substr(0, sign), skipped, true)) return landmark;
      }
    if (auto landmark = match(place, text, 0)) return landmark;
    return numbering > 0 && numbering < text.size() ? match(place, text, numbering) : std::nullopt;
  }

  // "1.2 Actions already undertaken"; an item of a list that only begins with such words is none.
  std::optional<Landmark> numbered(std::uint32_t place, std::string_view text, std::uint32_t numbering) const {
    if (is_contents_line(stream_.text_at(place))) return {};
    auto landmark = match(place, text, numbering);
    return landmark && (!landmark->has_content || landmark->ends_in_sign) ? landmark : std::nullopt;
  }

  // Bytes of the stream's text at `place` before the first colon or question mark of the next lines, as far as the
  // window reaches; 0 where there is none.
  std::uint32_t answered_at(std::uint32_t place, std::size_t window_size) const {
    for (std::uint32_t line = place; line < std::min(place + most_label_lines, stream_.size()); ++line) {
      if (stream_.starts[line] - stream_.starts[place] >= window_size) return 0;
      const std::string_view text = stream_.text_at(line);
      // "1.2 Budget of the town / Partners: …": a heading and a label.
      if (line > place && stream_.numbering(place) > 0 && u_isupper(first_letter(text))) return 0;
      const std::size_t sign = std::min({text.find(':', 1), text.find("：", 1), text.find('?', 1), text.find("؟", 1)});
      if (sign == text.npos) continue;
      const std::uint32_t from = stream_.line(line).span.start + static_cast<std::uint32_t>(sign);
      std::uint32_t at = stream_.starts[line];
      while (at < stream_.starts[line + 1] && stream_.origin[at] < from)
        ++at;
      return at - stream_.starts[place];
    }
    return 0;
  }

  // `is_answered`: `text` ends before a colon.
  std::optional<Landmark> match(std::uint32_t place, std::string_view text, std::uint32_t skipped,
                                bool is_answered = false) const {
    const std::vector<PhraseMatch> matches = pack_.landmark_set.match(text.substr(skipped));
    for (PhraseMatch match : matches) {
      const bool may_be_target = is_as_long_as_target(match, matches);
      match.length += skipped;
      const std::uint32_t part = entries_[match.phrase].part;
      const bool is_field = pack_.is_loose && part != no_index && pack_.parts[part].role != PartRole::target;
      if (is_answered && is_field && match.length < text.size() && !begins_bullet(place))
        take_extra_words(place, text, match);
      Landmark landmark = measure(place, match);
      // "Ziel 1.2" is a goal of a target that is "Ziel 1".
      const bool is_goal = part != no_index && pack_.parts[part].role == PartRole::goal;
      if (is_goal && may_be_target && landmark.number) continue;
      if (is_field ? is_field_accepted(landmark) : is_accepted(landmark)) return landmark;
    }
    return {};
  }

  bool is_as_long_as_target(const PhraseMatch& match, const std::vector<PhraseMatch>& all) const {
    return std::any_of(all.begin(), all.end(), [&](const PhraseMatch& other) {
      const std::uint32_t part = entries_[other.phrase].part;
      return other.length == match.length && part != no_index && pack_.parts[part].role == PartRole::target;
    });
  }

  bool begins_bullet(std::uint32_t place) const {
    const std::uint32_t block = stream_.line(place).block;
    return block != no_index && stream_.document.blocks[block].kind == BlockKind::list_item &&
           stream_.begins_block(place) && stream_.numbering(place) == 0;
  }

  // "Base year (or period) of the target: 2010": all before the colon is the label.
  void take_extra_words(std::uint32_t place, std::string_view label, PhraseMatch& match) const {
    const std::string_view extra = label.substr(match.length);
    const auto words = static_cast<std::size_t>(std::count(extra.begin(), extra.end(), ' '));
    std::uint32_t at = stream_.origin[stream_.starts[place] + match.length - 1];
    const std::string_view document = stream_.document.text;
    U8_FWD_1(reinterpret_cast<const std::uint8_t*>(document.data()), at, document.size());
    while (at < document.size() && document[at] == ' ')
      ++at;
    const UChar32 sign = first_letter(document.substr(at));
    const bool is_added = sign == ',' || sign == '(' || sign == '/' || sign == 0x060C || sign == 0xFF08;
    if (words <= (is_added ? most_added_words : most_extra_words))
      match.length = static_cast<std::uint32_t>(label.size() - (label.ends_with(' ') ? 1 : 0));
  }

  Landmark measure(std::uint32_t place, const PhraseMatch& match) const {
    Landmark landmark;
    landmark.kind = entries_[match.phrase].kind;
    landmark.part = entries_[match.phrase].part;
    landmark.number = match.number ? match.number : entries_[match.phrase].number;
    const std::uint32_t end = stream_.starts[place] + match.length;
    landmark.first = landmark.last = place;
    while (landmark.last + 1 < stream_.size() && stream_.starts[landmark.last + 1] < end)
      ++landmark.last;
    const Span line = stream_.line(landmark.last).span;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(stream_.document.text.data());
    std::uint32_t at = stream_.origin[end - 1];
    U8_FWD_1(bytes, at, line.end());
    landmark.is_numbered = landmark.number.has_value();
    if (landmark.number && landmark.part != no_index)  // "Commitment 1.2", "Operational goal 1.b"
      while (const std::uint32_t level = level_at(at, line.end())) {
        at += level;
        landmark.number.reset();
      }
    while (at < line.end()) {
      std::int32_t next = static_cast<std::int32_t>(at);
      UChar32 c;
      U8_NEXT_OR_FFFD(bytes, next, static_cast<std::int32_t>(line.end()), c);
      if (c != ' ' && !is_separator(c)) break;
      landmark.ends_in_sign |= is_separator(c);
      landmark.ends_in_colon |= is_answered(c);
      at = static_cast<std::uint32_t>(next);
    }
    landmark.content_from = at;
    landmark.has_content = at < line.end();
    return landmark;
  }

  // Bytes of a further level of a number (".2", ".b", "-٢:") at byte `at` of the document.
  std::uint32_t level_at(std::uint32_t at, std::uint32_t end) const {
    const std::string_view text = std::string_view(stream_.document.text).substr(at, end - at);
    if (text.size() < 2 || (text[0] != '.' && text[0] != '-')) return 0;
    std::size_t length = 1;
    const auto next = [&] { return first_letter(text.substr(length)); };
    if (u_isalpha(next()) && next() < 0x80) {
      ++length;
      return text[0] == '.' && !u_isalnum(next()) ? 2 : 0;
    }
    while (u_isdigit(next()))
      length += static_cast<std::size_t>(U8_LENGTH(next()));
    const bool is_closed = text[0] == '.' || is_answered(next());
    return length > 1 && is_closed ? static_cast<std::uint32_t>(length) : 0;
  }

  std::string_view rest_of(const Landmark& landmark) const {
    const Span line = stream_.line(landmark.last).span;
    return std::string_view(stream_.document.text).substr(landmark.content_from, line.end() - landmark.content_from);
  }

  bool is_accepted(Landmark& landmark) const {
    // One label after the other, each with its text on its line.
    const bool is_next_goal = landmark.is_numbered && landmark.part != no_index && landmark.part == open_part_ &&
                              pack_.parts[landmark.part].role == PartRole::goal;
    const bool is_listed =
        is_next_goal || (landmark.ends_in_colon && landmark.part != no_index && landmark.part == part_before_);
    const bool stands_apart = stream_.begins_block(landmark.first) || after_landmark_ || is_listed;
    const bool follows_sentence =
        stands_apart || landmark.first == 0 || closes_sentence(stream_.text_at(landmark.first - 1));
    const std::string_view rest = rest_of(landmark);
    const UChar32 first = first_letter(rest);
    const bool begins_anew = rest.empty() || landmark.ends_in_sign || !u_islower(first);
    if (landmark.kind == Landmark::Kind::title)
      return stands_apart && (!pack_.is_loose || landmark.first < most_title_place) &&
             (rest.empty() || rest.size() < 60);
    if (landmark.kind == Landmark::Kind::official_title) return stands_apart && rest.empty();
    const Part& part = pack_.parts[landmark.part];
    if (part.role == PartRole::target) return is_target(landmark, stands_apart, begins_anew, rest);
    if (landmark.kind == Landmark::Kind::heading) {
      if (rest.empty()) return follows_sentence || begins_with_capital(landmark);
      return stands_apart && (landmark.ends_in_sign || is_longer_heading(landmark, rest));
    }
    if (rest.empty()) return follows_sentence;
    return stands_apart && begins_anew;
  }

  // Where headings are the party's own, the template's words count where they stand as a heading or label does: in
  // the label cell of a form, alone in their block, or before a colon.
  bool is_field_accepted(Landmark& landmark) const {
    const std::uint32_t cell = stream_.cell(landmark.first);
    const bool begins_cell = landmark.first == 0 || stream_.cell(landmark.first - 1) != cell;
    if (!begins_with_capital(landmark)) return false;
    if (is_label_cell(stream_.document, cell) && begins_cell)
      return (pack_.parts[landmark.part].in_target || target_line_ == no_index) && labels_text(landmark, cell) &&
             take_cell(landmark);
    const bool stands_apart = stream_.begins_block(landmark.first) || after_landmark_;
    const bool is_over_text =
        stream_.line(landmark.first).style.size == 0 && rest_of(landmark).empty() &&
        landmark.kind == Landmark::Kind::label && pack_.parts[landmark.part].in_target &&
        !stream_.begins_block(landmark.last + 1 < stream_.size() ? landmark.last + 1 : landmark.last);
    if (cell == no_index && is_over_text && heads_block(landmark)) return true;
    const bool may_go_on = !pack_.parts[landmark.part].in_target || rest_of(landmark).empty();
    if (cell == no_index && stands_apart && may_go_on && (is_heading_block(landmark) || is_heading_line(landmark)))
      return !is_beneath_target(landmark) && take_block(landmark);
    if (is_value_cell(stream_.document, cell))
      return (fills_cell(landmark) && heads_cell(landmark, cell)) ||
             (stands_apart && landmark.ends_in_colon && pack_.parts[landmark.part].in_target);
    const std::string_view rest = rest_of(landmark);
    const UChar32 first = first_letter(rest);
    if (is_beneath_target(landmark)) return false;
    if (landmark.kind == Landmark::Kind::heading)
      return rest.empty() ? stands_alone(landmark, stands_apart) && !is_sentence(landmark)
                          : stands_apart && landmark.ends_in_colon;
    if (rest.empty() && (is_sentence(landmark) || is_legend(landmark))) return false;
    if (rest.empty()) return landmark.ends_in_colon || stands_alone(landmark, stands_apart) || heads_block(landmark);
    const bool is_page_number = rest.size() <= 3 && rest.find_first_not_of("0123456789") == rest.npos;
    return landmark.ends_in_colon ||
           (stands_apart && !is_page_number && (landmark.ends_in_sign || begins_value(first)));
  }

  std::uint32_t cell_of_line(std::uint32_t line) const {
    const std::uint32_t block = stream_.document.lines[line].block;
    return block == no_index ? no_index : stream_.document.blocks[block].cell;
  }

  // A part of the report ends the open target, as a numbered heading behind a target's form does: its heading must not
  // look like one of the target's own.
  bool is_beneath_target(const Landmark& landmark) const {
    if (pack_.parts[landmark.part].in_target || target_line_ == no_index) return false;
    const bool is_behind_form = cell_of_line(target_line_) != no_index && stream_.cell(landmark.first) == no_index;
    if (is_behind_form && stream_.numbering(landmark.first) > 0) return false;
    return stands_under(rank_of(stream_.document, stream_.lines[landmark.first]),
                        rank_of(stream_.document, target_line_));
  }

  // One word such as "Mitigation" heads a row of figures as well as a row of a form: then its text has words.
  bool labels_text(const Landmark& landmark, std::uint32_t cell) const {
    if (landmark.kind == Landmark::Kind::label) return true;
    return value_words(stream_.document, cell) >= 3;
  }

  bool is_heading_block(const Landmark& landmark) const {
    const std::uint32_t block = stream_.line(landmark.first).block;
    const bool is_answered_line = stream_.line(landmark.first).style.size == 0 && answered_at(landmark.first, 1000) > 0;
    return block != no_index && stream_.document.blocks[block].kind == BlockKind::heading && !landmark.ends_in_colon &&
           !is_answered_line && !is_sentence(landmark) && !is_contents_line(stream_.text_at(landmark.last)) &&
           stream_.document.blocks[block].line_count <= 3;
  }

  // A short paragraph that is no sentence and begins with the template's words: "3.2 Baseline and target year".
  bool is_heading_line(const Landmark& landmark) const {
    return answered_at(landmark.first, 1000) == 0 && is_short_heading(landmark);
  }

  bool is_short_heading(const Landmark& landmark) const {
    const std::uint32_t index = stream_.line(landmark.first).block;
    if (index == no_index || landmark.ends_in_colon) return false;
    const Block& block = stream_.document.blocks[index];
    if (block.line_count > 2) return false;
    std::string text;
    for (std::uint32_t line = block.first_line; line < block.first_line + block.line_count; ++line)
      text += (text.empty() ? "" : " ") + std::string(stream_.document.text_of(stream_.document.lines[line]));
    const std::size_t numbering = enumeration_of(text).length;
    if (block.kind == BlockKind::list_item && numbering == 0) return false;
    if (is_contents_line(text) || (numbering == 0 && !u_isalpha(first_letter(text)) && text.front() != '('))
      return false;
    if (block.kind != BlockKind::heading && numbering == 0 && times_alone(text) >= least_legends) return false;
    text.erase(0, numbering);
    return looks_like_heading(text, HeadingEvidence::words) && landmark.last + 1 < stream_.size();
  }

  // "Actions already undertaken by the Federation".
  bool is_longer_heading(Landmark& landmark, std::string_view rest) const {
    return loose_words(rest).size() <= most_extra_words && begins_with_capital(landmark) &&
           find_colon(rest) == rest.npos && is_short_heading(landmark) && take_block(landmark);
  }

  bool is_legend(const Landmark& landmark) const {
    return !pack_.parts[landmark.part].in_target && !landmark.ends_in_colon && stream_.numbering(landmark.first) == 0 &&
           times_alone(stream_.text_at(landmark.first)) >= least_legends;
  }

  // How many lines are nothing but `text`: what stands alone again and again is a legend of figures.
  std::ptrdiff_t times_alone(std::string_view text) const {
    std::ptrdiff_t times = 0;
    for (std::uint32_t place = 0; place < stream_.size() && times < least_legends; ++place)
      times += stream_.text_at(place) == text;
    return times;
  }

  bool take_block(Landmark& landmark) const {
    const std::uint32_t block = stream_.line(landmark.first).block;
    while (landmark.last + 1 < stream_.size() && stream_.line(landmark.last + 1).block == block)
      ++landmark.last;
    landmark.content_from = stream_.line(landmark.last).span.end();
    landmark.has_content = false;
    return true;
  }

  // All of a label cell belongs to its label: "Relevance (briefly describe how …)".
  bool take_cell(Landmark& landmark) const {
    const std::uint32_t cell = stream_.cell(landmark.first);
    std::uint32_t last = landmark.last;
    while (last + 1 < stream_.size() && stream_.cell(last + 1) == cell)
      ++last;
    const std::string_view words =
        std::string_view(stream_.text)
            .substr(stream_.starts[landmark.first], stream_.starts[last + 1] - stream_.starts[landmark.first]);
    if (static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) > most_label_words) return false;
    landmark.last = last;
    landmark.content_from = stream_.line(last).span.end();
    landmark.has_content = false;
    return true;
  }

  // "Mitigation is costly and slow.": headings that bear a full stop are short.
  bool is_sentence(const Landmark& landmark) const {
    const std::string_view text = stream_.text_at(landmark.last);
    return closes_sentence(text) && !ends_in_colon(text) && !landmark.ends_in_colon &&
           (landmark.last > landmark.first || loose_words(text).size() >= 5);
  }

  bool fills_cell(const Landmark& landmark) const {
    const auto cell = stream_.cell(landmark.first);
    const auto is_edge = [&](std::uint32_t place) { return place >= stream_.size() || stream_.cell(place) != cell; };
    return rest_of(landmark).empty() && (landmark.first == 0 || is_edge(landmark.first - 1)) &&
           is_edge(landmark.last + 1);
  }

  // A label in the midst of a row: a column's head, or a label beneath another. A sentence is text.
  bool heads_cell(const Landmark& landmark, std::uint32_t cell) const {
    const Row& row = stream_.document.rows[stream_.document.cells[cell].row];
    bool is_last = true;
    for (std::uint32_t next = cell + 1; next < row.first_cell + row.cell_count; ++next)
      is_last &= stream_.document.cells[next].block_count == 0;
    const std::string_view text = stream_.text_at(landmark.last);
    return !(closes_sentence(text) && !landmark.ends_in_colon) && (pack_.parts[landmark.part].in_target || !is_last);
  }

  // A short first line of a paragraph, the next of which begins anew: "Coverage / Economy-wide".
  bool heads_block(const Landmark& landmark) const {
    if (!stream_.begins_block(landmark.first) || landmark.last != landmark.first) return false;
    return loose_words(stream_.text_at(landmark.first)).size() <= most_extra_words &&
           (landmark.last + 1 == stream_.size() || !begins_small(stream_.text_at(landmark.last + 1)));
  }

  // A capital, a digit or a sign. Scripts without capitals tell nothing.
  static bool begins_value(UChar32 c) { return !u_isalpha(c) || u_isupper(c) != 0; }

  bool stands_alone(const Landmark& landmark, bool stands_apart) const {
    if (!stands_apart) return false;
    if (landmark.last + 1 >= stream_.size() || stream_.begins_block(landmark.last + 1)) return true;
    const Line& here = stream_.line(landmark.last);
    const Line& next = stream_.line(landmark.last + 1);
    return here.style.bold && !next.style.bold;
  }

  // Behind a bullet too: "- public map opened: June 2017" is an item.
  bool begins_with_capital(const Landmark& landmark) const { return begins_with_capital(landmark.first); }

  bool begins_with_capital(std::uint32_t place) const {
    std::string_view text = stream_.text_at(place);
    if (pack_.is_loose && text.starts_with("- ")) text.remove_prefix(2);
    return !u_islower(first_letter(text));
  }

  bool is_target(Landmark& landmark, bool stands_apart, bool begins_anew, std::string_view rest) const {
    if (is_contents_line(stream_.text_at(landmark.last))) landmark.kind = Landmark::Kind::contents;
    const bool has_levels = landmark.is_numbered && !landmark.number;
    if (has_levels && !pack_.is_loose) return resembles_title(landmark, rest);
    if (!landmark.is_numbered && pack_.is_loose) return stands_apart && (rest.empty() || landmark.ends_in_colon);
    if (!landmark.is_numbered) return stands_apart && resembles_title(landmark, rest);
    if (stands_apart) return begins_anew || resembles_title(landmark, rest);
    return !rest.empty() && begins_with_capital(landmark) && resembles_title(landmark, rest);
  }

  // The words behind the number are the official title's first words.
  bool resembles_title(const Landmark& landmark, std::string_view rest) const {
    const auto words = loose_words(rest);
    if (words.size() < 3) return false;
    for (const OfficialTarget& target : pack_.targets) {
      if (landmark.number && target.number != *landmark.number) continue;
      for (const auto& [language, titles] : target.title)
        for (const std::string& title : titles) {
          auto official = loose_words(title);
          official.resize(std::min(official.size(), words.size()));
          const auto same = std::mismatch(official.begin(), official.end(), words.begin()).first - official.begin();
          if (same >= 3) return true;
        }
    }
    return false;
  }

  // Headings that follow one another line by line and stand again later in the same words are a table of contents
  // without the numbers of pages.
  void drop_listed(std::vector<Landmark>& found) const {
    std::unordered_map<std::string_view, std::uint32_t> last;
    for (std::uint32_t place = 0; place < stream_.size(); ++place)
      last[stream_.text_at(place)] = place;
    const auto stands_again = [&](std::uint32_t place) {
      return place < stream_.size() && stream_.cell(place) == no_index && last.at(stream_.text_at(place)) > place;
    };
    std::erase_if(found, [&](const Landmark& landmark) {
      const std::uint32_t place = landmark.first;
      return !landmark.has_content && stands_again(place) &&
             (stands_again(place + 1) || (place > 0 && stands_again(place - 1)));
    });
  }

  bool is_target_heading(const Landmark& landmark) const {
    return landmark.kind == Landmark::Kind::official_title ||
           (landmark.kind == Landmark::Kind::heading && pack_.parts[landmark.part].role == PartRole::target);
  }

  // In a line of the places [from, to).
  bool has_sentence(std::uint32_t from, std::uint32_t to) const {
    constexpr std::size_t least_words = 5;
    for (std::uint32_t place = from; place < to; ++place)
      if (const std::string_view text = stream_.text_at(place);
          closes_sentence(text) && !ends_in_colon(text) && loose_words(text).size() >= least_words)
        return true;
    return false;
  }

  // Targets that follow one another with nothing between, and stand again later, are a table of contents.
  void drop_contents(std::vector<Landmark>& found) const {
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
      if (!is_target_heading(found[i]) || !is_target_heading(found[i + 1])) continue;
      if (found[i + 1].first > found[i].last + 3 || has_sentence(found[i].last + 1, found[i + 1].first)) continue;
      const bool again = std::any_of(
          found.begin() + static_cast<std::ptrdiff_t>(i) + 1, found.end(),
          [&](const Landmark& other) { return is_target_heading(other) && other.number == found[i].number; });
      if (again) found[i].kind = Landmark::Kind::contents;
    }
    // The last of a table of contents is followed by the first target itself.
    for (std::size_t i = 1; i + 1 < found.size(); ++i)
      if (found[i - 1].kind == Landmark::Kind::contents && is_target_heading(found[i]) &&
          std::any_of(found.begin() + static_cast<std::ptrdiff_t>(i) + 1, found.end(), [&](const Landmark& other) {
            return is_target_heading(other) && other.number == found[i].number;
          }))
        found[i].kind = Landmark::Kind::contents;
  }

  // Sections of targets that are named one below the other before the first target, and stand again later.
  void drop_listed_sections(std::vector<Landmark>& found) const {
    constexpr std::uint32_t most_apart = 2;  // lines
    const auto is_of_target = [&](const Landmark& landmark) {
      return landmark.part != no_index && pack_.parts[landmark.part].role == PartRole::section &&
             pack_.parts[landmark.part].in_target;
    };
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
      if (is_target_heading(found[i])) return;
      const bool follows_listed =
          i > 0 && found[i - 1].kind == Landmark::Kind::contents && found[i].first <= found[i - 1].last + most_apart;
      const bool is_listed = is_of_target(found[i + 1]) && found[i + 1].first <= found[i].last + most_apart &&
                             !has_sentence(found[i].last + 1, found[i + 1].first);
      const bool again = std::any_of(found.begin() + static_cast<std::ptrdiff_t>(i) + 2, found.end(),
                                     [&](const Landmark& other) { return other.part == found[i].part; });
      if (is_of_target(found[i]) && again && (is_listed || follows_listed)) found[i].kind = Landmark::Kind::contents;
    }
  }

  const LineStream& stream_;
  const Pack& pack_;
  std::vector<Entry> entries_;  // for each phrase
  bool after_landmark_ = false;
  std::uint32_t part_before_ = no_index;  // of the label on the line before
  std::uint32_t open_part_ = no_index;    // of the last landmark
  std::uint32_t target_line_ = no_index;  // where the last target begins
};

}  // namespace

std::vector<Landmark> find_landmarks(const LineStream& stream, const Pack& pack) {
  return Finder(stream, pack).run();
}

}  // namespace plumbline
