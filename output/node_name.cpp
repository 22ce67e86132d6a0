// A node of the structure named for a person.
#include "output/node_name.h"

#include <algorithm>

namespace plumbline {

namespace {

template <typename Node>
const Node* find(const std::vector<Node>& nodes, std::string_view id) {
  const auto at = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == id; });
  return at == nodes.end() ? nullptr : &*at;
}

std::string name_of(const Report& report, std::uint32_t target) {
  if (target == no_index) return "";
  const auto& number = report.targets[target].number;
  return number ? "target " + std::to_string(*number) : "target in place " + std::to_string(target + 1);
}

std::string behind(const std::string& name, const std::string& piece) {
  return name.empty() ? piece : name + ", " + piece;
}

std::string name_of(const Report& report, const Section& section) {
  return behind(name_of(report, section.target), section.kind);
}

std::string name_of(const Report& report, const Group& group) {
  const std::string section = name_of(report, report.sections[group.section]);
  return group.heading ? section + ", “" + group.heading->text + "”" : section;
}

// Its place among the actions of its section.
std::size_t number_of(const Report& report, const Action& action) {
  const Section& section = report.sections[report.groups[action.group].section];
  const Action* first = &report.actions[report.groups[section.first_group].first_action];
  return static_cast<std::size_t>(
      std::count_if(first, &action + 1, [](const Action& other) { return other.role == ActionRole::action; }));
}

std::string name_of(const Report& report, const Action& action) {
  const std::string kind = action.role == ActionRole::action ? "action " : "remark after action ";
  return name_of(report, report.groups[action.group]) + ", " + kind + std::to_string(number_of(report, action));
}

}  // namespace

std::string node_name(const Report& report, std::string_view node) {
  if (node == "report") return "submission";
  if (const Target* target = find(report.targets, node))
    return name_of(report, static_cast<std::uint32_t>(target - report.targets.data()));
  if (const Goal* goal = find(report.goals, node))
    return behind(name_of(report, goal->target), "goal " + std::to_string(goal->number));
  if (const Section* section = find(report.sections, node)) return name_of(report, *section);
  if (const Group* group = find(report.groups, node)) return name_of(report, *group);
  if (const Action* action = find(report.actions, node)) return name_of(report, *action);
  return std::string(node);
}

}  // namespace plumbline
