// Where the node with a given id stands.
#include "output/node_places.h"

#include "output/places.h"

#include <algorithm>

namespace plumbline {

namespace {

template <typename Nodes>
const typename Nodes::value_type* find_node(const Nodes& nodes, std::string_view id) {
  const auto at = std::find_if(nodes.begin(), nodes.end(), [&](const auto& node) { return node.id == id; });
  return at == nodes.end() ? nullptr : &*at;
}

Where place_of_node(const Report& report, std::string_view id) {
  if (const Target* target = find_node(report.targets, id)) return where_of(*target);
  if (const Section* section = find_node(report.sections, id)) return where_of(report, *section);
  if (const Group* group = find_node(report.groups, id)) return where_of(report, *group);
  if (const Action* action = find_node(report.actions, id)) return action->passage.where();
  if (const Goal* goal = find_node(report.goals, id)) return goal->passage.where();
  if (id == "report" && report.title) return report.title->where();
  return {};
}

}  // namespace

Where nearest_place(const Record& record, const Finding& finding) {
  Where where = finding.where;
  for (std::string_view id = finding.node; where.lines.empty() && !id.empty(); id = parent_of_node(id))
    where = place_of_node(record.report, id);
  return where;
}

std::string_view parent_of_node(std::string_view id) {
  const auto dot = id.rfind('.');
  if (dot != id.npos) return id.substr(0, dot);
  return id == "report" ? std::string_view() : std::string_view("report");
}

}  // namespace plumbline
