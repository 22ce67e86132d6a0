// Grows a Report node by node, in document order: ids, parents' counts, who claims which line.
#pragma once

#include "rules/pack/pack.h"
#include "rules/report.h"
#include "rules/segment/passage.h"

#include <span>
#include <string>

namespace plumbline {

class TreeBuilder {
 public:
  TreeBuilder(const Document& document, const Pack& pack);

  Target& add_target(Passage heading, Passage title, std::optional<int> number);
  Goal& add_goal(Passage passage);
  // Opens the section, or goes on with it when it is the open one. A kind that comes back later is a section anew.
  Section& open_section(const Part& part);
  Group& open_group(std::optional<Passage> heading);
  Action& add_action(Passage passage, ActionRole role, LineRole line_role = LineRole::body);

  void close_target() { target_ = section_ = no_index; }
  void close_section() { section_ = no_index; }
  bool has_target() const { return target_ != no_index; }
  bool has_section() const { return section_ != no_index; }
  bool has_goal() const { return has_target() && report_.targets[target_].goal_count > 0; }
  Section& section() { return report_.sections[section_]; }
  Action* last_action();  // of the open section; null where there is none

  void claim(const Passage& passage, LineRole role, const std::string& node);
  void claim(std::uint32_t line, LineRole role, const std::string& node);
  std::string open_node() const;  // id of the innermost open section or target; "report"

  Report& report() { return report_; }
  const Report& report() const { return report_; }
  Report finish() { return std::move(report_); }

 private:
  std::string section_id(const Part& part) const;

  const Document& document_;
  Report report_;
  std::uint32_t target_ = no_index, section_ = no_index;
};

}  // namespace plumbline
