// Which nodes of a report a pack's rule speaks of: "target/section[planned]/action", "report/party", "section[scope]".
#pragma once

#include "rules/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

enum class NodeKind : std::uint8_t {
  report,
  target,
  goal,
  section,
  group,
  action,
  title,
  number,
  heading,
  party,
  date,
  year
};

std::string_view name_of(NodeKind kind);  // as a path writes it

struct PathStep {
  NodeKind kind = NodeKind::report;
  std::vector<std::string> only;  // kinds of sections, or numbers of targets; empty: all
};

struct NodePath {
  std::string text;  // as the pack writes it
  std::vector<PathStep> steps;
};

// Throws std::invalid_argument that says what is wrong and which step was near.
NodePath parse_path(std::string_view text);

struct Node {
  NodeKind kind = NodeKind::report;
  std::uint32_t index = no_index;  // into the report's vector of its kind; of title and heading: of what bears it
  std::string id;
  std::string text;                  // all of its text
  const Passage* passage = nullptr;  // what a finding quotes; null where there is none
  std::optional<int> number;
  const Timeframe* timeframe = nullptr;
  std::uint32_t target = no_index;  // that it stands under
};

// The nodes of the path's last step under one node of the step before.
struct NodeSet {
  Node parent;
  std::vector<Node> nodes;
};

std::vector<NodeSet> select(const Report& report, const NodePath& path);

}  // namespace plumbline
