// Which nodes of a report a pack's rule speaks of.
#include "rules/pack/node_path.h"

#include "rules/pack/key_table.h"

#include <algorithm>
#include <stdexcept>

namespace plumbline {

namespace {

struct StepKind {
  std::string_view name;
  NodeKind kind;
  std::vector<NodeKind> parents;  // that it may stand under
  std::string_view only = {};     // what stands in its brackets, for messages
};

const std::vector<StepKind>& step_kinds() {
  using enum NodeKind;
  static const std::vector<StepKind> kinds = {
      {"report", report, {}},
      {"target", target, {report}, "numbers"},
      {"goal", goal, {report, target}},
      {"section", section, {report, target}, "kinds of sections"},
      {"group", group, {section}},
      {"action", action, {section, group}},
      {"title", title, {report, target}},
      {"number", number, {target}},
      {"heading", heading, {section, group}},
      {"party", party, {report}},
      {"date", date, {report}},
      {"year", year, {report}},
  };
  return kinds;
}

const StepKind& step_kind(const std::string& name) {
  std::vector<std::string> names;
  for (const StepKind& step : step_kinds()) {
    if (step.name == name) return step;
    names.emplace_back(step.name);
  }
  const std::string near = suggestion(name, names);
  throw std::invalid_argument("unknown step \"" + name + "\"" +
                              (near.empty() ? "; expected a path such as \"target/section[planned]/action\"" : near));
}

bool is_target_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

PathStep parse_step(std::string_view text, NodeKind parent) {
  const auto bracket = text.find('[');
  const StepKind& known = step_kind(std::string(text.substr(0, bracket)));
  const auto fail = [&](const std::string& why) {
    throw std::invalid_argument("step \"" + std::string(text) + "\": " + why);
  };
  if (known.kind != NodeKind::report &&
      std::find(known.parents.begin(), known.parents.end(), parent) == known.parents.end()) {
    std::string parents;
    for (const NodeKind kind : known.parents)
      parents += (parents.empty() ? "" : " or ") + std::string(name_of(kind));
    fail("nothing of this name stands under " + std::string(name_of(parent)) + "; expected it under " + parents);
  }
  PathStep step{known.kind, {}};
  if (bracket == text.npos) return step;
  if (known.only.empty()) fail("expected no brackets");
  if (!text.ends_with(']')) fail("missing ']'");
  std::string_view rest = text.substr(bracket + 1, text.size() - bracket - 2);
  do {
    const auto bar = std::min(rest.find('|'), rest.size());
    step.only.emplace_back(rest.substr(0, bar));
    if (step.only.back().empty() || (known.kind == NodeKind::target && !is_target_number(step.only.back())))
      fail("expected " + std::string(known.only) + " in the brackets, with | between them");
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  } while (!rest.empty());
  return step;
}

Node report_node() {
  Node node;
  node.id = "report";
  return node;
}

class Walker {
 public:
  explicit Walker(const Report& report) : report_(report) {}

  std::vector<Node> children(const Node& parent, const PathStep& step) const {
    std::vector<Node> found;
    switch (step.kind) {
      case NodeKind::report:
        found.push_back(report_node());
        break;
      case NodeKind::target:
        add_targets(step, found);
        break;
      case NodeKind::goal:
        add_goals(parent, found);
        break;
      case NodeKind::section:
        add_sections(parent, step, found);
        break;
      case NodeKind::group:
        add_groups(parent, found);
        break;
      case NodeKind::action:
        add_actions(parent, found);
        break;
      default:
        add_attribute(parent, step.kind, found);
        break;
    }
    return found;
  }

 private:
  static bool is_wanted(const PathStep& step, const std::string& name) {
    return step.only.empty() || std::find(step.only.begin(), step.only.end(), name) != step.only.end();
  }

  void add_targets(const PathStep& step, std::vector<Node>& found) const {
    for (std::uint32_t i = 0; i < report_.targets.size(); ++i) {
      const Target& target = report_.targets[i];
      if (!is_wanted(step, target.number ? std::to_string(*target.number) : "")) continue;
      found.push_back(
          {NodeKind::target, i, target.id, target.heading.text, &target.heading, target.number, nullptr, i});
      for (const Action& action : report_.actions)
        if (report_.sections[report_.groups[action.group].section].target == i)
          found.back().text += "\n" + action.passage.text;
    }
  }

  void add_goals(const Node& parent, std::vector<Node>& found) const {
    for (std::uint32_t i = 0; i < report_.goals.size(); ++i) {
      const Goal& goal = report_.goals[i];
      if (parent.kind == NodeKind::target ? goal.target == parent.index : goal.target == no_index)
        found.push_back(
            {NodeKind::goal, i, goal.id, goal.passage.text, &goal.passage, goal.number, nullptr, goal.target});
    }
  }

