// A part and the whole that its sentence names.
#include "rules/figures/parts.h"

#include "rules/figures/percentages.h"
#include "rules/figures/wholes.h"

namespace plumbline {

void compare_with_whole(const Reading& reading, const std::vector<Figure>& figures, const NamedWholes& named_wholes,
                        std::uint32_t part, std::vector<Contradiction>& found) {
  const std::uint32_t beside = whole_beside(reading, figures, part);
  const std::uint32_t whole = beside != no_index ? beside : whole_before(reading, figures, part);
  if (whole == no_index) return;
  if (figures[part].value > figures[whole].value) {
    found.push_back({ContradictionKind::part_over_whole, part, whole, figures[whole].value});
    return;
  }
  compare_percentages(reading, figures, part, whole, found);
  if (whole == beside) named_wholes.compare(whole, found);
}

}  // namespace plumbline
