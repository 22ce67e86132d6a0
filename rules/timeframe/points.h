// Points of the calendar in a text: dates, months, quarters, halves, seasons, years, in any of their written forms.
#pragma once

#include "rules/timeframe/calendar.h"
#include "rules/timeframe/tokens.h"

#include <optional>

namespace plumbline::timeframe {

struct ReadPoint {
  Point point;
  Index next = 0;                // behind its last token
  bool has_year_word = false;    // "in the year 2014", "в 2014 году"
  bool is_ordinal_unit = false;  // "the first year", "second quarter": nothing of the calendar is named
  explicit operator bool() const { return next != 0; }
};

// Each tries to read what its name says from token `i` on; an empty result where it does not stand there.
class PointReader {
 public:
  explicit PointReader(const Tokens& tokens) : tokens_(tokens) {}
  const Tokens& tokens() const { return tokens_; }
  ReadPoint read(Index i) const;  // the longest
  ReadPoint year(Index i) const;  // 2014, year 2014, 2013/14, FY2014, two thousand and fourteen, 1435 AH
  static int two_digit_year(int value) { return value < 70 ? 2000 + value : 1900 + value; }
  // A number in digits or words, with what it is worth. `next` 0: none.
  struct Number {
    int value = 0;
    Index next = 0;
    bool is_words = false;
  };
  Number number(Index i) const;
  Number ordinal(Index i) const;  // third, 3rd, 3., III
  int roman(Index i) const {      // I to IV; 0: none
    return tokens_.is_word(i) && tokens_[i].is_capital && tokens_.begins_with(i, 'i') ? read_roman(i) : 0;
  }
  // Over "of", "the", "de la", commas between the parts of one date; at most three.
  Index skip_joints(Index i, bool signs = true) const;
  Index skip_fillers(Index i, Index most = 3) const;
  Index skip_to_year(Index i) const;  // over "year", "of the", "-" behind "fiscal", "school"
  bool is_four_digit_year(Index i) const;
  // "/15" or "-2015" behind 2014, as school years and winters have it: behind it; 0: none.
  Index behind_second_year(Index joint, int first) const;

 private:
  int read_roman(Index i) const;
  ReadPoint half_of_month(const ReadPoint& half) const;
  Index skip_number_joint(Index at, int part) const;
  ReadPoint numeric(Index i) const;  // 30/6/14, 2013-06-30, 06/2014, 12-Mar-2014
  Index skip_weekday(Index i) const;
  Index skip_second_name(const Tokens::Match& month) const;
  ReadPoint day_behind_month(const ReadPoint& month) const;
  ReadPoint chinese_part(ReadPoint year, Index at) const;
  bool is_counted(Index noun) const;
  bool leads_to_month(Index month) const;
  Index behind_short_year(Index month, Index at) const;
  ReadPoint spaced_month(Index i) const;
  ReadPoint named_month_between(Index i, char sign) const;
  ReadPoint three_numbers(Index i, char sign, bool is_tight) const;
  ReadPoint two_numbers(Index i, char sign) const;
  ReadPoint numbered_week(Index number) const;
  ReadPoint nth_of(int unit, int nth, bool is_last, Index at) const;
  ReadPoint day_first(Index i) const;                    // 30 June 2013, first day of January 2014
  ReadPoint month_first(Index i) const;                  // June 30, 2013; June 2013; June
  ReadPoint year_first(Index i, ReadPoint whole) const;  // 2013年6月30日, 2016, Nov
  ReadPoint quarter(Index i) const;                      // Q3 2014, third quarter of 2014, 2014Q3, quarter III
  ReadPoint marked_quarter(Index i) const;
  ReadPoint quarter_before_mark(Index i, const Number& number) const;
  Index skip_last(Index i) const;
  ReadPoint nth_unit(Index i) const;
  ReadPoint season(Index i) const;
  ReadPoint with_part(Index i) const;  // early 2014, end of June, mid-2014, year-end
  ReadPoint part_of_this(const Tokens::Match& part, Index at) const;
  ReadPoint relative(Index i) const;  // next year, the coming quarter, l'année prochaine
  ReadPoint relative_point(Index i) const;
  ReadPoint special_year(Index i) const;  // fiscal, school years; biennium
  ReadPoint week_of(Index i) const;
  ReadPoint plain(Index i) const;  // any of these but with_part
  void add_year_word(ReadPoint& read, bool is_chinese) const;
  void add_year(ReadPoint& read) const;  // "… of 2014", "… of next year", "… of the year"

  const Tokens& tokens_;
};

}  // namespace plumbline::timeframe