  void add_sections(const Node& parent, const PathStep& step, std::vector<Node>& found) const {
    for (std::uint32_t i = 0; i < report_.sections.size(); ++i) {
      const Section& section = report_.sections[i];
      if (section.target != (parent.kind == NodeKind::target ? parent.index : no_index) ||
          !is_wanted(step, section.kind))
        continue;
      Node node{NodeKind::section, i, section.id, "", &section.heading, {}, nullptr, section.target};
      for (std::uint32_t g = section.first_group; g < section.first_group + section.group_count; ++g)
        for (std::uint32_t a = 0; a < report_.groups[g].action_count; ++a) {
          const Action& action = report_.actions[report_.groups[g].first_action + a];
          if (node.text.empty()) node.passage = &action.passage;
          node.text += (node.text.empty() ? "" : "\n") + action.passage.text;
          if (!node.timeframe && action.timeframe.status == TimeframeStatus::dated) node.timeframe = &action.timeframe;
        }
      found.push_back(std::move(node));
    }
  }

  void add_groups(const Node& parent, std::vector<Node>& found) const {
    for (std::uint32_t i = 0; i < report_.groups.size(); ++i) {
      const Group& group = report_.groups[i];
      if (parent.kind != NodeKind::section || group.section != parent.index) continue;
      found.push_back({NodeKind::group,
                       i,
                       group.id,
                       group.heading ? group.heading->text : "",
                       group.heading ? &*group.heading : nullptr,
                       {},
                       nullptr,
                       parent.target});
    }
  }

  void add_actions(const Node& parent, std::vector<Node>& found) const {
    for (std::uint32_t i = 0; i < report_.actions.size(); ++i) {
      const Action& action = report_.actions[i];
      const bool is_in = parent.kind == NodeKind::group     ? action.group == parent.index
                         : parent.kind == NodeKind::section ? report_.groups[action.group].section == parent.index
                                                            : false;
      if (is_in && action.role == ActionRole::action)
        found.push_back({NodeKind::action,
                         i,
                         action.id,
                         action.passage.text,
                         &action.passage,
                         {},
                         &action.timeframe,
                         parent.target});
    }
  }

  void add_attribute(const Node& parent, NodeKind kind, std::vector<Node>& found) const {
    Node node{kind, parent.index, parent.id, "", nullptr, {}, nullptr, parent.target};
    const auto take = [&](const std::optional<Passage>& passage) {
      if (passage) node.text = passage->text, node.passage = &*passage;
    };
    if (parent.kind == NodeKind::report) {
      if (kind == NodeKind::title) take(report_.title);
      if (kind == NodeKind::party) take(report_.party);
      if (kind == NodeKind::date && report_.date) node.text = to_string(*report_.date);
      if (kind == NodeKind::year && report_.year) node.text = std::to_string(*report_.year), node.number = report_.year;
    } else if (parent.kind == NodeKind::target) {
      const Target& target = report_.targets[parent.index];
      if (kind == NodeKind::title) node.text = target.title.text, node.passage = &target.title;
      if (kind == NodeKind::number && target.number)
        node.text = std::to_string(*target.number), node.passage = &target.heading, node.number = target.number;
    } else if (parent.kind == NodeKind::section && kind == NodeKind::heading) {
      node.text = report_.sections[parent.index].heading.text, node.passage = &report_.sections[parent.index].heading;
    } else if (parent.kind == NodeKind::group && kind == NodeKind::heading) {
      take(report_.groups[parent.index].heading);
    }
    if (!node.text.empty()) found.push_back(std::move(node));
  }

  const Report& report_;
};

}  // namespace

std::string_view name_of(NodeKind kind) {
  return std::find_if(step_kinds().begin(), step_kinds().end(), [&](const StepKind& step) { return step.kind == kind; })
      ->name;
}

NodePath parse_path(std::string_view text) {
  NodePath path{std::string(text), {}};
  NodeKind parent = NodeKind::report;
  for (std::string_view rest = text; !rest.empty();) {
    const auto slash = std::min(rest.find('/'), rest.size());
    path.steps.push_back(parse_step(rest.substr(0, slash), parent));
    parent = path.steps.back().kind;
    if (parent == NodeKind::report && path.steps.size() > 1)
      throw std::invalid_argument("step \"report\": expected at the path's beginning only");
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  if (path.steps.empty()) throw std::invalid_argument("expected a path such as \"target/section[planned]/action\"");
  if (path.steps.front().kind == NodeKind::report && path.steps.size() > 1) path.steps.erase(path.steps.begin());
  return path;
}

std::vector<NodeSet> select(const Report& report, const NodePath& path) {
  const Walker walker(report);
  std::vector<Node> parents = {report_node()};
  for (std::size_t i = 0; i + 1 < path.steps.size(); ++i) {
    std::vector<Node> next;
    for (const Node& parent : parents)
      for (Node& node : walker.children(parent, path.steps[i]))
        next.push_back(std::move(node));
    parents = std::move(next);
  }
  std::vector<NodeSet> sets;
  for (Node& parent : parents) {
    std::vector<Node> nodes = walker.children(parent, path.steps.back());
    sets.push_back({std::move(parent), std::move(nodes)});
  }
  return sets;
}

}  // namespace plumbline
