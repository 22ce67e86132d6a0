// sum-equals: parts add up to their total
#include "rules/pack/rule_kinds/rule_kind.h"

#include <algorithm>
#include <cctype>

namespace plumbline::rule_kinds {

namespace {

constexpr std::size_t most_digits = 13;  // so that no sum overflows

// The first number of a text, whatever groups its thousands; decimals are left aside.
std::optional<long long> first_number(std::string_view text) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::isdigit(static_cast<unsigned char>(text[i])) != 0) {
      digits += text[i];
    } else if (!digits.empty()) {
      const bool groups = (text[i] == ' ' || text[i] == ',' || text[i] == '.' || text[i] == '\'') &&
                          i + 3 < text.size() &&
                          std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                      text.begin() + static_cast<std::ptrdiff_t>(i) + 4,
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
      if (!groups) break;
    }
    if (digits.size() > most_digits) return {};
  }
  return digits.empty() ? std::nullopt : std::optional(std::stoll(digits));
}

void run(RuleLog& log) {
  std::map<std::uint32_t, long long> sums;
  long long all = 0;
  for (const NodeSet& set : log.nodes())
    for (const Node& node : set.nodes)
      if (const auto value = first_number(node.text)) sums[node.target] += *value, all += *value;
  for (const NodeSet& set : log.other_nodes())
    for (const Node& node : set.nodes) {
      const auto total = first_number(node.text);
      if (!total || sums.empty() || (node.target != no_index && !sums.contains(node.target))) continue;
      const long long sum = node.target == no_index ? all : sums[node.target];
      log.look();
      if (sum != *total) log.find(node, {{"found", std::to_string(sum)}, {"total", std::to_string(*total)}});
    }
}

}  // namespace

extern const RuleKind sum_equals;
const RuleKind sum_equals = {
    .name = "sum-equals",
    .says =
        "The first numbers of the nodes, added, are the first number at `total`: for each target, or, "
        "where the total is the report's own, for all of them.",
    .needs = {"total"},
    .values = {"found", "total"},
    .message = "the parts add up to {found}, the total says {total}",
    .run = run};

}  // namespace plumbline::rule_kinds
