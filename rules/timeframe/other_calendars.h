// Days of calendars that ICU knows: Hijri, Buddhist, Minguo.
#pragma once

#include "rules/timeframe/calendar.h"

namespace plumbline::timeframe {

// Of a point with an era; without its part.
Days resolve_era(const Point& point);

}  // namespace plumbline::timeframe
