// A submission's structure and the role of each of its lines, as text.
#include "output/outline.h"

#include "output/utf8.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace plumbline {

namespace {

constexpr std::size_t start_length = 70;  // of a node's text in the tree, in code points

std::string start_of(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < start_length; ++n)
    at += code_point_at(text, at).length;
  return shown_on_one_line(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

std::string padded(std::string_view text, std::size_t width) {
  std::string out(text);
  if (out.size() < width) out.append(width - out.size(), ' ');
  return out + " ";
}

void add_node(std::string& out, std::size_t depth, std::string_view id, std::string_view text) {
  out += std::string(2 * depth, ' ') + padded(id, 20) + start_of(text) + "\n";
}

void add_section(std::string& out, const Report& report, const Section& section, std::size_t depth) {
  add_node(out, depth, section.id, section.heading.text);
  for (std::uint32_t g = section.first_group; g < section.first_group + section.group_count; ++g) {
    const Group& group = report.groups[g];
    if (group.heading) add_node(out, depth + 1, group.id, group.heading->text);
    for (std::uint32_t a = group.first_action; a < group.first_action + group.action_count; ++a)
      add_node(out, depth + 1, report.actions[a].id, report.actions[a].passage.text);
  }
}

void add_tree(std::string& out, const Report& report) {
  for (const Target& target : report.targets) {
    add_node(out, 0, target.id, target.heading.text);
    for (std::uint32_t g = target.first_goal; g < target.first_goal + target.goal_count; ++g)
      add_node(out, 1, report.goals[g].id, report.goals[g].passage.text);
    for (std::uint32_t s = target.first_section; s < target.first_section + target.section_count; ++s)
      add_section(out, report, report.sections[s], 1);
  }
  for (const Section& section : report.sections)
    if (section.target == no_index) add_section(out, report, section, 0);
}

}  // namespace

std::string outline_text(const Record& record) {
  const Document& document = record.document;
  std::string out = shown_on_one_line(document.source.name) + "\n";
  add_tree(out, record.report);
  for (std::uint32_t p = 0; p < document.pages.size(); ++p) {
    const Page& page = document.pages[p];
    out += document.has_pages ? "page " + std::to_string(p + 1) + "\n" : "text\n";
    for (std::uint32_t i = page.first_line; i < page.first_line + page.line_count; ++i) {
      const std::string_view node =
          i < record.report.line_nodes.size() ? std::string_view(record.report.line_nodes[i]) : std::string_view();
      out += "  " + padded(name_of(role_of_line(record, i)), 13) + padded(node, 20) +
             shown_on_one_line(document.text_of(document.lines[i])) + "\n";
    }
  }
  return out;
}

}  // namespace plumbline
