// What a time expression says, before it is known which days that is; and the days it is.
#pragma once

#include "rules/timeframe/timeframe.h"
#include "rules/timeframe/words.h"

#include <optional>
#include <string>

namespace plumbline::timeframe {

// A point of the calendar as it is written. Zero: not said.
struct Point {
  int year = 0, month = 0, day = 0;
  int quarter = 0, half = 0, season = 0;
  int last_year = 0;     // "2013/14", "the 2014-2015 biennium": a period of years that is one thing
  int part = part_none;  // of the smallest unit that is said
  int era = 0;           // 0 Gregorian, 1 Hijri, 2 Buddhist, 3 Minguo
  bool is_week = false;  // the week that holds the day
  bool is_decade = false;
  bool is_fiscal = false, is_school = false;
  bool is_relative = false;      // its year or unit is counted from the report's date
  int relative = relative_this;  // of `relative_unit`
  int relative_unit = 0;
  bool is_event = false;       // "the summer recess of 2014": some day of the season
  bool is_year_short = false;  // "14": two digits
  bool is_told_apart = false;  // "this summer", "next June": a word says which
  enum class Order : std::uint8_t {
    none,
    day_month,
    month_day
  } order = Order::none;  // of digits: 8/10/2014, 8/15/2014

  bool has_year() const { return year != 0; }
  // Nothing but a year, as many other things bear one.
  bool is_bare_year() const {
    return has_year() && !month && !quarter && !half && !season && !part && !last_year && !is_decade && !is_fiscal &&
           !is_school && !era;
  }
  bool is_month_only() const { return month && !has_year() && !day && !is_relative; }
};

struct Days {
  std::optional<Day> earliest, latest;  // inclusive
  Precision precision = Precision::unknown;
  bool is_approximate = false;
};

struct Habits {
  int school_first_month = 9, school_last_month = 6, fiscal_first_month = 1;
};

// The days of a point. What counts from the report's date is open where that is not known; a day or month without
// a year is its next occurrence.
Days resolve(const Point& point, const Habits& habits, std::optional<Day> report_date);

bool is_impossible(const Point& point);
// Why it cannot be ("June has 30 days"); empty where it can.
std::string why_impossible(const Point& point);
// The point that may have been meant: 31 June -> 30 June, month 13 -> month 12.
Point nearest_possible(Point point);

Day add_units(Day from, int unit, int count);
Day day_before(Day day);
Day day_after(Day day);
int days_in_month(int year, int month);

}  // namespace plumbline::timeframe
