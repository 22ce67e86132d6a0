// Where something stands, in the terms of the outputs.
#include "output/places.h"

#include <algorithm>

namespace plumbline {

Span Places::code_points(Span bytes) const {
  const std::uint32_t start = code_points_.before(bytes.start);
  return {start, code_points_.before(bytes.end()) - start};
}

std::vector<std::uint32_t> Places::page_numbers(const Where& where) const {
  std::vector<std::uint32_t> pages;
  if (!document_.has_pages) return pages;
  for (const std::uint32_t line : where.lines)
    pages.push_back(page_number(line));
  std::sort(pages.begin(), pages.end());
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  return pages;
}

std::uint32_t Places::first_page(const Where& where) const {
  return where.lines.empty() || !document_.has_pages ? 0 : page_number(where.lines.front());
}

std::uint32_t Places::paragraph(const Where& where) const {
  if (where.lines.empty()) return 0;
  const std::uint32_t line = where.lines.front();
  const std::uint32_t block = document_.lines[line].block;
  return (block == no_index ? line : block) + 1;
}

std::vector<std::string> Places::heading_path(const Where& where) const {
  std::vector<std::string> path;
  const std::uint32_t own = paragraph(where);
  if (own == 0) return path;
  unsigned below = 256;  // only headings of a higher rank than those already found enclose it
  for (std::uint32_t i = std::min<std::uint32_t>(own - 1, static_cast<std::uint32_t>(document_.blocks.size()));
       i-- > 0;) {
    const Block& block = document_.blocks[i];
    if (block.kind != BlockKind::heading || block.line_count == 0 || std::max<unsigned>(block.level, 1) >= below)
      continue;
    below = std::max<unsigned>(block.level, 1);
    std::string heading;
    for (std::uint32_t line = block.first_line; line < block.first_line + block.line_count; ++line)
      (heading += heading.empty() ? "" : " ") += document_.text_of(document_.lines[line]);
    path.push_back(std::move(heading));
    if (below == 1) break;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

Where join(const Where& first, const Where& second) {
  if (first.lines.empty()) return second;
  if (second.lines.empty()) return first;
  Where both;
  both.span.start = std::min(first.span.start, second.span.start);
  both.span.length = std::max(first.span.end(), second.span.end()) - both.span.start;
  std::set_union(first.lines.begin(), first.lines.end(), second.lines.begin(), second.lines.end(),
                 std::back_inserter(both.lines));
  return both;
}

Where where_of(const Report& report, const Group& group) {
  if (group.heading) {
    if (Where where = group.heading->where(); !where.lines.empty()) return where;
  }
  Where where;
  for (std::uint32_t i = 0; i < group.action_count; ++i)
    where = join(where, report.actions[group.first_action + i].passage.where());
  return where;
}

Where where_of(const Report& report, const Section& section) {
  if (Where where = section.heading.where(); !where.lines.empty()) return where;
  Where where;
  for (std::uint32_t i = 0; i < section.group_count; ++i)
    where = join(where, where_of(report, report.groups[section.first_group + i]));
  return where;
}

Where where_of(const Target& target) {
  return join(target.heading.where(), target.title.where());
}

}  // namespace plumbline
