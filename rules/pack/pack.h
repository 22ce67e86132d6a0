// A template as data: what one secretariat asks parties to report, read from rules/packs/*.toml.
// Code knows kinds of structure; every word of a template stands in its pack. docs/packs.md tells how to write one.
#pragma once

#include "rules/finding.h"
#include "rules/pack/pack_rule.h"
#include "rules/pack/phrase.h"
#include "rules/report.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// What a heading or label of the template opens.
enum class PartRole : std::uint8_t { target, goal, section };

// Lines that a pattern must take for what it looks for, and lines that it must not: the pack's own tests.
struct Examples {
  std::vector<Phrase> matches, rejects;  // plain lines, each with its language and place
};

// One kind of part: targets, goals, or a section ("undertaken", "planned", "means", …).
struct Part {
  std::string kind;  // the pack's name for it; unique in the pack
  std::string name;  // for people: "policy target"
  PartRole role = PartRole::section;
  SectionRole section_role = SectionRole::other;
  bool in_target = false;  // a section of each target; otherwise it stands directly under the report
  bool is_required = false;
  std::string citation;          // what the requirement rests on
  std::vector<Phrase> headings;  // stand alone on their line(s), or before their title
  std::vector<Phrase> labels;    // stand before or beside their text
  std::vector<Phrase> items;     // a line that begins with one begins a new action ("Milestone {number}", "{date}")
  Examples examples;
  bool takes_unlabelled = false;  // text of a target that stands before any label or heading is its
};

using WordsByLanguage =
    std::map<std::string, std::vector<std::string>, std::less<>>;  // BCP 47 -> variants, official first

inline constexpr std::string_view other_kind = "other";  // of sections that a pack does not name

struct OfficialGoal {
  WordsByLanguage wording;
  bool is_required = true;
};

struct OfficialTarget {
  int number = 0;
  bool is_required = true;
  WordsByLanguage title;
  std::vector<OfficialGoal> goals;
};

struct Pack {
  std::string id, version, name;
  std::string file;                    // where it was read from, for messages
  std::vector<std::string> languages;  // BCP 47
  std::vector<std::string>
      official_languages;                    // of them, in which the template has words of its own: all but where said
  std::optional<int> first_year, last_year;  // of filing, inclusive
  // What the template is recognised by (rules/segment/recognise.h).
  std::vector<Phrase> names;          // what submissions on it call themselves
  std::vector<Phrase> marks;          // its headings and labels
  std::vector<Phrase> counter_marks;  // headings of what resembles it and is not on it
  std::optional<int> enough_marks;    // that make it certain; none: all of a language's
  double recognise_at = 0.5;          // the least score (see rules/segment/recognise.h)
  std::vector<Phrase> titles;         // the document's own heading
  std::vector<Phrase> nothing;        // what begins a text that says that there is nothing to report
  Examples mark_examples, title_examples, nothing_examples;  // names count as marks
  std::vector<Part> parts;
  std::vector<OfficialTarget> targets;
  std::string target_citation;
  std::map<std::string, Severity, std::less<>> severities;  // of rules, where the pack changes them
  std::vector<std::string> rules_off;
  std::vector<PackRule> rules;  // of its own
  std::vector<std::string> known_acronyms, known_names;
  WordsByLanguage timeframe_columns;  // headings of a table's column that says when
  // The template leaves its headings to the party: those that the pack does not know open sections of the kind
  // `other_kind`, and a heading or label that it knows must stand alone, bear a colon, or head a row of a form.
  bool is_loose = false;
  double unassigned_share = 0.02;  // of a submission's characters; above it the verdict says so

  // Made of the above when the pack is read (`compile`).
  PhraseSet name_set, mark_set, counter_mark_set, nothing_set;
  PhraseSet landmark_set;  // titles, each part's headings and labels, each target's official titles: in this order
  PhraseSet item_set;      // each part's items, in order
  std::vector<std::uint32_t> item_parts;  // for each of them: index into `parts`
  void compile();
  void prepare() const;  // has the patterns of sets and rules made now rather than when they are asked for

  const Part* part(std::string_view kind) const;
  const Part* part_of_landmark(std::uint32_t phrase) const;  // index into `landmark_set`; null: none's
  const Part* part(PartRole role) const;                     // the first of that role
  const OfficialTarget* target(int number) const;
  bool requires_part(const Part& part) const;  // a section's own word; of goals, whether the template has any
  bool has_official_words(std::string_view language) const;  // BCP 47; its region does not count
  bool is_on(std::string_view rule) const;
  Severity severity(std::string_view rule, Severity otherwise) const;
};

}  // namespace plumbline
