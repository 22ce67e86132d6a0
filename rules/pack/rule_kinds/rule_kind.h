// A kind of rule: what a pack's rule of this kind needs, and one function that looks. One file a kind in this folder.
#pragma once

#include "rules/check.h"
#include "rules/pack/pack_rule.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// Where a rule of a pack puts what it sees.
class RuleLog {
 public:
  RuleLog(const PackRule& rule, const Submission& submission, CheckLog& log);
  using Values = std::map<std::string, std::string, std::less<>>;

  const PackRule& rule() const { return rule_; }
  const Report& report() const { return submission_.report; }
  std::vector<NodeSet> nodes() const;  // the report's own text is the whole document's
  std::vector<NodeSet> other_nodes() const { return select(submission_.report, *rule_.other); }
  void look(std::size_t places = 1) { log_.look(static_cast<std::uint32_t>(places)); }
  bool is_excused(const Node& node) const;  // the rule's `unless` matches its text
  // Report what stands there, or what is missing under `parent`; silent where that is excused.
  void find(const Node& node, Values values = {});
  void find_absent(const Node& parent, Values values = {});
  // A loose template's part that stands within another one: as a subheading, or before a colon at a text's start.
  bool stands_within_another(const Node& parent) const;
  std::string searched() const;  // headings and labels of the sections that the path names, in the document's language

 private:
  bool names_part(std::string_view words) const;
  std::string fill_in(std::string_view text, const Node& node, const Values& values) const;

  const PackRule& rule_;
  const Submission& submission_;
  CheckLog& log_;
};

struct RuleKind {
  std::string_view name;                       // "at-most"
  std::string_view says;                       // one sentence, for docs and messages
  std::vector<std::string_view> needs = {};    // keys that a rule of this kind must have besides id, kind and at
  std::vector<std::string_view> some_of = {};  // and those of which it must have at least one
  std::vector<std::string_view> values =
      {};                            // placeholders of its messages that it fills in, besides those of all kinds
  std::vector<NodeKind> nodes = {};  // that it can speak of; empty: all
  std::string_view message;          // where the rule states none
  void (*run)(RuleLog&);

  bool takes(std::string_view key) const;  // no other kind's key has a meaning in its rules
};

std::span<const RuleKind* const> all_rule_kinds();

}  // namespace plumbline
