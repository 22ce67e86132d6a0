// "Total | 150" under rows that add up to 140.
#include "rules/figures/table_totals.h"

#include "rules/figures/cues.h"

#include <cmath>
#include <optional>

namespace plumbline {
namespace {

constexpr std::size_t least_rows = 2;
constexpr double most_apart = 1.5;

class TotalFinder {
 public:
  TotalFinder(const Reading& reading, const Report& report, const std::vector<Figure>& figures)
      : reading_(reading), report_(report), figures_(figures) {
    first_figure_.assign(reading.texts.size() + 1, 0);
    for (const Figure& figure : figures)
      ++first_figure_[figure.text + 1];
    for (std::size_t i = 1; i < first_figure_.size(); ++i)
      first_figure_[i] += first_figure_[i - 1];
  }

  std::vector<Contradiction> run() {
    std::vector<std::uint32_t> rows;  // texts of the open table, up to its total
    for (std::uint32_t t = 0; t < reading_.texts.size(); ++t) {
      const Action* action = row(t);
      const bool goes_on = action && !rows.empty() && row(rows.back())->group == action->group &&
                           row(rows.back())->cells.size() == action->cells.size();
      if (!goes_on) rows.clear();
      if (!action) continue;
      if (rows.size() >= least_rows && is_total(t)) {
        for (std::size_t column = 1; column < action->cells.size(); ++column)
          compare(rows, t, column);
        rows.clear();
      } else {
        rows.push_back(t);
      }
    }
    return std::move(found_);
  }

 private:
  // A text that is a row of a table.
  const Action* row(std::uint32_t text) const {
    const Text& at = reading_.texts[text];
    if (at.kind != TextKind::action) return nullptr;
    const Action& action = report_.actions[at.index];
    return action.cells.size() >= 2 ? &action : nullptr;
  }

  // All of its first cell says so.
  bool is_total(std::uint32_t text) const {
    const Text& at = reading_.texts[text];
    const ActionCell& head = row(text)->cells.front();
    const std::uint32_t end = at.first_word + at.word_count;
    const std::uint32_t words = cue_at(reading_, Cue::total_row, at.first_word, end);
    if (words == 0) return false;
    const std::uint32_t behind = at.first_word + words;
    return behind == end || reading_.words[behind].start + 1 >= head.start + head.length;  // but for a colon
  }

  // The only figure of a cell.
  std::optional<std::uint32_t> figure_in(std::uint32_t text, std::size_t column) const {
    const ActionCell& cell = row(text)->cells[column];
    std::optional<std::uint32_t> only;
    for (std::uint32_t i = first_figure_[text]; i < first_figure_[text + 1]; ++i) {
      if (figures_[i].start < cell.start || figures_[i].start >= cell.start + cell.length) continue;
      if (only) return {};
      only = i;
    }
    return only;
  }

  void compare(const std::vector<std::uint32_t>& rows, std::uint32_t total_row, std::size_t column) {
    const auto total = figure_in(total_row, column);
    if (!total || figures_[*total].kind == FigureKind::percent || figures_[*total].bound != Bound::exact) return;
    double sum = 0;
    std::uint32_t last = 0;
    for (const std::uint32_t text : rows) {
      if (text == rows.front() && first_figure_[text] == first_figure_[text + 1]) continue;  // it names the columns
      const auto part = figure_in(text, column);
      if (!part || figures_[*part].kind != figures_[*total].kind || figures_[*part].unit != figures_[*total].unit)
        return;
      sum += figures_[*part].value;
      last = *part;
    }
    const double value = figures_[*total].value;
    const double rounding = figures_[*total].kind == FigureKind::count ? 1e-6 : 0.01;  // of decimals; of amounts
    if (std::fabs(sum - value) <= rounding * value || sum > most_apart * value || value > most_apart * sum) return;
    found_.push_back({ContradictionKind::wrong_sum, *total, last, sum});
  }

  const Reading& reading_;
  const Report& report_;
  const std::vector<Figure>& figures_;
  std::vector<std::uint32_t> first_figure_;  // of each text; one more at the end
  std::vector<Contradiction> found_;
};

}  // namespace

std::vector<Contradiction> find_wrong_totals(const Reading& reading, const Report& report,
                                             const std::vector<Figure>& figures) {
  return TotalFinder(reading, report, figures).run();
}

}  // namespace plumbline
