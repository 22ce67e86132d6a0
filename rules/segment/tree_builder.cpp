// Grows a Report node by node.
#include "rules/segment/tree_builder.h"

#include <algorithm>

namespace plumbline {

namespace {

std::uint32_t size_of(const auto& vector) {
  return static_cast<std::uint32_t>(vector.size());
}

}  // namespace

TreeBuilder::TreeBuilder(const Document& document, const Pack& pack) : document_(document) {
  report_.pack_id = pack.id;
  report_.pack_version = pack.version;
  report_.line_nodes.resize(document.lines.size());
  report_.line_roles.reserve(document.lines.size());
  for (const Line& line : document.lines)
    report_.line_roles.push_back(is_furniture(line.role) ? line.role : LineRole::unassigned);
}

void TreeBuilder::claim(std::uint32_t line, LineRole role, const std::string& node) {
  report_.line_roles[line] = role;
  report_.line_nodes[line] = node;
}

void TreeBuilder::claim(const Passage& passage, LineRole role, const std::string& node) {
  for (const Passage::Piece& piece : passage.pieces)
    if (report_.line_roles[piece.line] == LineRole::unassigned) claim(piece.line, role, node);
}

std::string TreeBuilder::open_node() const {
  if (section_ != no_index) return report_.sections[section_].id;
  return target_ != no_index ? report_.targets[target_].id : "report";
}

Target& TreeBuilder::add_target(Passage heading, Passage title, std::optional<int> number) {
  target_ = size_of(report_.targets);
  section_ = no_index;
  Target& target = report_.targets.emplace_back();
  target.id = "t" + std::to_string(target_ + 1);
  target.number = number;
  target.first_goal = size_of(report_.goals);
  target.first_section = size_of(report_.sections);
  target.heading = std::move(heading);
  target.title = std::move(title);
  claim(target.heading, LineRole::heading, target.id);
  claim(target.title, LineRole::heading, target.id);
  return target;
}

Goal& TreeBuilder::add_goal(Passage passage) {
  Goal& goal = report_.goals.emplace_back();
  goal.target = target_;
  std::uint32_t number = size_of(report_.goals);
  if (target_ != no_index) number = ++report_.targets[target_].goal_count;
  goal.id = (target_ != no_index ? report_.targets[target_].id + "." : "") + "g" + std::to_string(number);
  goal.number = static_cast<int>(number);
  goal.passage = std::move(passage);
  claim(goal.passage, LineRole::body, goal.id);
  return goal;
}

std::string TreeBuilder::section_id(const Part& part) const {
  const bool in_target = part.in_target && target_ != no_index;
  const std::string id = (in_target ? report_.targets[target_].id + "." : "") + part.kind;
  const auto taken = [&](const std::string& name) {
    return std::any_of(report_.sections.begin(), report_.sections.end(),
                       [&](const Section& s) { return s.id == name; });
  };
  if (!taken(id)) return id;
  for (int again = 2;; ++again)
    if (const std::string next = id + "-" + std::to_string(again); !taken(next)) return next;
}

Section& TreeBuilder::open_section(const Part& part) {
  if (section_ != no_index && report_.sections[section_].kind == part.kind) return report_.sections[section_];
  Section section;
  section.id = section_id(part);
  section.kind = part.kind;
  section.role = part.section_role;
  section.target = part.in_target ? target_ : no_index;
  section.first_group = size_of(report_.groups);
  if (section.target != no_index) ++report_.targets[target_].section_count;
  section_ = size_of(report_.sections);
  return report_.sections.emplace_back(std::move(section));
}

Group& TreeBuilder::open_group(std::optional<Passage> heading) {
  Section& parent = section();
  Group group;
  group.section = section_;
  group.id = parent.id + "." + std::to_string(++parent.group_count);
  group.first_action = size_of(report_.actions);
  if (heading) claim(*heading, LineRole::heading, group.id);
  group.heading = std::move(heading);
  return report_.groups.emplace_back(std::move(group));
}

Action& TreeBuilder::add_action(Passage passage, ActionRole role, LineRole line_role) {
  if (section().group_count == 0) open_group({});
  Group& group = report_.groups.back();
  Action action;
  action.group = size_of(report_.groups) - 1;
  action.id = group.id + "." + std::to_string(++group.action_count);
  action.role = role;
  action.passage = std::move(passage);
  claim(action.passage, line_role, action.id);
  return report_.actions.emplace_back(std::move(action));
}

Action* TreeBuilder::last_action() {
  if (section_ == no_index || section().group_count == 0 || report_.groups.back().action_count == 0) return nullptr;
  return &report_.actions.back();
}

}  // namespace plumbline
