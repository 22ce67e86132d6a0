// The structure of a submission: targets -> goals, sections -> groups -> actions -> timeframes.
//
// Flat vectors in document order, linked by index. Children of a node are contiguous, so each parent holds
// [first, first + count). A template with fewer levels uses what it has.
#pragma once

#include "extractor/document.h"
#include "rules/timeframe/timeframe.h"

#include <optional>
#include <string>
#include <vector>

namespace plumbline {

// Where something stands: its span, from its first character to its last, and the lines it stands on
// (one box each; lines between that belong to something else are not among them).
struct Where {
  Span span;
  std::vector<std::uint32_t> lines;  // indices into Document::lines, ascending
};

// The text of a node, made from lines: blanks folded, dehyphenated, without labels and list markers.
struct Passage {
  // Bytes [text_start, text_start + length) of `text` stand at [document_start, …) of Document::text.
  struct Piece {
    std::uint32_t text_start = 0, document_start = 0, length = 0;
    std::uint32_t line = 0;
  };
  std::string text;
  std::vector<Piece> pieces;  // ascending by text_start; joints (the space between two lines) are in none

  Where where() const;
  Where where(std::uint32_t start, std::uint32_t length) const;  // of a part of `text`
};

// A template has "undertaken" and "planned" sections, and labelled fields that are neither.
enum class SectionRole : std::uint8_t { other, undertaken, planned };

enum class ActionRole : std::uint8_t {
  action,
  lead,  // only introduces a list
  note,  // a remark that is no action ("See also …", an address)
};

struct ActionCell {
  std::string heading;  // of its column
  std::uint32_t start = 0, length = 0;  // bytes of the action's text
};

struct Action {
  std::string id;  // "t1.planned.1.2"
  std::uint32_t group = 0;
  ActionRole role = ActionRole::action;
  bool is_list_item = false;
  bool starts_with_label = false;  // a label's words ran into it: `label_length` bytes at its start
  std::uint32_t label_length = 0;
  Passage passage;
  std::vector<ActionCell> cells;  // of a table row
  Timeframe timeframe;            // of planned actions
  Tense tense = Tense::unclear;
};

struct Group {
  std::string id;  // "t1.planned.1"
  std::uint32_t section = 0;
  std::optional<Passage> heading;
  std::uint32_t first_action = 0, action_count = 0;
};

struct Section {
  std::string id;    // "t1.planned"
  std::string kind;  // the pack's name for it
  SectionRole role = SectionRole::other;
  std::uint32_t target = no_index;  // no_index: stands directly under the report
  Passage heading;
  std::vector<std::uint32_t> label_lines;  // lines that bear its label
  std::uint32_t first_group = 0, group_count = 0;
};

struct Goal {
  std::string id;  // "t1.g1"
  std::uint32_t target = no_index;
  int number = 0;  // as printed, or counted where none is printed
  Passage passage;
};

struct Target {
  std::string id;                 // "t2": the second target that stands there
  std::optional<int> number;      // as printed
  Passage heading;                // with its label and number
  Passage title;                  // without
  std::uint32_t first_goal = 0, goal_count = 0;
  std::uint32_t first_section = 0, section_count = 0;
};

// Where the submission's own date comes from.
enum class DateSource : std::uint8_t { unknown, given, document, metadata, inferred };
std::string_view name_of(DateSource source);

// A reference in the text to a node ("see Policy Target No. 7").
struct CrossReference {
  std::string node;    // where it stands
  std::string target;  // id of the node it names; empty: there is none
  std::string printed_number;
  Where where;
};

struct Report {
  std::optional<Passage> title;
  std::optional<Passage> party;  // as printed
  std::string party_code;        // ISO 3166-1 alpha-2; empty = not known
  std::optional<int> year;
  std::optional<Day> date;
  DateSource date_source = DateSource::unknown;
  std::vector<Target> targets;
  std::vector<Goal> goals;
  std::vector<Section> sections;  // those of targets, in order; then those directly under the report
  std::vector<Group> groups;
  std::vector<Action> actions;
  std::vector<CrossReference> references;
  std::vector<LineRole> line_roles;  // one for each line of the document, final
  std::vector<std::string> line_nodes;  // the id of the node that claims each line; empty: none
  std::string pack_id, pack_version;    // empty: no template recognised
  double pack_score = 0;                // 0..1
};

}  // namespace plumbline
