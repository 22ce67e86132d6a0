// Words around a number that say how it is meant: bounds, totals, parts, increments, labels, units.
#pragma once

#include "rules/reading/reading.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace plumbline {

enum class Cue : std::uint8_t {
  at_least,        // before: "more than"
  at_most,         // before: "up to"
  about,           // before: "approximately"
  behind_bound,    // behind: "or more", "以上", "左右"
  definite,        // before: "the", "all the", "these"
  total,           // before: "a total of"; or behind: "in total"
  total_row,       // all that the first cell of a table's row says: "Total"
  increment,       // before or behind: "another", "additional", "new"
  distributive,    // behind or before: "each", "per"
  label,           // before: "article", "No.", "page"
  part_of,         // between part and whole: "of the", "out of"
  whole_front,     // before the whole that a sentence begins with: "Of 120 reports, 70 …"
  part_inside,     // Chinese: between whole and part: "中", "其中"
  part_pronoun,    // before or behind the part: "of whom 15", "15 of them"
  not_all,         // between whole and parts: "including", "among them"
  percent,         // behind: "per cent"
  percent_front,   // before: "百分之"
  duration,        // behind: "years", "Stunden"
  measure,         // behind: "km", "hectares", "MW"
  money,           // behind or before: "dollars", "EUR"
  classifier,      // Chinese, behind: "名", "个"
  grown_from,      // before the first of two values: "from 400"
  grown_to,        // before the second: "to 500"
  growth,          // before or behind the percentage by which it grew or fell: "an increase of", "down by"
  holds,           // between a body and how many it has: "employs", "consists of"
  staff,           // before the body: "the staff of the", with `amounts` behind it
  amounts,         // "is", "составляет"
  now,             // tells of a change: "now", "has been raised"
  where,           // begins a phrase that says where or for whom: "in the north"
  conjunction,     // begins what else is said: "and"
  joins_numerals,  // between number words: "one hundred and twelve"
  or_else,         // before a figure that says the last one otherwise: "or", "that is"
  adjective,       // before a noun in languages that put most behind: "nouveaux", "principales"
};

// Words of the longest phrase of that cue which begins at words[at] (or ends before it); 0 where none does.
std::uint32_t cue_at(const Reading& reading, Cue cue, std::uint32_t at, std::uint32_t end);
std::uint32_t cue_before(const Reading& reading, Cue cue, std::uint32_t at, std::uint32_t begin);

}  // namespace plumbline
