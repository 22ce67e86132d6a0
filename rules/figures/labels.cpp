// What a text of a form stands beside.
#include "rules/figures/labels.h"

#include <functional>
#include <string>

namespace plumbline {

std::uint64_t label_key(const Report& report, const Text& text) {
  if (text.kind != TextKind::action) return 0;
  const Group& group = report.groups[report.actions[text.index].group];
  const Section& section = report.sections[group.section];
  if (section.role != SectionRole::other) return section.role == SectionRole::planned;
  return std::hash<std::string>()(section.heading.text + (group.heading ? "\n" + group.heading->text : ""));
}

bool are_items_of_one_list(const Report& report, const Text& a, const Text& b) {
  if (a.kind != TextKind::action || b.kind != TextKind::action) return false;
  const Action &one = report.actions[a.index], &other = report.actions[b.index];
  return one.group == other.group && (one.is_list_item || other.is_list_item);
}

}  // namespace plumbline
