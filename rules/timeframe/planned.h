// What the checks of timeframes share: which actions they look at, and findings on a part of an action.
#pragma once

#include "rules/check.h"

#include <string>

namespace plumbline {

// Calls `visit` with each action of the sections of this role; leads and notes are none.
template <typename Visit>
void each_action(const Report& report, SectionRole role, Visit visit) {
  for (const Action& action : report.actions)
    if (action.role == ActionRole::action && report.sections[report.groups[action.group].section].role == role)
      visit(action);
}

template <typename Visit>
void each_planned_action(const Report& report, Visit visit) {
  each_action(report, SectionRole::planned, visit);
}

// Of all sections: a date may be wrong wherever it stands.
template <typename Visit>
void each_dated_action(const Report& report, Visit visit) {
  for (const Action& action : report.actions)
    if (action.role == ActionRole::action) visit(action);
}

std::string words_of(const Action& action, std::uint32_t start, std::uint32_t length);
// A finding that quotes bytes [start, start + length) of the action's text.
Finding& find_at(CheckLog& log, const Action& action, std::uint32_t start, std::uint32_t length, std::string message);
// Over, but only within the report's own month, or year where no month is said: not stale.
bool is_same_year_only(const Timeframe& timeframe, Day report_date);

}  // namespace plumbline
