// A case's text through the whole pipeline.
#include "tests/support/pipeline.h"

#include "extractor/extract.h"
#include "rules/data_folder.h"
#include "rules/pack/read_pack.h"
#include "tests/support/page_picture.h"

#include <algorithm>
#include <stdexcept>

namespace plumbline::test {

const std::vector<Pack>& packs() {
  static const std::vector<Pack> all = read_packs(data_folder() + "/packs");
  return all;
}

Checked check_case(const Case& item) {
  const std::string id = item.has("pack") ? item.part("pack") : "global-alliance";
  ReadOptions options;
  if (item.has("date")) options.report_date = parse_day(item.part("date"));
  if (id != "-") {
    const auto at = std::find_if(packs().begin(), packs().end(), [&](const Pack& pack) { return pack.id == id; });
    if (at == packs().end()) throw std::invalid_argument(item.file + ": there is no pack " + id);
    options.pack = &*at;
  }
  Checked checked;
  checked.document =
      item.has("pages") ? draw_document(item.part("pages")) : extract(item.part("input") + "\n", "case.txt");
  checked.report = read_report(checked.document, packs(), options);
  checked.findings = check_submission(checked.document, checked.report, packs());
  return checked;
}

std::string tree_of(const Report& report) {
  std::string out;
  const auto add = [&](std::size_t depth, const std::string& text) {
    out += std::string(depth * 2, ' ') + text + "\n";
  };
  const auto add_section = [&](const Section& section, std::size_t depth) {
    add(depth, section.id + " " + section.heading.text);
    for (std::uint32_t g = section.first_group; g < section.first_group + section.group_count; ++g) {
      const Group& group = report.groups[g];
      add(depth + 1, group.id + (group.heading ? " # " + group.heading->text : ""));
      for (std::uint32_t a = group.first_action; a < group.first_action + group.action_count; ++a) {
        const Action& action = report.actions[a];
        const char* sign = action.role == ActionRole::lead   ? " lead "
                           : action.role == ActionRole::note ? " note "
                           : action.is_list_item             ? " * "
                                                             : " ";
        add(depth + 2, action.id + sign + action.passage.text);
      }
    }
  };
  if (report.title) add(0, "title " + report.title->text);
  if (report.party)
    add(0, "party " + report.party->text + (report.party_code.empty() ? "" : " (" + report.party_code + ")"));
  for (const Target& target : report.targets) {
    add(0, target.id + " " + (target.number ? std::to_string(*target.number) : "-") + " " + target.title.text);
    for (std::uint32_t g = target.first_goal; g < target.first_goal + target.goal_count; ++g)
      add(1, report.goals[g].id + " " + report.goals[g].passage.text);
    for (std::uint32_t s = target.first_section; s < target.first_section + target.section_count; ++s)
      add_section(report.sections[s], 1);
  }
  for (const Section& section : report.sections)
    if (section.target == no_index) add_section(section, 0);
  if (!out.empty()) out.pop_back();
  return out;
}

std::string list_of(const Findings& findings, std::string_view rule) {
  std::string out;
  for (const Finding& finding : findings.list) {
    if (!rule.empty() && finding.rule != rule) continue;
    out += std::string(name_of(finding.severity)) + " " + finding.rule + " at " + finding.node;
    if (!finding.absent.empty()) out += " lacks " + finding.absent;
    if (!finding.quote.empty()) out += " \"" + finding.quote + "\"";
    out += ": " + finding.message + "\n";
    for (const RelatedPlace& related : finding.related)
      out += "  with " + related.node + ": " + related.message + "\n";
  }
  if (out.empty()) return "nothing";
  out.pop_back();
  return out;
}

}  // namespace plumbline::test
