// How much of a submission's text the structure accounts for.
#include "output/coverage.h"

#include "output/utf8.h"

namespace plumbline {

Coverage measure_coverage(const Record& record) {
  Coverage coverage;
  const Document& document = record.document;
  for (std::uint32_t i = 0; i < document.lines.size(); ++i) {
    const Line& line = document.lines[i];
    const std::uint32_t size = count_code_points(document.text_of(line));
    coverage.characters += size;
    if (role_of_line(record, i) != LineRole::unassigned) {
      coverage.assigned += size;
      continue;
    }
    auto& runs = coverage.unassigned;
    const bool goes_on = !runs.empty() && runs.back().lines.back() + 1 == i && document.lines[i - 1].page == line.page;
    if (!goes_on) runs.push_back({line.span, {}});
    runs.back().span.length = line.span.end() - runs.back().span.start;
    runs.back().lines.push_back(i);
  }
  return coverage;
}

}  // namespace plumbline
