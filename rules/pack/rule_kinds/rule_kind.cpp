// What all kinds of rules share.
#include "rules/pack/rule_kinds/rule_kind.h"

#include "rules/pack/loose_text.h"
#include "rules/pack/pack.h"
#include "rules/segment/heading_rank.h"
#include "rules/segment/looks.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>

namespace plumbline {

namespace rule_kinds {
extern const RuleKind required, forbidden, at_most, at_least, unique, ordered, matches, must_not_match, if_then,
    date_between, word_limit, sum_equals;
}

namespace {

constexpr std::size_t most_searched = 5;        // headings named in a message
constexpr std::size_t longest_label = 120;      // bytes before a colon
constexpr std::ptrdiff_t most_extra_words = 3;  // that a party adds to a heading of the template

// "Means: 40 million": a label with what it labels.
bool has_text_behind(std::string_view label) {
  const std::size_t colon = find_colon(label);
  return colon != label.npos && label.find_first_not_of(" \t", colon + 1) != label.npos;
}

std::string text_of(const Document& document) {
  std::string text;
  for (const Line& line : document.lines)
    if (!is_furniture(line.role)) (text += text.empty() ? "" : " ") += document.text_of(line);
  return text;
}

std::string shortened(const std::string& text) {
  constexpr std::size_t most = 160;
  if (text.size() <= most) return text;
  auto end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  return text.substr(0, end) + "…";
}

}  // namespace

std::span<const RuleKind* const> all_rule_kinds() {
  using namespace rule_kinds;
  static constexpr std::array<const RuleKind*, 12> kinds = {
      &required,       &forbidden, &at_most,      &at_least,   &unique,    &ordered, &rule_kinds::matches,
      &must_not_match, &if_then,   &date_between, &word_limit, &sum_equals};
  return kinds;
}

bool RuleKind::takes(std::string_view key) const {
  return std::find(needs.begin(), needs.end(), key) != needs.end() ||
         std::find(some_of.begin(), some_of.end(), key) != some_of.end();
}

RuleLog::RuleLog(const PackRule& rule, const Submission& submission, CheckLog& log)
    : rule_(rule), submission_(submission), log_(log) {}

std::vector<NodeSet> RuleLog::nodes() const {
  std::vector<NodeSet> sets = select(submission_.report, rule_.at);
  for (NodeSet& set : sets) {
    if (set.parent.kind == NodeKind::report && !rule_.unless.empty()) set.parent.text = text_of(submission_.document);
    for (Node& node : set.nodes)
      if (node.kind == NodeKind::report) node.text = text_of(submission_.document);
  }
  return sets;
}

bool RuleLog::is_excused(const Node& node) const {
  return rule_.unless.stands_in(node.text);
}

void RuleLog::find(const Node& node, Values values) {
  if (is_excused(node)) return;
  const std::string message = fill_in(rule_.message.empty() ? rule_.kind->message : rule_.message, node, values);
  Finding& finding = node.passage ? log_.find_in(node.id, *node.passage, message) : log_.find(node.id, message);
  if (!rule_.help.empty()) finding.help = fill_in(rule_.help, node, values);
  finding.citation = rule_.citation;
}

void RuleLog::find_absent(const Node& parent, Values values) {
  if (is_excused(parent)) return;
  const std::string message = fill_in(rule_.message.empty() ? rule_.kind->message : rule_.message, parent, values);
  const auto slash = rule_.at.text.rfind('/');
  Finding& finding = log_.find_absent(
      parent.id, slash == std::string::npos ? rule_.at.text : rule_.at.text.substr(slash + 1), message);
  if (!rule_.help.empty()) finding.help = fill_in(rule_.help, parent, values);
  finding.citation = rule_.citation;
}

bool RuleLog::stands_within_another(const Node& parent) const {
  if (!submission_.pack.is_loose || rule_.at.steps.back().kind != NodeKind::section) return false;
  const auto is_under = [&](const Group& group) {
    return parent.target == no_index || report().sections[group.section].target == parent.target;
  };
  for (const Group& group : report().groups)
    if (group.heading && group.action_count > 0 && is_under(group) && names_part(group.heading->text)) return true;
  for (const Action& action : report().actions) {
    const std::string_view text = action.passage.text;
    const std::size_t colon = find_colon(text);
    if (colon == text.npos || colon > longest_label || colon + 1 >= text.size()) continue;
    if (is_under(report().groups[action.group]) && names_part(text.substr(0, colon))) return true;
  }
  return false;
}

// The words are those of a heading or label of a part that the path names, and few more.
bool RuleLog::names_part(std::string_view text) const {
  const LooseText words = loosen_to_words(text.substr(enumeration_of(text).length));
  for (const PhraseMatch& match : submission_.pack.landmark_set.match(words.text + " ")) {
    const Part* part = submission_.pack.part_of_landmark(match.phrase);
    const auto& kinds = rule_.at.steps.back().only;
    if (!part || std::find(kinds.begin(), kinds.end(), part->kind) == kinds.end()) continue;
    const std::string_view rest =
        std::string_view(words.text).substr(std::min<std::size_t>(match.length, words.text.size()));
    if (std::count(rest.begin(), rest.end(), ' ') <= most_extra_words) return true;
  }
  return false;
}

// The pack's own examples of a part's headings and labels, which are such as parties write; without any, its phrases.
std::string RuleLog::searched() const {
  std::vector<std::string> names;
  const auto add = [&](const std::vector<Phrase>& phrases) {
    for (const Phrase& phrase : phrases) {
      if (!submission_.document.language.starts_with(phrase.language) || has_text_behind(phrase.text)) continue;
      std::string name = spoken(phrase.text);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  };
  for (const std::string& kind : rule_.at.steps.back().only) {
    const Part* part = submission_.pack.part(kind);
    if (!part) continue;
    const std::size_t before = names.size();
    add(part->examples.matches);
    if (names.size() > before) continue;
    add(part->headings);
    add(part->labels);
  }
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < most_searched; ++i)
    out += (i ? ", \"" : "\"") + names[i] + "\"";
  if (names.size() > most_searched) out += ", …";
  return out.empty() ? "its headings" : out;
}

// {node} its id, {number} as printed, {name} the target's name, {quote} the text, {searched}, {limit}, {from}, {to},
// and what the kind adds.
std::string RuleLog::fill_in(std::string_view text, const Node& node, const Values& values) const {
  const auto value = [&](std::string_view name) -> std::string {
    if (const auto at = values.find(name); at != values.end()) return at->second;
    if (name == "node") return node.id;
    if (name == "number") return node.number ? std::to_string(*node.number) : "?";
    if (name == "quote") return shortened(node.passage ? node.passage->text : node.text);
    if (name == "searched") return searched();
    if (name == "limit") return rule_.limit ? std::to_string(*rule_.limit) : "?";
    if (name == "from") return rule_.from ? to_string(*rule_.from) : "any day";
    if (name == "to") return rule_.to ? to_string(*rule_.to) : "any day";
    if (name == "name") return node.target == no_index ? "the report" : target_name(report().targets[node.target]);
    return "{" + std::string(name) + "}";
  };
  std::string out;
  while (!text.empty()) {
    const auto open = std::min(text.find('{'), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    const auto close = text.find('}');
    if (text.empty() || close == text.npos) break;
    out += value(text.substr(1, close - 1));
    text.remove_prefix(close + 1);
  }
  return out + std::string(text);
}

}  // namespace plumbline
